// Opens documents in the reader of the notebooks: what a kernel does for it there, the model here does.
class Model {
  #values;
  #heard = new Map();
  constructor(values) { this.#values = values; }
  get(name) { return this.#values[name]; }
  set(name, value) {
    if (this.#values[name] === value) return;
    this.#values[name] = value;
    for (const hear of [...(this.#heard.get(`change:${name}`) ?? [])]) hear();
  }
  on(name, hear) { this.#heard.set(name, [...(this.#heard.get(name) ?? []), hear]); }
  off(name, hear) { this.#heard.set(name, (this.#heard.get(name) ?? []).filter((other) => other !== hear)); }
  save_changes() {}
}

const NO_SHEET = { title: "", about: "", html: "", marks: [], columns: {} };
const place = document.getElementById("reader");
let reading;

function startReading() {
  reading ??= unpack("reader").then((about) => {
    const held = about.documents.filter(([number]) => number >= 0);
    const documents = held.map(([, name, title, , , published]) => [name, [published, title, name].filter(Boolean).join(" · ")]);
    const numbers = new Map(held.map(([number, name]) => [name, number])), names = new Map([...numbers].map(([name, number]) => [number, name]));
    const model = new Model({ documents, document: "", sheet: NO_SHEET, layers: about.layers, shown: [...about.shown], walk: "", at: -1, opened: false, asked: 0, answered: 0 });
    render({ model, el: place.querySelector(".reading") });

    let turns = 0, quiet = false;
    async function turn(number, link) {
      const own = ++turns;
      let sheet = { ...JSON.parse(await inflate(`sheet-${number}`)), columns: about.columns }, at = -1;
      if (own !== turns) return; // another was asked for meanwhile
      if (link?.[1] >= 0) at = link[1];
      else if (link?.[2]) ({ sheet, at } = withPlace(sheet, link[2]));
      model.set("at", -1);
      model.set("opened", false);
      quiet = true;
      model.set("document", names.get(number));
      quiet = false;
      model.set("sheet", sheet);
      if (at < 0) return;
      const { layer } = sheet.marks[at], shown = model.get("shown");
      if (layer !== "evidence" && !shown.includes(layer)) model.set("shown", [...shown, layer]);
      model.set("opened", true);
      model.set("at", at);
    }
    model.on("change:document", () => { if (!quiet) turn(numbers.get(model.get("document"))).catch(say); });
    listDocuments(about, (name, from) => readIn([numbers.get(name)], from, "the list"));
    return { turn, come: () => model.set("asked", model.get("asked") + 1), first: held.length ? held[0][0] : -1 };
  });
  return reading;
}

function listDocuments({ documents }, open) {
  const columns = ["document", "title", "author", "publisher", "published", "genre"];
  const rows = documents.map(([number, ...row]) => Object.assign(row, { readable: number >= 0 }));
  listTable(place.querySelector(".documents"), { name: "documents", columns, rows }, "All documents", ([name], from) => open(name, from));
}

// Read a place in its document; `from` is what was clicked, to come back to.
async function readIn(link, from, where) {
  const reader = await startReading(), returns = place.querySelector(".returns"), back = returns.firstElementChild;
  await reader.turn(link[0], link);
  returns.hidden = !from;
  back.textContent = `‹ Back to ${where}`;
  back.onclick = () => { returns.hidden = true; from.scrollIntoView({ block: "center" }); from.focus({ preventScroll: true }); };
  place.scrollIntoView({ block: "start" });
  reader.come();
}

new IntersectionObserver(async (entries, watch) => {
  if (!entries.some((entry) => entry.isIntersecting)) return;
  watch.disconnect();
  const fresh = !reading;
  try {
    const reader = await startReading();
    if (fresh && reader.first >= 0) await reader.turn(reader.first);
  } catch (error) { say(error); }
}, { rootMargin: "400px" }).observe(place);
