// Shows a document as a page and walks through what the machine made of it. The page comes as HTML in one trait,
// escaped in the kernel; which layers are coloured, and which mark is open, is settled here, so that it also works
// where no kernel runs: all a host must bring is get, set, on, off and save_changes.

const WHERE = ["document", "sentence", "paragraph", "start", "end", "text"]; // told last: it is what the reader looks at
let readers = 0;

function make(tag, traits = {}, ...children) {
  const el = document.createElement(tag);
  for (const [name, value] of Object.entries(traits)) {
    if (name in el && name !== "list") el[name] = value;
    else el.setAttribute(name, value);
  }
  el.append(...children);
  return el;
}

const brief = (said, most) => (said.length > most ? `${said.slice(0, most).replace(/\s+\S*$/, "")} …` : said);

function render({ model, el }) {
  const id = `bl-reader-${++readers}`;
  el.classList.add("bl-reader");
  // The notebook has its own meaning for arrows and Enter, and listens before anything else does.
  el.setAttribute("data-lm-suppress-shortcuts", "true");

  const chosen = make("select", { className: "bl-reader-choose", ariaLabel: "Document" });
  const boxes = make("fieldset", { ariaLabel: "Layers that are coloured" });
  const back = make("button", { type: "button", className: "bl-reader-back", title: "Previous evidence (p or ←)" }, "‹ Previous");
  const on = make("button", { type: "button", className: "bl-reader-next", title: "Next evidence (n or →)" }, "Next ›");
  const walk = make("select", { className: "bl-reader-walk", ariaLabel: "Evidence to walk through" });
  const keys = make("span", { className: "bl-reader-keys" });
  keys.innerHTML = "<kbd>n</kbd> <kbd>p</kbd> or <kbd>→</kbd> <kbd>←</kbd> walk, <kbd>Enter</kbd> opens the row, <kbd>Esc</kbd> closes it";
  const about = make("p", { className: "bl-reader-about" });
  const status = make("span", { className: "bl-reader-status", role: "status" });
  const page = make("div", { className: "bl-reader-page", tabIndex: 0, role: "region" });
  const card = make("section", { className: "bl-reader-card", id: `${id}-row`, hidden: true, tabIndex: -1, ariaLabel: "Row" });
  const tip = make("div", { className: "bl-reader-tip", role: "tooltip", hidden: true });
  const frame = make("div", { className: "bl-reader-frame" }, page, card, tip);
  el.append(
    make("div", { className: "bl-reader-bar" }, make("label", { className: "bl-reader-document" }, "Document ", chosen)),
    make("div", { className: "bl-reader-bar" }, boxes),
    make("div", { className: "bl-reader-bar" }, back, on, make("label", {}, "of ", walk), keys),
    about, status, frame,
  );

  let sheet = { marks: [], html: "", columns: {} }, focused = null;
  const set = (values) => { for (const [name, value] of Object.entries(values)) model.set(name, value); model.save_changes(); };
  const visible = (n) => sheet.marks[n].layer === "evidence" || model.get("shown").includes(sheet.marks[n].layer);
  const pieces = (n) => page.querySelectorAll(`[data-m~="${n}"]`);
  const numbers = (piece) => piece.dataset.m.split(" ").map(Number).filter(visible);
  const words = (n) => `${sheet.marks[n].layer}: ${sheet.marks[n].note}`;
  const steps = () => {
    const only = model.get("walk");
    return sheet.marks.map((_, n) => n).filter((n) => visible(n) && (!only || sheet.marks[n].layer === only));
  };

  function drawDocuments() {
    chosen.replaceChildren(...model.get("documents").map(([name, title]) => new Option(title, name)));
    chosen.value = model.get("document");
    chosen.disabled = !model.get("documents").length;
  }

  function drawLayers() {
    const shown = model.get("shown"), counts = {};
    for (const mark of sheet.marks) counts[mark.layer] = (counts[mark.layer] ?? 0) + 1;
    if (!boxes.children.length)
      boxes.append(...model.get("layers").map(([name, meaning]) => {
        const box = make("input", { type: "checkbox", value: name });
        box.onchange = () => {
          const ticked = [...boxes.querySelectorAll("input:checked")].map((other) => other.value);
          set({ shown: ticked, ...(model.get("walk") && !ticked.includes(model.get("walk")) ? { walk: "" } : {}) });
        };
        const swatch = make("mark", { className: `bl-swatch l-${name}` }, name);
        const legend = make("span", { className: `bl-sheet show-${name}`, style: "font: inherit" }, swatch);
        return make("label", { title: meaning }, box, legend, make("span", { className: "bl-count" }));
      }));
    for (const label of boxes.children) {
      const box = label.querySelector("input"), count = counts[box.value] ?? 0;
      box.checked = shown.includes(box.value);
      label.classList.toggle("bl-none", !count);
      label.querySelector(".bl-count").textContent = count.toLocaleString("en");
    }
    for (const [name] of model.get("layers")) page.classList.toggle(`show-${name}`, shown.includes(name));
    walk.replaceChildren(new Option("all coloured layers", ""), ...shown.map((name) => new Option(name, name)));
    walk.value = model.get("walk");
    drawMark();
  }

  function drawSheet() {
    sheet = model.get("sheet");
    page.innerHTML = sheet.html; // written and escaped in the kernel
    page.setAttribute("aria-label", `Text of ${sheet.title}`);
    page.scrollTop = 0;
    about.textContent = sheet.about;
    tip.hidden = true;
    el.setAttribute("aria-busy", "false");
    drawLayers();
  }

  // Heights of paragraphs out of sight are guesses until they come near: look twice.
  function reveal(piece, again = true) {
    const box = piece.getBoundingClientRect(), around = page.getBoundingClientRect();
    if (!around.height) return;
    if (box.top < around.top + 30 || box.bottom > around.bottom - 30)
      page.scrollTop += box.top - around.top - around.height / 3;
    if (again) requestAnimationFrame(() => reveal(piece, false));
  }

  function drawMark() {
    const at = model.get("at"), mark = sheet.marks[at], had = focused && focused === document.activeElement;
    for (const piece of page.querySelectorAll(".bl-on")) piece.classList.remove("bl-on");
    if (focused) for (const name of ["role", "aria-label", "aria-controls", "aria-expanded", ...(focused.tagName === "MARK" ? ["tabindex"] : [])]) focused.removeAttribute(name);
    focused = null;
    const all = steps();
    back.disabled = on.disabled = !all.length;
    card.hidden = !mark || !model.get("opened");
    if (!mark) {
      if (had) page.focus({ preventScroll: true });
      status.textContent = all.length ? `${all.length.toLocaleString("en")} pieces of evidence coloured. Point at one to read what the machine made of it.` : "Nothing is coloured: choose a layer.";
      return;
    }
    const found = [...pieces(at)];
    for (const piece of found) piece.classList.add("bl-on");
    const place = all.indexOf(at);
    status.replaceChildren(make("b", {}, place < 0 ? "" : `${(place + 1).toLocaleString("en")} of ${all.length.toLocaleString("en")}  `), words(at));
    if (!card.hidden) drawCard(at);
    if (!found.length) return;
    focused = found.find((piece) => piece.tagName === "BUTTON") ?? found[0];
    focused.tabIndex = -1;
    if (focused.tagName === "MARK") focused.setAttribute("role", "button");
    focused.setAttribute("aria-label", `${found.map((piece) => piece.textContent.trim()).join(" ").slice(0, 300)}. ${words(at)}`);
    focused.setAttribute("aria-controls", card.id);
    focused.setAttribute("aria-expanded", String(!card.hidden));
    if (had) focused.focus({ preventScroll: true });
    reveal(focused);
  }

  function drawCard(n) {
    const mark = sheet.marks[n], close = make("button", { type: "button", ariaLabel: "Close the row", title: "Close (Esc)" }, "×");
    close.onclick = shut;
    const cells = sheet.columns[mark.table].map(([name, meaning], i) => {
      const why = name === "rule" || name === "method" || name.endsWith("basis");
      const place = WHERE.includes(name) ? 1 : 0;
      return [place, make("div", { className: why ? "bl-why" : "" },
        make("dt", { title: meaning }, name), make("dd", {}, mark.values[i]))];
    });
    const rows = [0, 1].flatMap((place) => cells.filter(([where]) => where === place).map(([, cell]) => cell));
    const others = [...new Set([...pieces(n)].flatMap(numbers))].filter((other) => other !== n).slice(0, 12);
    const beside = others.map((other) => {
      const button = make("button", { type: "button", title: words(other) }, brief(words(other).split(";")[0], 60));
      button.onclick = () => { set({ at: other }); card.focus({ preventScroll: true }); };
      return button;
    });
    card.setAttribute("aria-label", `Row ${mark.index} of ${mark.table}`);
    card.replaceChildren(
      make("header", {}, make("b", {}, `${mark.table}, row ${mark.index}`), close),
      make("p", {}, mark.note),
      make("dl", {}, ...rows),
      ...(beside.length ? [make("p", {}, "On the same words: ", ...beside.flatMap((button) => [button, " "]))] : []),
    );
    card.scrollTop = 0;
  }

  const focusMark = () => (focused ?? page).focus({ preventScroll: true });
  function shut() { set({ opened: false }); focusMark(); }

  function step(by) {
    const all = steps(), at = model.get("at");
    if (!all.length) return;
    let to;
    if (at < 0) { // where the reader looks, not where the document begins
      const top = page.getBoundingClientRect().top;
      const seen = page.scrollTop < 5 ? all[0] : all.find((n) => (pieces(n)[0]?.getBoundingClientRect().top ?? -1) >= top);
      to = by > 0 ? seen ?? all[0] : all[(all.indexOf(seen ?? all[0]) - 1 + all.length) % all.length];
    } else if (by > 0) to = all.find((n) => n > at) ?? all[0];
    else to = all.findLast((n) => n < at) ?? all.at(-1);
    set({ at: to });
    focusMark();
  }

  page.onclick = (event) => {
    const piece = event.target.closest("[data-m]"), found = piece ? numbers(piece) : [];
    if (!found.length || String(getSelection())) return; // words are being selected to copy them
    set({ at: found[0], opened: true });
    focusMark();
  };
  page.onmousemove = (event) => {
    const piece = event.target.closest("[data-m]"), found = piece ? numbers(piece) : [];
    tip.hidden = !found.length;
    if (!found.length) return;
    const said = found.slice(0, 6).map(words).join("\n");
    if (tip.textContent !== said) tip.textContent = said;
    const around = frame.getBoundingClientRect(), below = event.clientY - around.top + 22;
    tip.style.left = `${Math.max(4, Math.min(event.clientX - around.left, around.width - tip.offsetWidth - 8))}px`;
    tip.style.top = `${below + tip.offsetHeight < around.height ? below : below - tip.offsetHeight - 40}px`;
  };
  page.onmouseleave = page.onscroll = () => { tip.hidden = true; };
  el.onkeydown = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const inside = page.contains(event.target) || (card.contains(event.target) && event.target.tagName !== "BUTTON");
    const { key } = event;
    if (key === "Escape" && (inside || card.contains(event.target))) {
      if (model.get("opened")) shut();
      else { set({ at: -1 }); page.focus({ preventScroll: true }); }
    } else if (inside && (key === "n" || key === "ArrowRight")) step(1);
    else if (inside && (key === "p" || key === "ArrowLeft")) step(-1);
    else if (inside && key === "Enter" && model.get("at") >= 0) set({ opened: true });
    else return;
    event.preventDefault();
  };
  back.onclick = () => step(-1);
  on.onclick = () => step(1);
  walk.onchange = () => set({ walk: walk.value });
  chosen.onchange = () => { el.setAttribute("aria-busy", "true"); set({ document: chosen.value }); };

  // Sent here from elsewhere on the page: bring the reader into sight, once, and not again after a reload.
  const come = () => {
    if (model.get("asked") === model.get("answered")) return;
    set({ answered: model.get("asked") });
    el.scrollIntoView({ block: "nearest" });
    focusMark();
    if (focused) reveal(focused);
  };
  const draws = { document: drawDocuments, documents: drawDocuments, sheet: drawSheet, shown: drawLayers, walk: drawLayers, at: drawMark, opened: drawMark, asked: come };
  for (const [name, draw] of Object.entries(draws)) model.on(`change:${name}`, draw);
  drawDocuments();
  drawSheet();
  // A reader that is opened in a part of the page not yet laid out has no heights to scroll by.
  let high = 0, wide = 0;
  const sizes = new ResizeObserver(() => {
    if (!high && page.offsetHeight) {
      // A page saved for readers without a kernel stands above: the living one takes its place.
      el.closest(".jp-OutputArea, .output, .cell-output-ipywidget-background")?.classList.add("bl-live");
      if (focused) reveal(focused);
      come();
    } else if (focused && page.offsetWidth !== wide) reveal(focused); // lines break elsewhere now
    high = page.offsetHeight;
    wide = page.offsetWidth;
  });
  sizes.observe(page);
  return () => {
    for (const [name, draw] of Object.entries(draws)) model.off(`change:${name}`, draw);
    sizes.disconnect();
  };
}

export default { render };
