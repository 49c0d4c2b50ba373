// The form that corrects a row. What is written stays in the page until it is saved, and goes to the kernel as one.

const DROP = "(drop the row)", APART = "(another meeting than the rest of its event)", SAME = "(its event is the same as …)";

let forms = 0;

function render({ model, el }) {
  el.classList.add("bl-correction");
  el.dataset.lmSuppressShortcuts = "true"; // letters typed into a list choose in it, and cut no cell
  const id = `bl-correction-${++forms}`;
  el.innerHTML = `<details><summary>Correct a row</summary><form>
    <label for="${id}-row">row</label><select id="${id}-row" name="row"></select>
    <label for="${id}-what">what</label><select id="${id}-what" name="what"></select>
    <label for="${id}-list" class="bl-of-list">value</label><select id="${id}-list" name="list" class="bl-of-list"></select>
    <label for="${id}-text" class="bl-of-text">value</label>
    <input id="${id}-text" name="text" class="bl-of-text" autocomplete="off" list="${id}-known">
    <label for="${id}-note">why</label>
    <input id="${id}-note" name="note" autocomplete="off" placeholder="in your own words, if you like">
    <span class="bl-buttons"><button type="submit">Save</button><button type="button" name="undo">Undo</button></span>
    </form><datalist id="${id}-known"></datalist></details><div class="bl-said" role="status"></div>`;
  const form = el.querySelector("form"), details = el.querySelector("details");
  const { row, what, list, text, note, undo } = form.elements;
  const known = el.querySelector("datalist"), said = el.querySelector(".bl-said");

  const chosen = () => model.get("rows").find((one) => String(one.n) === row.value);
  const fill = (select, options, value) => {
    select.replaceChildren(...options.map(([name, label]) => new Option(label, name)));
    if (options.some(([name]) => name === value)) select.value = value;
  };
  const show = (kind) => ["list", "text"].forEach((name) =>
    form.querySelectorAll(`.bl-of-${name}`).forEach((part) => { part.hidden = name !== kind; }));

  const ask = () => {
    const one = chosen();
    if (!one) return;
    const [name, closed, names, hint] = model.get("columns")[one.table].find(([column]) => column === what.value);
    if (name === SAME) {
      fill(list, [["", "choose an event …"], ...model.get("events").filter(([event]) => event !== one.event)], "");
      show("list");
    } else if (name === DROP || name === APART) {
      show("");
    } else if (closed.length) {
      fill(list, closed.map((word) => [word, word || "(empty)"]), one.cells[name]);
      show("list");
    } else {
      known.replaceChildren(...names.map((value) => new Option(value, value)));
      text.placeholder = hint;
      text.value = one.cells[name];
      show("text");
    }
  };
  const offer = () => {
    const one = chosen();
    if (!one) return;
    const columns = model.get("columns")[one.table].map(([name]) => [name, name]);
    fill(what, columns, what.value || (one.table === "meetings" ? "status" : undefined));
    ask();
  };
  const draw = () => {
    const rows = model.get("rows");
    details.hidden = !rows.length;
    fill(row, rows.map((one) => [String(one.n), `${one.n}. ${one.words}`]), row.value);
    undo.hidden = !model.get("kept");
    offer();
  };
  const tell = () => {
    const { words = "", error = false } = model.get("said");
    said.textContent = words;
    said.classList.toggle("bl-error", error);
    said.setAttribute("role", error ? "alert" : "status");
    if (error || !words) return;
    note.value = "";
    what.value = "";  // a second click on Save must not decide the same of another event
    offer();
  };
  const send = (message) => {
    said.textContent = "";
    model.set("asked", { n: (model.get("asked").n ?? 0) + 1, ...message });
    model.save_changes();
  };

  row.onchange = offer;
  what.onchange = ask;
  undo.onclick = () => send({ what: "undo" });
  form.onsubmit = (event) => {
    event.preventDefault();
    const value = list.hidden ? (text.hidden ? "" : text.value) : list.value;
    send({ row: Number(row.value), what: what.value, value, note: note.value });
  };
  el.onkeydown = (event) => event.stopPropagation(); // the notebook has its own meaning for keys
  model.on("change:rows change:columns change:events", draw);
  model.on("change:kept", () => { undo.hidden = !model.get("kept"); });
  model.on("change:said", tell);
  draw();
  tell();
}

export default { render };
