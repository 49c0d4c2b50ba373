// Light or dark: as the system is, or as the reader chose. Stands in the head, so that no page flashes white.
(() => {
  const KEY = "briefing-colours", system = matchMedia("(prefers-color-scheme: dark)");
  let chosen = "";
  try { chosen = localStorage.getItem(KEY) ?? ""; } catch { /* a browser that keeps nothing */ }
  const dark = (on) => document.documentElement.classList.toggle("bl-dark", on);
  const dress = () => dark(chosen ? chosen === "dark" : system.matches);
  system.addEventListener("change", dress);
  addEventListener("beforeprint", () => dark(false)); // paper is white
  addEventListener("afterprint", dress);
  addEventListener("DOMContentLoaded", () => {
    const list = document.getElementById("colours");
    list.value = chosen;
    list.addEventListener("change", () => {
      chosen = list.value;
      try { localStorage.setItem(KEY, chosen); } catch { /* then it holds until the page is closed */ }
      dress();
    });
  });
  dress();
})();
