import { useSyncExternalStore } from "react";
import { inWindow, openOutside } from "@/api";

/** A product's page that is shown within the window. */
export interface ViewedPage {
  url: string;
  title: string;
}

let viewed: ViewedPage | undefined;
const watchers = new Set<() => void>();

function show(page: ViewedPage | undefined): void {
  viewed = page;
  for (const tell of watchers) tell();
}

function watch(tell: () => void): () => void {
  watchers.add(tell);
  return () => watchers.delete(tell);
}

/**
 * Shows a product's page: in the window if Galley serves the page itself, as it does for the demo shop. Pages of
 * other servers open in a browser: they need their own scripts, and may refuse to be shown in a frame.
 */
export function viewPage(page: ViewedPage): void {
  if (inWindow && page.url.startsWith("/demo/")) show(page);
  else openOutside(page.url);
}

/** The page that is shown within the window, if any. */
export function useViewedPage(): ViewedPage | undefined {
  return useSyncExternalStore(watch, () => viewed);
}

export const closePage = () => show(undefined);
