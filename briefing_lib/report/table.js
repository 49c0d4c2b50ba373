// A table that is sorted by a click on a column's name, and taken along as CSV; both without a network.
const FIRST = 100;
const collator = new Intl.Collator("en", { numeric: true });
const grouped = new Intl.NumberFormat("en", { maximumFractionDigits: 6 });

function toCsv({ columns, rows }) {
  const cell = (value) => (/[",\r\n]/.test(value) ? `"${String(value).replaceAll('"', '""')}"` : String(value));
  return "\ufeff" + [columns, ...rows].map((row) => `${row.map(cell).join(",")}\n`).join("");
}

function download(name, content, type) {
  const link = make("a", { download: name, href: URL.createObjectURL(new Blob([content], { type })) });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

const bytesOf = (base64) => Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));

function fileButtons({ name, columns, rows, files = [], large = [] }) {
  const button = (file, content) => {
    const found = make("button", { type: "button", className: "link", title: `Download ${file}` }, file);
    found.onclick = () => download(file, content(), "application/octet-stream");
    return found;
  };
  const all = [button(`${name}.csv`, () => toCsv({ columns, rows })), ...files.map(([file, held]) => button(file, () => bytesOf(held)))];
  const said = large.length ? ` ${large.join(", ")}: too large for this page, see the notebooks.` : "";
  return [...all.flatMap((one, n) => (n ? [" · ", one] : [one])), said];
}

// `open` is called with a row whose first cell is clicked; without it cells are text.
function listTable(place, table, title, open) {
  place.replaceChildren();
  if (!table.rows.length) return;
  const { columns, rows, total = rows.length } = table;
  const many = `${total.toLocaleString("en")} row${total === 1 ? "" : "s"}`;
  const details = make("details", {}, make("summary", {}, `${title}, ${many}`));
  const numeric = columns.map((_, c) => rows.every((row) => row[c] === "" || typeof row[c] === "number") && rows.some((row) => row[c] !== ""));
  let by = -1, down = false, most = FIRST;
  const body = make("tbody"), more = make("button", { type: "button", className: "link" });

  const shown = (value) => (typeof value === "number" && Math.abs(value) >= 10_000 ? grouped.format(value) : String(value));
  function fill() {
    const order = [...rows];
    if (by >= 0) order.sort((a, b) => {
      if (a[by] === "" || b[by] === "") return (a[by] === "") - (b[by] === ""); // unknown stays last
      return (numeric[by] ? a[by] - b[by] : collator.compare(a[by], b[by])) * (down ? -1 : 1);
    });
    body.replaceChildren(...order.slice(0, most).map((row) => make("tr", {}, ...row.map((value, c) => {
      if (c || !open || !row.readable) return make("td", numeric[c] ? { className: "number" } : {}, shown(value));
      const button = make("button", { type: "button", className: "link", title: "Read the document" }, shown(value));
      button.onclick = () => open(row, button);
      return make("td", {}, button);
    }))));
    more.hidden = rows.length <= most;
    more.textContent = `Show all ${rows.length.toLocaleString("en")} rows`;
  }
  more.onclick = () => { most = rows.length; fill(); };

  const heads = columns.map((name, c) => {
    const button = make("button", { type: "button", title: `Sort by ${name}` }, name);
    const head = make("th", { scope: "col", className: numeric[c] ? "number" : "" }, button);
    button.onclick = () => {
      down = by === c ? !down : false;
      by = c;
      for (const other of heads) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      fill();
    };
    return head;
  });
  const held = rows.length < total ? ` The first ${rows.length.toLocaleString("en")} of ${total.toLocaleString("en")} rows are in this file.` : "";
  const scroll = make("div", { className: "rows", tabIndex: 0, role: "region", ariaLabel: title }, make("table", {}, make("thead", {}, make("tr", {}, ...heads)), body));
  details.addEventListener("toggle", () => {
    if (!details.open || body.children.length) return;
    fill();
    details.append(make("p", { className: "files" }, ...fileButtons(table), held), scroll, more);
  });
  place.append(details);
}
