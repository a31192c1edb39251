import type { PointerEvent } from "react";

/**
 * Gives a link or button a tooltip with its name, marked with data-name, where that is cut off or, in a narrow window,
 * hidden.
 */
export function showCutName({ target }: PointerEvent<HTMLElement>) {
  const named = (target as Element).closest<HTMLElement>("a, button, label");
  const name = named?.querySelector("[data-name]");
  if (named && name) named.title = name.scrollWidth > name.clientWidth ? name.textContent : "";
}
