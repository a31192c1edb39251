// Runs before the first paint, so that a dark window never flashes white.
(() => {
  const chosen = localStorage.getItem("galley-theme");
  const dark =
    chosen === "dark" || (chosen !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.setAttribute("data-mantine-color-scheme", dark ? "dark" : "light");
  const size = Number(localStorage.getItem("galley-text-size"));
  if (size > 0) document.documentElement.style.setProperty("--text-scale", String(size / 100));
})();
