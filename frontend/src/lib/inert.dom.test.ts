import { expect, test } from "vitest";
import { inertBody, plainForms } from "./inert";

test.each(["body", "createElement", "querySelectorAll", "head", "documentElement"])(
  "a picture named %s shadows nothing",
  (name) => {
    const html = `<p>a</p><img name="${name}"><form name="${name}"><b>b</b></form>`;
    const body = inertBody(html);
    expect(body.innerHTML).toBe(html);
    expect(body.ownerDocument.createElement("p").localName).toBe("p");
  },
);

test("text is read as the inside of a page", () => {
  expect(inertBody("<body onload=x><td>a</td><link><p>b").innerHTML).toBe("a<link><p>b</p>");
});

test("fields of a form shadow nothing", () => {
  const html =
    '<form action="/a"><input id="attributes"><input name="childNodes"><b>b</b><input name="localName"></form>';
  const form = plainForms(inertBody(html)).firstElementChild;
  expect(form?.localName).toBe("form");
  expect([...(form?.attributes ?? [])].map((a) => a.name)).toEqual(["action"]);
  expect(form?.childNodes).toHaveLength(4);
});
