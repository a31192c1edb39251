// Runs before the first paint, so that a dark window never flashes white, and a first start shows no rail.
(() => {
  const chosen = localStorage.getItem("galley-theme");
  const dark =
    chosen === "dark" || (chosen !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.setAttribute("data-mantine-color-scheme", dark ? "dark" : "light");
  document.documentElement.toggleAttribute("data-first", !localStorage.getItem("galley-shop"));
  const size = Number(localStorage.getItem("galley-text-size"));
  if (size > 0) document.documentElement.style.setProperty("--text-scale", String(size / 100));
})();
