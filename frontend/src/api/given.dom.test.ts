import { expect, test } from "vitest";
import { given, takeGiven } from "./given";

test("an answer that came with the page is the first call's, and no later one's", () => {
  expect(given()).toEqual({});
  const block = document.createElement("script");
  Object.assign(block, { type: "application/json", id: "given" });
  block.textContent = '{"GetSettings":{"strategy":"review"}}';
  document.head.append(block);
  expect(takeGiven("GetSettings")).toEqual({ strategy: "review" });
  expect(takeGiven("GetSettings")).toBeUndefined();
  expect(takeGiven("ListShops")).toBeUndefined();
  block.remove();
});
