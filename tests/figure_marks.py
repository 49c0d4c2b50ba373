"""Where the marks of figures stand on a page: scripts for the browser."""

from __future__ import annotations

DRAWN = """() => {
  const shown = [...document.querySelectorAll('.bl-figure')];
  return shown.every((el) => el.querySelector('.js-plotly-plot .main-svg') && el.querySelector('.bl-figure-message').hidden);
}"""
# Where the first mark of a figure stands: middle of its first point, bar or cell that has a key.
MARK = """(explorer) => {
  const graph = explorer.querySelector('.js-plotly-plot'), box = graph.getBoundingClientRect();
  const { xaxis, yaxis } = graph._fullLayout;
  const at = (axis, value) => axis._offset + axis.c2p(axis.d2c ? axis.d2c(value) : value);
  for (const trace of graph._fullData) {
    const keys = trace.customdata, deep = trace.type === 'heatmap';
    for (let i = 0; keys && i < keys.length; i++) {
      for (let j = 0; j < (deep ? keys[i].length : 1); j++) {
        const key = deep ? keys[i][j] : keys[i];
        if (!key || (deep && trace.z[i][j] == null)) continue;
        let x = deep ? trace.x?.[j] ?? j : trace.x[i], y = deep ? trace.y?.[i] ?? i : trace.y[i];
        if (trace.type === 'bar') {  // not its end: the next bar may begin there
          const from = trace.base?.[i] ?? 0;
          if (trace.orientation === 'h') x = xaxis.type === 'date' ? x : from + x / 2;
          else y = from + y / 2;
          if (xaxis.type === 'date') continue;
        }
        const px = at(xaxis, x), py = at(yaxis, y);
        if (px < xaxis._offset || px > xaxis._offset + xaxis._length) continue;
        return { key: Array.isArray(key) ? key[0] : key, x: box.x + px, y: box.y + py, type: trace.type };
      }
    }
  }
  return null;
}"""
