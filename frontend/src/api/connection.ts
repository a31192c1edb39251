import { useSyncExternalStore } from "react";

let connected = true;
const watchers = new Set<() => void>();

/** Whether announcements of the backend arrive; set by the transport alone. */
export function setConnected(on: boolean): void {
  if (connected === on) return;
  connected = on;
  for (const tell of watchers) tell();
}

function watch(tell: () => void): () => void {
  watchers.add(tell);
  return () => watchers.delete(tell);
}

/** False while the backend cannot be reached: what is shown may be old, and nothing can be saved. */
export function useConnected(): boolean {
  return useSyncExternalStore(watch, () => connected);
}
