// Draws the figures of a report and shows the sentences behind a mark that is clicked or chosen.
(() => {
  const read = (id) => JSON.parse(document.getElementById(id).textContent);
  const views = read("data"), pieces = read("evidence");
  const keyOf = (customdata) => String((Array.isArray(customdata) ? customdata[0] : customdata) ?? "");

  function show(section, view, key) {
    const place = section.querySelector(".evidence"), chosen = section.querySelector("select");
    const mark = view.marks[key];
    chosen.value = mark ? key : "";
    place.replaceChildren();
    if (!mark) return;
    const heading = document.createElement("p"), name = document.createElement("b");
    name.textContent = mark.label;
    heading.append(name, `: ${mark.count}`);
    const list = document.createElement("div");
    list.className = "bl-evidence";
    // Written by this page's maker, every word of a document escaped.
    list.innerHTML = `<ol>${mark.rows.map((row) => (pieces[row] ?? []).join("")).join("")}</ol>`;
    place.append(heading, list);
    if (mark.more > 0) {
      const more = document.createElement("p");
      more.textContent = `… and ${mark.more.toLocaleString("en")} more: see the notebooks.`;
      place.append(more);
    }
    place.scrollTop = 0;
  }

  async function draw(section, view) {
    const figure = section.querySelector(".figure"), layout = { ...view.layout, autosize: true };
    figure.style.height = `${view.layout.height ?? 450}px`;
    delete layout.width;
    delete layout.height;
    const filename = view.name || "figure";
    const svg = {
      name: "svg", title: "Download as SVG", icon: Plotly.Icons.disk,
      click: (graph) => Plotly.downloadImage(graph, { format: "svg", filename, width: graph.offsetWidth, height: graph.offsetHeight }),
    };
    await Plotly.newPlot(figure, view.data, layout, {
      displaylogo: false, responsive: true, modeBarButtonsToAdd: [svg],
      modeBarButtonsToRemove: ["lasso2d", "select2d", "autoScale2d"],
      toImageButtonOptions: { format: "png", filename, scale: 2 },
    });
    figure.on("plotly_click", ({ points }) => {
      const key = keyOf(points[0].customdata);
      if (view.marks[key]) show(section, view, key);
    });
  }

  for (const [name, view] of Object.entries(views)) {
    const section = document.getElementById(name), chosen = section.querySelector("select");
    const keys = Object.keys(view.marks);
    if (!keys.length) section.querySelector(".choose").hidden = true;
    chosen.append(new Option("choose a mark …", ""));
    for (const key of keys) chosen.append(new Option(`${view.marks[key].label} (${view.marks[key].count})`, key));
    chosen.addEventListener("change", () => show(section, view, chosen.value));
    // Drawn when they come into view: eleven figures at once would keep the page waiting.
    const watch = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      watch.disconnect();
      draw(section, view);
    }, { rootMargin: "600px" });
    watch.observe(section);
  }
  addEventListener("beforeprint", () => {
    for (const [name, view] of Object.entries(views)) {
      const section = document.getElementById(name);
      if (!section.querySelector(".main-svg")) draw(section, view);
    }
  });
})();
