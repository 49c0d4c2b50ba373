// A field to choose several of many values: type a part, take one from the list or press Enter.

const SHOWN = 100; // options listed at a time; more than a reader looks through, fewer than slow a page

let fields = 0;

function render({ model, el }) {
  el.classList.add("bl-chooser");
  const label = document.createElement("label"), chips = document.createElement("span");
  const field = document.createElement("input"), list = document.createElement("datalist");
  field.type = "text";
  field.autocomplete = "off";
  field.id = `bl-chooser-${++fields}`;
  list.id = `${field.id}-list`;
  field.setAttribute("list", list.id);
  label.htmlFor = field.id;
  el.append(label, chips, field, list);

  const set = (value) => { model.set("value", value); model.save_changes(); };
  const left = (typed) => {
    const wanted = typed.trim().toLowerCase(), chosen = new Set(model.get("value"));
    return model.get("options").filter((option) => !chosen.has(option) && option.toLowerCase().includes(wanted));
  };
  const add = (option) => { field.value = ""; field.setCustomValidity(""); set([...model.get("value"), option]); };
  const suggest = () => list.replaceChildren(...left(field.value).slice(0, SHOWN).map((option) => new Option(option, option)));
  const take = () => {
    if (!field.value.trim()) return;
    const found = left(field.value), typed = field.value.trim().toLowerCase();
    const exact = found.find((option) => option.toLowerCase() === typed);
    if (exact ?? (found.length === 1 ? found[0] : undefined)) add(exact ?? found[0]);
    else {
      field.setCustomValidity(found.length ? `${found.length} match: type more, or take one from the list` : "nothing matches");
      field.reportValidity();
    }
  };
  const draw = () => {
    label.textContent = model.get("description");
    field.placeholder = model.get("value").length ? "and …" : model.get("placeholder");
    field.title = model.get("tooltip");
    chips.replaceChildren(...model.get("value").map((option) => {
      const chip = document.createElement("button");
      chip.type = "button";
      chip.className = "bl-chip";
      chip.textContent = `${option} ×`;
      chip.title = `Remove ${option}`;
      chip.onclick = () => set(model.get("value").filter((other) => other !== option));
      return chip;
    }));
  };

  field.onfocus = suggest;
  field.oninput = (event) => {
    field.setCustomValidity("");
    // Taken from the list: a replacement, or no kind of typing at all.
    const taken = !event.inputType || event.inputType === "insertReplacementText";
    if (taken && left(field.value).includes(field.value)) add(field.value);
    suggest();
  };
  field.onkeydown = (event) => {
    event.stopPropagation(); // the notebook has its own meaning for keys
    if (event.key === "Enter") { event.preventDefault(); take(); suggest(); }
    if (event.key === "Backspace" && !field.value && model.get("value").length) set(model.get("value").slice(0, -1));
  };
  draw();
  const names = ["value", "options", "description", "placeholder", "tooltip"].map((name) => `change:${name}`);
  for (const name of names) model.on(name, draw);
  return () => { for (const name of names) model.off(name, draw); };
}

export default { render };
