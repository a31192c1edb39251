import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { matches, type Pressed, showCombo } from "./combo";
import { addLayer, dispatch, type Level, noteKey, notePointer } from "./registry";

const press = (key: string, extra: Partial<Pressed> = {}): Pressed => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...extra,
});

test.each([
  ["mod+k", press("k", { ctrlKey: true }), false, true],
  ["mod+k", press("k", { metaKey: true }), true, true],
  ["mod+k", press("k", { metaKey: true }), false, false],
  ["mod+shift+p", press("P", { ctrlKey: true, shiftKey: true }), false, true],
  ["mod+shift+p", press("p", { ctrlKey: true }), false, false],
  ["p", press("p"), false, true],
  ["p", press("P", { shiftKey: true }), false, false],
  ["?", press("?", { shiftKey: true }), false, true],
  ["/", press("/"), false, true],
  ["space", press(" "), false, true],
  ["shift+arrowdown", press("ArrowDown", { shiftKey: true }), false, true],
  ["arrowdown", press("ArrowDown", { shiftKey: true }), false, false],
  ["n", press("n", { altKey: true }), false, false],
])("%s against %j (mac %s) is %s", (combo, event, mac, expected) => {
  expect(matches(combo, event, mac)).toBe(expected);
});

test("combinations are shown as the platform writes them", () => {
  expect(showCombo("mod+shift+p", false)).toBe("Ctrl ⇧ P");
  expect(showCombo("mod+enter", true)).toBe("⌘ ↵");
  expect(showCombo("escape")).toBe("Esc");
});

let undo: (() => void)[] = [];
const layer = (level: Level, combo: string, extra: object = {}) => {
  const run = vi.fn();
  undo.push(addLayer({ level, bindings: [{ combos: [combo], label: combo, run, ...extra }] }));
  return run;
};
const type = (key: string, target: EventTarget = document.body) => {
  const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true });
  target.dispatchEvent(event);
  return event;
};

beforeEach(() => window.addEventListener("keydown", dispatch));
afterEach(() => {
  window.removeEventListener("keydown", dispatch);
  for (const remove of undo) remove();
  undo = [];
  document.body.replaceChildren();
});

test("the topmost layer gets the key, once", () => {
  const page = layer("page", "p");
  const panel = layer("panel", "p");
  expect(type("p").defaultPrevented).toBe(true);
  expect(panel).toHaveBeenCalledOnce();
  expect(page).not.toHaveBeenCalled();
});

test("under a dialog nothing below hears", () => {
  const page = layer("page", "escape");
  layer("dialog", "j");
  type("Escape");
  expect(page).not.toHaveBeenCalled();
});

test("letters stay in text fields; Escape and marked bindings do not", () => {
  const letter = layer("page", "p");
  const close = layer("shell", "escape");
  const save = layer("panel", "s", { inFields: true });
  const field = document.body.appendChild(document.createElement("input"));
  type("p", field);
  type("Escape", field);
  type("s", field);
  expect(letter).not.toHaveBeenCalled();
  expect(close).toHaveBeenCalledOnce();
  expect(save).toHaveBeenCalledOnce();
});

test("Space on a focused button is the button's", () => {
  const preview = layer("page", "space");
  const button = document.body.appendChild(document.createElement("button"));
  expect(type(" ", button).defaultPrevented).toBe(false);
  expect(preview).not.toHaveBeenCalled();
  type(" ");
  expect(preview).toHaveBeenCalledOnce();
});

test("a binding that is off passes the key on", () => {
  const below = layer("page", "a");
  layer("panel", "a", { off: true });
  type("a");
  expect(below).toHaveBeenCalledOnce();
});

test("a button pressed with the mouse leaves Space to the list, until Tab", () => {
  const preview = layer("page", "space");
  const button = document.body.appendChild(document.createElement("button"));
  const press = new Event("pointerdown");
  Object.defineProperty(press, "target", { value: button });
  notePointer(press);
  type(" ", button);
  expect(preview).toHaveBeenCalledOnce();
  type("Tab", button);
  type(" ", button);
  expect(preview).toHaveBeenCalledOnce();
});

test("a key that closed a dialog is not heard by the page under it", () => {
  const page = layer("page", "escape");
  const close = addLayer({ level: "question", bindings: [] });
  const closes = () => close();
  window.addEventListener("keydown", noteKey, true);
  window.addEventListener("keydown", closes, true);
  type("Escape");
  expect(page).not.toHaveBeenCalled();
  type("Escape");
  expect(page).toHaveBeenCalledOnce();
  window.removeEventListener("keydown", noteKey, true);
  window.removeEventListener("keydown", closes, true);
});

const hold = (key: string, target: EventTarget = document.body) => {
  const event = new KeyboardEvent("keydown", {
    key,
    repeat: true,
    bubbles: true,
    cancelable: true,
  });
  target.dispatchEvent(event);
  return event;
};

test("a held key counts once; only what moves the view repeats", () => {
  const approve = layer("page", "a");
  const next = layer("page", "j", { repeats: true });
  const below = layer("shell", "a");
  type("a");
  expect(hold("a").defaultPrevented).toBe(true);
  hold("a");
  expect(approve).toHaveBeenCalledOnce();
  expect(below).not.toHaveBeenCalled();
  type("j");
  hold("j");
  expect(next).toHaveBeenCalledTimes(2);
});

test("a key does nothing until what it acts on is shown, and reaches no layer below", () => {
  let painted = false;
  const below = layer("page", "a");
  const approve = layer("dialog", "a", { shown: () => painted });
  expect(type("a").defaultPrevented).toBe(true);
  expect(approve).not.toHaveBeenCalled();
  painted = true;
  type("a");
  expect(approve).toHaveBeenCalledOnce();
  expect(below).not.toHaveBeenCalled();
});

test("a held Enter presses no button and submits no field, but writes lines", () => {
  window.addEventListener("keydown", noteKey, true);
  const heard = vi.fn();
  for (const [tag, expected] of [
    ["button", 0],
    ["input", 0],
    ["textarea", 1],
  ] as const) {
    const element = document.body.appendChild(document.createElement(tag));
    element.addEventListener("keydown", heard);
    expect(hold("Enter", element).defaultPrevented).toBe(expected === 0);
    expect(heard).toHaveBeenCalledTimes(expected);
  }
  window.removeEventListener("keydown", noteKey, true);
});

test("what is heard everywhere is heard over a dialog, and nothing else of its layer", () => {
  const find = vi.fn();
  const other = vi.fn();
  undo.push(
    addLayer({
      level: "shell",
      bindings: [
        { combos: ["f"], label: "find", run: find, everywhere: true },
        { combos: ["o"], label: "other", run: other },
      ],
    }),
  );
  const own = layer("dialog", "q");
  type("f");
  type("o");
  type("q");
  expect(find).toHaveBeenCalledOnce();
  expect(other).not.toHaveBeenCalled();
  expect(own).toHaveBeenCalledOnce();
});

test("what runs first keeps the key from a dialog that listens at the same place", () => {
  window.addEventListener("keydown", noteKey, true);
  const below = vi.fn();
  window.addEventListener("keydown", below, true);
  const close = vi.fn();
  undo.push(
    addLayer({
      level: "question",
      bindings: [{ combos: ["escape"], label: "close", run: close, first: true }],
    }),
  );
  type("Escape");
  expect(close).toHaveBeenCalledOnce();
  expect(below).not.toHaveBeenCalled();
  window.removeEventListener("keydown", noteKey, true);
  window.removeEventListener("keydown", below, true);
});
