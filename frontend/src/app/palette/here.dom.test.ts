import { afterEach, expect, test, vi } from "vitest";
import { buttonsHere } from "./here";

afterEach(() => document.body.replaceChildren());

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
  expect(buttonsHere().map(({ label, note }) => [label, note])).toEqual([
    ["Order by Product", ""],
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
  ).toContain("Pause");
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
  expect(pressed).toHaveBeenCalledOnce();
});
