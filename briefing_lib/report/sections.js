// Draws the figures of a report, and shows the sentences behind a mark that is clicked or chosen.
const keyOf = (customdata) => String((Array.isArray(customdata) ? customdata[0] : customdata) ?? "");

const NARROWEST = 860;

class Part {
  constructor(section) {
    this.section = section;
    this.question = section.querySelector("h2").textContent;
    this.figure = section.querySelector(".figure");
    this.list = section.querySelector(".choose select");
    this.place = section.querySelector(".evidence");
    this.wide = section.querySelector(".wide");
    new ResizeObserver(() => this.fit()).observe(this.wide);
    this.choice = section.querySelector(".show select");
    this.choice.addEventListener("change", () => this.show(this.choice.value).catch(say));
    this.list.addEventListener("change", () => this.open(this.list.value).catch(say));
  }

  async show(choice) {
    this.shown = choice;
    const [Plotly, view] = await Promise.all([plotly(), unpack(`${this.section.id}-${choice}`)]);
    if (this.shown !== choice) return;
    this.marks = new Map(view.marks.map(([key, label, count, rows, more, notes]) => [key, { label, count, rows, more, notes }]));
    this.list.closest("p").hidden = !this.marks.size;
    const nothing = this.section.querySelector(".nothing");
    nothing.hidden = !view.nothing;
    nothing.textContent = view.nothing;
    this.wide.hidden = Boolean(view.nothing);
    const options = [...this.marks].map(([key, { label, count }]) => new Option(`${label} (${count})`, key));
    const more = view.unlisted ? [Object.assign(new Option(`… ${view.unlisted.toLocaleString("en")} more: see the notebooks`, ""), { disabled: true })] : [];
    this.list.replaceChildren(new Option("choose a mark …", ""), ...options, ...more);
    this.place.replaceChildren();
    if (!view.nothing) await this.draw(Plotly, view);
    listTable(this.section.querySelector(".table"), view.table, "Table behind the figure");
    this.section.dataset.shown = choice;
  }

  async draw(Plotly, view) {
    const layout = { ...view.layout, autosize: true }, { figure } = this;
    this.high = view.layout.height ?? 450;
    this.fit();
    figure.setAttribute("aria-label", view.label);
    delete layout.width;
    delete layout.height;
    const filename = view.name || "figure";
    const svg = {
      name: "svg", title: "Download as SVG", icon: Plotly.Icons.disk,
      click: (graph) => Plotly.downloadImage(graph, { format: "svg", filename, width: graph.offsetWidth, height: graph.offsetHeight }),
    };
    const fresh = !figure.classList.contains("js-plotly-plot");
    await Plotly.react(figure, view.data, layout, {
      // plotly's own button for sharing would upload the figure: no document leaves the reader's machine.
      showSendToCloud: false, plotlyServerURL: "",
      displaylogo: false, responsive: true, modeBarButtonsToAdd: [svg],
      modeBarButtonsToRemove: ["lasso2d", "select2d", "autoScale2d"],
      toImageButtonOptions: { format: "png", filename, scale: 2 },
    });
    if (fresh) figure.on("plotly_click", ({ points }) => {
      const key = keyOf(points[0].customdata);
      if (this.marks.has(key)) this.open(key).catch(say);
    });
  }

  // Words of a figure are placed for a width; on a small window the whole of it is made smaller.
  fit() {
    const room = this.wide.clientWidth, scale = Math.min(1, Math.max(room / NARROWEST, 0.6));
    if (!room || !this.high) return;
    const { style } = this.figure, width = scale < 1 ? `${NARROWEST}px` : "";
    style.height = `${this.high}px`;
    style.transform = scale < 1 ? `scale(${scale})` : "";
    this.wide.style.overflow = scale < 1 && NARROWEST * scale < room + 1 ? "hidden" : "";
    this.wide.style.height = scale < 1 ? `${this.high * scale}px` : "";
    if (style.width === width) return;
    style.width = width;
    if (this.figure.classList.contains("js-plotly-plot")) Plotly.Plots.resize(this.figure);
  }

  async open(key) {
    const mark = this.marks.get(key), { place } = this;
    this.list.value = mark ? key : "";
    place.replaceChildren();
    if (!mark) return;
    const pieces = await unpack("evidence");
    const items = mark.rows.flatMap((row) => pieces[row] ?? []).map((piece) => this.item(piece));
    place.append(
      make("p", {}, make("b", {}, mark.label), `: ${mark.count}`),
      ...(mark.notes.length ? [make("ul", { className: "notes" }, ...mark.notes.map((note) => make("li", {}, note)))] : []),
      make("div", { className: "bl-evidence" }, make("ol", {}, ...items)),
      ...(mark.more > 0 ? [make("p", {}, `… and ${mark.more.toLocaleString("en")} more, left out of this file: see the notebooks.`)] : []),
    );
    place.scrollTop = 0;
  }

  item([html, link]) {
    const held = document.createElement("template");
    held.innerHTML = html; // written by this page's maker, every word of a document escaped
    const [item] = held.content.children;
    if (!link.length) return item;
    const button = make("button", { type: "button", className: "bl-open" }, "read in the document");
    button.onclick = () => readIn(link, button, `“${this.question}”`).catch(say);
    item.querySelector(".bl-where").append(" ", button);
    return item;
  }
}

const parts = [...document.querySelectorAll("main > section")].filter((section) => section.querySelector(".figure")).map((section) => new Part(section));
const soon = globalThis.requestIdleCallback ?? ((call) => setTimeout(call, 50));
// Those in sight first; the others while nothing else is to do, so that all of them can be printed and searched.
const waiting = new Set(parts);
const watch = new IntersectionObserver((entries) => {
  for (const { isIntersecting, target } of entries) if (isIntersecting) begin(parts.find((part) => part.section === target));
}, { rootMargin: "600px" });
function begin(part) {
  watch.unobserve(part.section);
  return waiting.delete(part) ? part.show("0").catch(say) : undefined;
}
function rest() {
  const [next] = waiting;
  if (next) soon(async () => { await begin(next); rest(); });
}
for (const part of parts) watch.observe(part.section);
setTimeout(rest, 1500);

// The list of contents says where the reader is; on a small window it folds.
const links = new Map([...document.querySelectorAll("nav a")].map((link) => [link.hash.slice(1), link]));
const seen = new IntersectionObserver((entries) => {
  for (const { isIntersecting, target } of entries) {
    if (!isIntersecting) continue;
    for (const link of links.values()) link.removeAttribute("aria-current");
    links.get(target.id)?.setAttribute("aria-current", "true");
  }
}, { rootMargin: "-20% 0px -70%" });
for (const id of links.keys()) seen.observe(document.getElementById(id));
const contents = document.querySelector("nav details"), small = matchMedia("(max-width: 1099px)");
const fold = () => { contents.open = !small.matches; };
small.addEventListener("change", fold);
contents.addEventListener("click", (event) => { if (small.matches && event.target.closest("a")) contents.open = false; });
fold();
