// Runs before the first paint, so that a dark window never flashes white, and a first start shows no rail.
(() => {
  const chosen = localStorage.getItem("galley-theme");
  const dark =
    chosen === "dark" || (chosen !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.setAttribute("data-mantine-color-scheme", dark ? "dark" : "light");
  document.documentElement.toggleAttribute("data-first", !localStorage.getItem("galley-shop"));
  const size = Number(localStorage.getItem("galley-text-size"));
  if (size > 0) document.documentElement.style.setProperty("--text-scale", String(size / 100));

  // Loads the built program once the frame is painted: a script that comes earlier holds the paint back. A page that
  // nobody sees is not painted, and some web views do not say so.
  const { program, styles } = document.currentScript.dataset;
  if (!program) return;
  const LATEST = 300; // ms
  const add = (name, attributes) =>
    document.head.append(Object.assign(document.createElement(name), attributes));
  let begun = false;
  const load = () => {
    if (begun) return;
    begun = true;
    add("link", { rel: "stylesheet", href: styles });
    add("script", { type: "module", src: program });
  };
  if (document.hidden) load();
  else requestAnimationFrame(() => setTimeout(load));
  setTimeout(load, LATEST);
})();
