import { matches } from "./combo";

/** Where a binding applies. From "dialog" up, layers below get no keys. */
export const levels = { shell: 0, page: 1, panel: 2, dialog: 3, question: 4 } as const;
export type Level = keyof typeof levels;

export interface Binding {
  /** Combinations that run it; the first one is shown. Without any, it is found by its label alone. */
  combos: string[];
  label: string;
  /** What it does, where its label has a count that may change; it asks, with the count of then. */
  asks?: string | undefined;
  run: () => void;
  /** Also while a text field has the focus. Escape always does. */
  inFields?: boolean;
  /** Shown in the list of keys but not run now. */
  off?: boolean;
  /** Only moves the view, so a held key may repeat it. Every other key counts once. */
  repeats?: boolean;
  /** Heard over dialogs too. */
  everywhere?: boolean;
  /** Runs before a dialog hears the key: one takes every Tab and, also under another one, Escape. */
  first?: boolean;
  /** It acts on the row under the cursor: the menu of the row offers it. */
  onRow?: boolean;
  /** Where rows are selected, it acts on them instead: their menu offers it. */
  onSelection?: boolean;
  /** Whether the target of the key is on screen. Until then, the key does nothing. */
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

/** The control that was last pressed with the mouse: focused, but not by the keyboard. */
let pointed: Element | null = null;

/** Records what was pressed; the next Tab clears it. */
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

/** The active layers, topmost first. */
export function activeLayers(): Layer[] {
  const top = fromTop();
  const blocking = top.find((layer) => levels[layer.level] >= levels.dialog);
  return blocking ? top.filter((layer) => levels[layer.level] >= levels[blocking.level]) : top;
}

/** The layers that hear keys: the active ones and, below them, what is heard everywhere. */
function hearing(): Layer[] {
  const active = activeLayers();
  const below = fromTop()
    .filter((layer) => !active.includes(layer))
    .map(({ level, bindings }) => ({ level, bindings: bindings.filter((one) => one.everywhere) }));
  return [...active, ...below];
}

/** The key that is down, and the layers that could hear it before anything answered it. */
let going: { event: KeyboardEvent; layers: Layer[] } | undefined;

/**
 * Listens before everything else. A dialog that closes on a key must not pass the same key to the page, and a held
 * Enter presses no button, in particular not one that has just been focused.
 */
export function noteKey(event: KeyboardEvent): void {
  const layers = hearing();
  going = { event, layers };
  const first = heardIn(layers, event);
  if (first?.first && !event.isComposing) {
    event.preventDefault();
    // A dialog listens at the same place: Escape would close the one below too.
    event.stopImmediatePropagation();
    if (mayRun(first, event)) first.run();
    return;
  }
  if (event.repeat && event.key === "Enter" && !writesLines(event.target)) {
    event.preventDefault();
    event.stopPropagation();
  }
}

/** Whether Enter inserts a new line there. */
function writesLines(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || target.tagName === "TEXTAREA")
  );
}

/**
 * A key that decides or writes counts once however long it is held, and only for painted content: nothing is decided
 * unseen.
 */
function mayRun(binding: Binding, event: KeyboardEvent): boolean {
  if (event.repeat && !binding.repeats) return false;
  return binding.shown?.() ?? true;
}

/** Gives the event to the topmost binding that wants it. The only place that listens to keys. */
export function dispatch(event: KeyboardEvent): void {
  if (event.key === "Tab") pointed = null;
  if (event.defaultPrevented || event.isComposing) return;
  const binding = heardIn(going?.event === event ? going.layers : hearing(), event);
  if (!binding) return;
  event.preventDefault();
  if (mayRun(binding, event)) binding.run();
}

/** The topmost binding that wants the event. */
function heardIn(layers: Layer[], event: KeyboardEvent): Binding | undefined {
  for (const layer of layers) {
    const binding = layer.bindings.find((candidate) => heard(candidate, event));
    if (binding) return binding;
  }
  return undefined;
}

export function addLayer(layer: Layer): () => void {
  layers.add(layer);
  return () => layers.delete(layer);
}
