import { afterEach, expect, test, vi } from "vitest";
import { t } from "@/strings";
import { addLayer, type Binding } from "@/ui/keys/registry";
import { notifyPlain } from "@/ui/notify";
import { actionsHere, buttonsHere } from "./here";

vi.mock("@/ui/notify", () => ({ notifyPlain: vi.fn() }));

const saysWhy = (why = t.keys.changed) => {
  expect(notifyPlain).toHaveBeenCalledExactlyOnceWith(why);
  vi.mocked(notifyPlain).mockReset();
};

let remove = () => {};
afterEach(() => {
  remove();
  document.body.replaceChildren();
});

const page = (html: string) => {
  document.body.innerHTML = html;
  return buttonsHere().map(({ label }) => label);
};

test("the buttons of the page are offered by their names, without keys and marks", () => {
  expect(
    page(`<nav data-rail><button>Jobs</button></nav>
      <button aria-label="Sync now"><svg></svg></button>
      <button><svg></svg> Pause <kbd>P</kbd></button>
      <button disabled>Publish 3…</button>
      <button>Pause</button>
      <button>Failed<b>3</b></button>
      <button aria-haspopup="menu" aria-label="More"></button>
      <nav><a href="#copies">Copies of the data</a></nav>`),
  ).toEqual(["Sync now", "Pause", "Failed 3", "Copies of the data"]);
});

test("a button is offered with its key", () => {
  document.body.innerHTML = `<button>Publish<span aria-hidden="true" data-kbd="mod+enter">Ctrl ↵</span></button>
    <button aria-label="Next" data-kbd="j"></button><button>Later</button>`;
  expect(buttonsHere().map(({ label, combo }) => [label, combo])).toEqual([
    ["Publish", "mod+enter"],
    ["Next", "j"],
    ["Later", undefined],
  ]);
});

test("of a list, what the row under the cursor offers, and for which row", () => {
  document.body.innerHTML = `<div role="grid">
    <button data-offered="Order by Product">Product</button>
    <div data-row="Brass ruler"><button aria-label="Retry Brass ruler">Retry</button></div>
    <div data-row="Oak tray" data-current="true">
      <button tabindex="-1">Oak tray</button>
      <button aria-label="Publish… Oak tray">Publish…</button>
      <button aria-label="View product Oak tray"></button>
    </div></div>`;
  expect(buttonsHere().map(({ label, target }) => [label, target])).toEqual([
    ["Order by Product", undefined],
    ["Publish…", "Oak tray"],
    ["View product", "Oak tray"],
  ]);
});

test("over a dialog, those of the dialog", () => {
  expect(
    page(`<button>Pause</button><section role="dialog"><button>Keep</button></section>`),
  ).toEqual(["Keep"]);
});

test("a dialog that is kept and not shown covers nothing", () => {
  expect(
    page(`<button>Pause</button>
      <div style="display: none"><section role="dialog"><button>Keep</button></section></div>`),
  ).toEqual(["Pause"]);
});

test("a button that is not shown is not offered", () => {
  expect(
    page(`<button>Pause</button><button style="visibility: hidden">Resume</button>
      <div style="display: none"><button>Publish 3…</button></div>`),
  ).toEqual(["Pause"]);
});

test("a button that is hidden by then is not pressed", () => {
  page("<button>Pause</button>");
  const pressed = vi.fn();
  const button = document.querySelector("button") as HTMLButtonElement;
  button.addEventListener("click", pressed);
  const [entry] = buttonsHere();
  button.hidden = true;
  entry?.run();
  expect(pressed).not.toHaveBeenCalled();
  saysWhy();
});

/** What the palette offers while those keys are heard. */
const withKeys = (...bindings: Binding[]) => {
  remove = addLayer({ level: "page", bindings });
  return actionsHere();
};

test("what a key does with the row under the cursor names the row, and is done with no other", () => {
  document.body.innerHTML = `<div data-row="Job 12" data-current="true"></div>
    <div data-row="Job 11"></div>`;
  const resume = vi.fn();
  const [entry] = withKeys({ combos: [], label: "Resume", onRow: true, run: resume });
  expect(entry?.target).toBe("Job 12");
  entry?.run();
  expect(resume).toHaveBeenCalledOnce();

  // Another job was made: the list moved down under the cursor.
  const [first, second] = document.querySelectorAll<HTMLElement>("[data-row]");
  delete first?.dataset.current;
  if (second) second.dataset.current = "true";
  entry?.run();
  saysWhy();
  // The same row became another job's.
  if (first) first.dataset.current = "true";
  if (first) first.dataset.row = "Job 13";
  entry?.run();
  saysWhy();
  expect(resume).toHaveBeenCalledOnce();
});

test("what a key does with the selection says so, and is not done with another", () => {
  document.body.innerHTML = `<div data-selected-rows="3 selected rows">
    <div data-row="Oak tray" data-current="true"></div></div>`;
  const approve = vi.fn();
  const key = { combos: ["a"], label: "Approve", onRow: true, onSelection: true, run: approve };
  const [entry] = withKeys(key);
  expect(entry?.target).toBe("3 selected rows");
  document.querySelector("[data-selected-rows]")?.removeAttribute("data-selected-rows");
  entry?.run();
  expect(approve).not.toHaveBeenCalled();
  saysWhy();
});

test("what asks is done with another count, and what does not says why", () => {
  const [publish, retry] = [vi.fn(), vi.fn()];
  const asking = { combos: [], label: "Publish 12…", asks: "publish", run: publish };
  const acting = { combos: [], label: "Retry 3", run: retry };
  const entries = withKeys(asking, acting);
  asking.label = "Publish 13…";
  acting.label = "Retry 4";
  for (const { run } of entries) run();
  expect(publish).toHaveBeenCalledOnce();
  expect(retry).not.toHaveBeenCalled();
  saysWhy();
});

test("a row that is out of sight is not acted on, and that is said", () => {
  document.body.innerHTML = `<div data-row="Job 12" data-current="true"></div>`;
  const resume = vi.fn();
  const shown = () => false;
  const [entry] = withKeys({ combos: [], label: "Resume", onRow: true, shown, run: resume });
  entry?.run();
  expect(resume).not.toHaveBeenCalled();
  saysWhy(t.keys.outOfSight);
});

test("where no row is on screen, nothing is offered that acts on one", () => {
  expect(withKeys({ combos: ["a"], label: "Approve", onRow: true, run: vi.fn() })).toEqual([]);
});

test("of two keys with the same words, each does its own", () => {
  const [up, home] = [vi.fn(), vi.fn()];
  const entries = withKeys(
    { combos: ["arrowup"], label: "Previous", run: up },
    { combos: ["home"], label: "Previous", run: home },
  );
  expect(new Set(entries.map(({ id }) => id)).size).toBe(2);
  entries.find(({ combo }) => combo === "home")?.run();
  expect(up).not.toHaveBeenCalled();
  expect(home).toHaveBeenCalledOnce();
});

test("a button that is gone by then is not pressed", () => {
  page("<button>Pause</button>");
  const button = document.querySelector("button");
  const pressed = vi.fn();
  button?.addEventListener("click", pressed);
  const [entry] = buttonsHere();
  entry?.run();
  expect(pressed).toHaveBeenCalledOnce();
  button?.remove();
  entry?.run();
  saysWhy();
  expect(pressed).toHaveBeenCalledOnce();
});
