// Marks a place in a document that no layer marks: a sentence or a passage that evidence led to.
// Offsets are of characters as Python counts them; what stands at the side of a paragraph is not of the text.
function withPlace(sheet, [layer, table, index, start, end, note, values]) {
  const held = document.createElement("template");
  held.innerHTML = sheet.html;
  const bounds = (mark) => ["start", "end"].map((name) => Number(mark.values[sheet.columns[mark.table].findIndex(([column]) => column === name)]));
  const after = sheet.marks.findIndex((mark) => {
    const [from, to] = bounds(mark);
    return from > start || (from === start && to <= end);
  });
  const at = after < 0 ? sheet.marks.length : after;
  for (const piece of held.content.querySelectorAll("[data-m]"))
    piece.dataset.m = piece.dataset.m.split(" ").map((n) => (n >= at ? Number(n) + 1 : n)).join(" ");

  const walker = document.createTreeWalker(held.content, NodeFilter.SHOW_TEXT), nodes = [];
  while (walker.nextNode()) if (!walker.currentNode.parentElement?.closest(".bl-side")) nodes.push(walker.currentNode);
  let done = 0;
  for (const node of nodes) {
    const points = [...node.data], from = Math.max(start - done, 0), to = Math.min(end - done, points.length);
    done += points.length;
    if (from < to && node.parentElement.closest("p")) wrap(node, points, from, to, at);
  }
  const marks = sheet.marks.toSpliced(at, 0, { layer, table, index, note, values });
  return { sheet: { ...sheet, html: held.innerHTML, marks }, at };
}

function wrap(node, points, from, to, at) {
  const mark = node.parentElement.tagName === "MARK" ? node.parentElement : null;
  const parts = [points.slice(0, from), points.slice(from, to), points.slice(to)].map((part) => part.join(""));
  const pieces = parts.map((words, n) => {
    if (!mark && n !== 1) return words;
    const piece = mark?.cloneNode() ?? document.createElement("mark");
    piece.textContent = words;
    if (n === 1) {
      piece.classList.add("l-evidence");
      piece.dataset.m = [piece.dataset.m, at].filter((number) => number !== undefined).join(" ");
    }
    return piece;
  });
  (mark ?? node).replaceWith(...pieces.filter((piece, n) => parts[n]));
}
