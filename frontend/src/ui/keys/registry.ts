import { matches } from "./combo";

/** Where a binding lives. From "dialog" up, what lies below hears nothing. */
export const levels = { shell: 0, page: 1, panel: 2, dialog: 3, question: 4 } as const;
export type Level = keyof typeof levels;

export interface Binding {
  /** Combinations that do it; the first is the one that is shown. */
  combos: string[];
  label: string;
  run: () => void;
  /** Also while a text field has the focus. Escape always does. */
  inFields?: boolean;
  /** Present, but with nothing to do now: shown in the list of keys, not run. */
  off?: boolean;
  /** Moves the view and nothing else, so that a held key may repeat it. Every other key counts once. */
  repeats?: boolean;
  /** Whether what the key acts on is on the screen. Until it is, the key does nothing. */
  shown?: () => boolean;
}

interface Layer {
  level: Level;
  bindings: Binding[];
}

const layers = new Set<Layer>();

const TEXT_INPUTS = /^(text|search|password|url|email|number|tel|)$/;

function isTextField(element: EventTarget | null): boolean {
  if (!(element instanceof HTMLElement)) return false;
  if (element.isContentEditable || element.tagName === "TEXTAREA" || element.tagName === "SELECT") {
    return true;
  }
  return element instanceof HTMLInputElement && TEXT_INPUTS.test(element.type);
}

const SELF_SERVING = "button, a[href], input, select, textarea, [role=option], [role=menuitem]";

/** The control that was last pressed with the mouse: it has the focus, but not for the keyboard. */
let pointed: Element | null = null;

/** Remembers what was pressed; the next Tab forgets it. */
export function notePointer(event: Event): void {
  pointed = event.target instanceof Element ? event.target.closest(SELF_SERVING) : null;
}

/** Enter and Space belong to a control that the keyboard focused; arrows to a radio or list box. */
function controlTakes(event: KeyboardEvent): boolean {
  if (!(event.target instanceof HTMLElement)) return false;
  if (event.key === "Enter" || event.key === " ") {
    const control = event.target.closest(SELF_SERVING);
    return control !== null && control !== pointed;
  }
  if (event.key.startsWith("Arrow")) {
    return event.target instanceof HTMLInputElement && event.target.type !== "checkbox";
  }
  return false;
}

function heard(binding: Binding, event: KeyboardEvent): boolean {
  if (binding.off || !binding.combos.some((combo) => matches(combo, event))) return false;
  if (event.key === "Escape" || binding.inFields) return true;
  return !isTextField(event.target) && !controlTakes(event);
}

function fromTop(): Layer[] {
  return [...layers].sort((a, b) => levels[b.level] - levels[a.level]);
}

/** The layers that can be heard now, the topmost first. */
export function activeLayers(): Layer[] {
  const top = fromTop();
  const blocking = top.find((layer) => levels[layer.level] >= levels.dialog);
  return blocking ? top.filter((layer) => levels[layer.level] >= levels[blocking.level]) : top;
}

/** The key that is going down, and who could hear it before anything answered it. */
let going: { event: KeyboardEvent; layers: Layer[] } | undefined;

/**
 * Listens before everything else. A dialog that closes itself on a key must not uncover the page to
 * the same key; and a held Enter presses no button, least of all one that has just got the focus.
 */
export function noteKey(event: KeyboardEvent): void {
  going = { event, layers: activeLayers() };
  if (event.repeat && event.key === "Enter" && !writesLines(event.target)) {
    event.preventDefault();
    event.stopPropagation();
  }
}

/** Whether Enter begins a new line there. */
function writesLines(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || target.tagName === "TEXTAREA")
  );
}

/**
 * A key that decides or writes counts once however long it is held, and only for what is painted:
 * nothing is decided that could not be seen.
 */
function mayRun(binding: Binding, event: KeyboardEvent): boolean {
  if (event.repeat && !binding.repeats) return false;
  return binding.shown?.() ?? true;
}

/** Gives the event to the topmost binding that wants it. The only place that listens to keys. */
export function dispatch(event: KeyboardEvent): void {
  if (event.key === "Tab") pointed = null;
  if (event.defaultPrevented || event.isComposing) return;
  const layers = going?.event === event ? going.layers : activeLayers();
  for (const layer of layers) {
    const binding = layer.bindings.find((candidate) => heard(candidate, event));
    if (binding) {
      event.preventDefault();
      if (mayRun(binding, event)) binding.run();
      return;
    }
  }
}

export function addLayer(layer: Layer): () => void {
  layers.add(layer);
  return () => layers.delete(layer);
}
