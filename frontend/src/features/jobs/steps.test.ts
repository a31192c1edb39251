import { expect, test } from "vitest";
import { menuSteps } from "./steps";

test("in a menu, which begins with the focus on its first entry, what ends a job is the last", () => {
  expect(menuSteps.map(({ name }) => name).indexOf("cancel")).toBe(menuSteps.length - 1);
});
