// Draws the figure a model holds. The whole figure is one trait, so what is drawn is always the latest state:
// there is no message to lose, and a reloaded page shows what the controls say.

const OUTPUT = ".jp-OutputArea, .output, .cell-output-ipywidget-background";
const FAILED = "The figure cannot be drawn here: ";

function plotly(model) {
  // Loaded once a page, from the kernel's one copy, not at import: the page allows a model two seconds to begin.
  globalThis.__briefingPlotly ??= (async () => {
    const name = model.get("source").slice("IPY_MODEL_".length);
    const source = await model.widget_manager.get_model(name);
    const url = URL.createObjectURL(new Blob([source.get("js")], { type: "text/javascript" }));
    try { await import(url); } finally { URL.revokeObjectURL(url); }
    if (!globalThis.Plotly) throw new Error("plotly.js did not load");
    return globalThis.Plotly;
  })().catch((error) => { globalThis.__briefingPlotly = undefined; throw error; });
  return globalThis.__briefingPlotly;
}

function dark() {
  const light = document.body.dataset.jpThemeLight ?? document.body.dataset.vscodeThemeKind;
  return light === "false" || /dark/.test(light ?? "");
}

// Colours of the page rather than of paper, where the page is dark and the figure did not choose.
function dress(spec, el) {
  const layout = { ...spec.layout, autosize: true };
  // The element has the height, not the layout: Plotly forgets the layout's when it fits a figure to its element.
  delete layout.width;
  delete layout.height;
  if (dark() && !layout.paper_bgcolor) {
    const ink = getComputedStyle(el).color, grid = "rgba(128,128,128,.35)";
    layout.paper_bgcolor = layout.plot_bgcolor = "rgba(0,0,0,0)";
    layout.font = { ...layout.font, color: ink };
    for (const axis of ["xaxis", "yaxis", ...Object.keys(layout).filter((name) => /^[xy]axis\d+$/.test(name))])
      layout[axis] = { gridcolor: grid, zerolinecolor: grid, linecolor: grid, ...layout[axis] };
    layout.legend = { ...layout.legend, bgcolor: "rgba(0,0,0,0)" };
  }
  return layout;
}

function settings(Plotly, spec) {
  const filename = spec.name || "figure";
  const svg = {
    name: "svg", title: "Download as SVG", icon: Plotly.Icons.disk,
    click: (graph) => Plotly.downloadImage(graph, { format: "svg", filename, width: graph.offsetWidth, height: graph.offsetHeight }),
  };
  return {
    // Documents may be confidential: nothing is offered that sends a figure elsewhere.
    showSendToCloud: false, plotlyServerURL: "",
    displaylogo: false, responsive: true, modeBarButtonsToAdd: [svg],
    modeBarButtonsToRemove: ["lasso2d", "select2d", "autoScale2d"],
    toImageButtonOptions: { format: "png", filename, scale: 2 },
    ...spec.config,
  };
}

// A letter typed into a list chooses in it; JupyterLab would take it for a command and cut or insert a cell.
function keepKeys({ target }) {
  if (target.matches?.(".bl-explorer select, .bl-explorer button")) target.dataset.lmSuppressShortcuts = "true";
}

// A tall figure leaves its sentences below the edge of the page: what was clicked for is brought into view.
function show(el) {
  const panel = el.closest(".bl-explorer")?.querySelector(".bl-panel");
  if (panel && panel.getBoundingClientRect().top > innerHeight - 160) panel.scrollIntoView({ block: "nearest", behavior: "smooth" });
}

async function render({ model, el }) {
  el.classList.add("bl-figure");
  document.addEventListener("focusin", globalThis.__briefingKeys ??= keepKeys);  // once a page: the same listener
  const graph = document.createElement("div"), message = document.createElement("div");
  graph.setAttribute("role", "img");
  message.className = "bl-figure-message";
  message.setAttribute("role", "status");
  message.textContent = "Drawing …";
  el.append(message, graph);

  let Plotly, clicks = 0, closed = false, sizes, themes;
  const fail = (error) => {
    message.textContent = FAILED + (error?.message ?? error);
    message.hidden = false;
    el.closest(OUTPUT)?.classList.remove("bl-live");
  };
  const draw = async () => {
    try {
      const spec = JSON.parse(model.get("spec"));
      graph.setAttribute("aria-label", model.get("label"));
      graph.style.height = `${spec.layout.height ?? 450}px`;
      await Plotly.react(graph, spec.data, dress(spec, el), settings(Plotly, spec));
      message.hidden = true;
    } catch (error) { fail(error); }
  };
  const busy = () => {
    el.classList.toggle("bl-busy", model.get("busy"));
    el.setAttribute("aria-busy", String(model.get("busy")));
  };

  (async () => {
    try { Plotly = await plotly(model); } catch (error) { fail(error); return; }
    if (closed) return;
    await draw();
    if (closed) return;
    // A saved picture stands above, for readers without a kernel: the living figure takes its place.
    el.closest(OUTPUT)?.classList.add("bl-live");
    model.on("change:spec", draw);
    graph.on("plotly_click", ({ points }) => {
      const [point] = points;
      model.set("clicked", { n: ++clicks, trace: point.curveNumber, point: point.pointNumber ?? null, customdata: point.customdata ?? null });
      model.save_changes();
      setTimeout(() => show(el), 600);  // when its sentences have come
    });
    sizes = new ResizeObserver(() => { if (el.offsetWidth) Plotly.Plots.resize(graph); });
    sizes.observe(el);
    themes = new MutationObserver(draw);
    themes.observe(document.body, { attributes: true, attributeFilter: ["data-jp-theme-light", "data-jp-theme-name", "data-vscode-theme-kind"] });
  })();
  model.on("change:busy", busy);
  busy();

  return () => {
    closed = true;
    model.off("change:spec", draw);
    model.off("change:busy", busy);
    sizes?.disconnect();
    themes?.disconnect();
    Plotly?.purge(graph);
  };
}

export default { render };
