// Unpacks what the page holds compressed: a part when it is first looked at.
const unpacked = new Map();

async function inflate(name) {
  const bytes = Uint8Array.from(atob(document.getElementById(`pack-${name}`).textContent), (c) => c.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
}

function unpack(name) {
  if (!unpacked.has(name)) unpacked.set(name, inflate(name).then(JSON.parse));
  return unpacked.get(name);
}

let drawing;
function plotly() {
  drawing ??= inflate("plotly").then((source) => {
    const script = document.createElement("script");
    script.textContent = source;
    document.head.append(script);
    script.remove();
    return globalThis.Plotly;
  });
  return drawing;
}

// What goes wrong is said on the page: nobody who reads a report looks into a console.
function say(error) {
  const place = document.getElementById("trouble");
  place.hidden = false;
  place.textContent = typeof DecompressionStream === "undefined"
    ? "This browser is too old to unpack the report: it needs one made since 2023."
    : `Something went wrong: ${error?.message ?? error}`;
}
