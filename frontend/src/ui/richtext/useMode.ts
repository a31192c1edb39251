import { useState } from "react";
import { lossesOf } from "./codec";
import type { Loss } from "./losses";

export type Mode = "rich" | "source";

export interface DescriptionMode {
  mode: Mode;
  /** What rich text would lose of the text; empty if it is safe. */
  losses: Loss[];
  /** Changes with each text from outside: the rich text editor restarts. */
  generation: number;
  toSource: () => void;
  /** Opens the text as rich text if that loses nothing, and reports whether it did. */
  tryRich: () => boolean;
  /** Opens the text as rich text, with any losses, after asking. */
  toRich: () => void;
  /** Called with text typed here, so that it is not taken for a text from outside. */
  noteTyped: (text: string) => void;
}

interface State {
  text: string;
  mode: Mode;
  losses: Loss[];
  generation: number;
}

function opened(text: string, generation: number): State {
  const losses = lossesOf(text);
  return { text, losses, generation, mode: losses.length === 0 ? "rich" : "source" };
}

/**
 * How a description is edited. A text from outside (opened, taken from a draft, put back) is tried in rich text
 * first; if it would change, it is edited as source.
 */
export function useMode(text: string): DescriptionMode {
  const [state, setState] = useState(() => opened(text, 0));
  if (state.text !== text) setState(opened(text, state.generation + 1));
  const show = (mode: Mode, losses: Loss[]) =>
    setState((now) => ({ ...now, mode, losses, generation: now.generation + 1 }));
  return {
    ...state,
    toSource: () => show("source", lossesOf(text)),
    tryRich: () => {
      const losses = lossesOf(text);
      show(losses.length === 0 ? "rich" : "source", losses);
      return losses.length === 0;
    },
    toRich: () => show("rich", lossesOf(text)),
    noteTyped: (next) => setState((now) => ({ ...now, text: next })),
  };
}
