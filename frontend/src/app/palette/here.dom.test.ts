import { afterEach, expect, test, vi } from "vitest";
import { buttonsHere } from "./here";

afterEach(() => document.body.replaceChildren());

const page = (html: string) => {
  document.body.innerHTML = html;
  return buttonsHere().map(({ label }) => label);
};

test("the buttons of the page are offered by their names, without keys and marks", () => {
  expect(
    page(`<nav><button>Jobs</button></nav>
      <button aria-label="Sync now"><svg></svg></button>
      <button><svg></svg> Pause <kbd>P</kbd></button>
      <button disabled>Publish 3…</button>
      <button>Pause</button>
      <div role="grid"><button>Retry Brass ruler</button></div>`),
  ).toEqual(["Sync now", "Pause"]);
});

test("over a dialog, those of the dialog", () => {
  expect(
    page(`<button>Pause</button><section role="dialog"><button>Keep</button></section>`),
  ).toEqual(["Keep"]);
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
