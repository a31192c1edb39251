// Runs before the first paint.
(() => {
  // Loads the built program once the frame is painted: a script that comes earlier holds the paint back. A page that
  // nobody sees is not painted, and some web views do not say so. The program waits for its styles (main.tsx).
  const { program, styles } = document.currentScript.dataset;
  const LATEST = 300; // ms
  const add = (name, attributes) =>
    document.head.append(Object.assign(document.createElement(name), attributes));
  const load = () => {
    if (window.styled) return;
    window.styled = new Promise((done) => {
      add("link", { rel: "stylesheet", href: styles, onload: done, onerror: done });
    });
    add("script", { type: "module", src: program });
  };
  if (program) {
    if (document.hidden) load();
    else requestAnimationFrame(() => setTimeout(load));
    setTimeout(load, LATEST);
  }

  // A dark window never flashes white, and a first start shows no rail.
  const page = document.documentElement;
  const chosen = localStorage.getItem("galley-theme");
  const dark =
    chosen === "dark" || (chosen !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  page.setAttribute("data-mantine-color-scheme", dark ? "dark" : "light");
  page.toggleAttribute("data-first", !localStorage.getItem("galley-shop"));
  const size = Number(localStorage.getItem("galley-text-size"));
  if (size > 0) page.style.setProperty("--text-scale", String(size / 100));
})();
