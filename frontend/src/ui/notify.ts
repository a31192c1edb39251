import { useSyncExternalStore } from "react";
import type { Trouble } from "./States";

/** The corner of notices is loaded with the first notice. */
let wanted = false;
const watchers = new Set<() => void>();

async function notices() {
  wanted = true;
  for (const tell of watchers) tell();
  return import("./notices");
}

function watch(tell: () => void): () => void {
  watchers.add(tell);
  return () => watchers.delete(tell);
}

/** Whether there has been a notice, so that the corner must be shown. */
export function useNoticesWanted(): boolean {
  return useSyncExternalStore(watch, () => wanted);
}

/** Explains why nothing happened. */
export function notifyPlain(message: string): void {
  void notices().then(({ showPlain }) => showPlain(message));
}

/** Reports a failure that is shown nowhere else on the page. Stays until it is closed. */
export function notifyTrouble(trouble: Trouble): void {
  void notices().then(({ showTrouble }) => showTrouble(trouble));
}
