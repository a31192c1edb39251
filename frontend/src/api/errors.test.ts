import { expect, test } from "vitest";
import { GalleyError, toGalleyError } from "./errors";

const told = { code: "shop_token", message: "The shop refused the token.", detail: "401" };

test.each([
  ["the window's JSON string", JSON.stringify(told)],
  ["an Error that holds it", new Error(JSON.stringify(told))],
  ["the HTTP envelope", { error: told }],
  ["the envelope as text", JSON.stringify({ error: told })],
  ["the bare object", told],
])("an error is read from %s", (_, thrown) => {
  const error = toGalleyError(thrown);
  expect(error).toBeInstanceOf(GalleyError);
  expect([error.code, error.message, error.detail]).toEqual(["shop_token", told.message, "401"]);
});

test("text that is no JSON stays the message", () => {
  expect(toGalleyError(new Error("boom")).message).toBe("boom");
});

test("what says nothing becomes an internal error with the rest as detail", () => {
  const error = toGalleyError({ odd: 1 });
  expect([error.code, error.message, error.detail]).toEqual(["internal", "", '{"odd":1}']);
});
