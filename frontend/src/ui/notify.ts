import { useSyncExternalStore } from "react";
import type { Trouble } from "./States";

/** The place of notices is loaded with the first notice. */
let wanted = false;
const watchers = new Set<() => void>();

/** The failures that are shown. */
const shown = new Set<Trouble>();

/** What the page says already, by the sentence: it is not said again. */
let said: readonly string[] = [];

async function notices() {
  wanted = true;
  for (const tell of watchers) tell();
  return import("./notices");
}

function watch(tell: () => void): () => void {
  watchers.add(tell);
  return () => watchers.delete(tell);
}

/** Whether there has been a notice, so that their place must be shown. */
export function useNoticesWanted(): boolean {
  return useSyncExternalStore(watch, () => wanted);
}

/** Explains why nothing happened. */
export function notifyPlain(message: string): void {
  if (said.includes(message)) return;
  void notices().then(({ showPlain }) => showPlain(message));
}

/**
 * Reports a failure that is shown nowhere else on the page. It stays until it is closed, the page changes, or what
 * failed works.
 */
export function notifyTrouble(trouble: Trouble): void {
  if (said.includes(trouble.message)) return;
  shown.add(trouble);
  void notices().then(({ showTrouble }) => {
    if (shown.has(trouble)) showTrouble(trouble);
  });
}

function drop(which: (trouble: Trouble) => boolean): void {
  const gone = [...shown].filter(which);
  if (gone.length === 0) return;
  for (const trouble of gone) shown.delete(trouble);
  void notices().then(({ hideTrouble }) => {
    for (const trouble of gone) hideTrouble(trouble);
  });
}

/** The page changed: what failed on the one before is not of this one. */
export function clearTroubles(): void {
  drop(() => true);
}

/** A call worked: failures of the same call are mended. */
export function clearMended(call: string): void {
  drop((trouble) => trouble.call === call);
}

/** Names the sentences that strips and heads of the page show for as long as they last. */
export function setSaid(sentences: readonly string[]): void {
  said = sentences;
  drop((trouble) => said.includes(trouble.message));
}
