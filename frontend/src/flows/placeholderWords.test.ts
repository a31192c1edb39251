import { expect, test } from "vitest";
import { unknownIn, withWord } from "./placeholderWords";

test.each([
  ["Name {vendor} and {title}.", []],
  ["Name {Vendor}.", ["{Vendor}"]],
  ["{{title}} by {brand} {brand}", ["{{title}}", "{brand}"]],
  ["{} and {1}", []],
  ["{größe}", ["{größe}"]],
])("unknown placeholders in %s", (text, unknown) => {
  expect(unknownIn(text)).toEqual(unknown);
});

test("a placeholder is added at the end", () => {
  expect(withWord("", "{title}")).toBe("{title}");
  expect(withWord("Name", "{title}")).toBe("Name {title}");
  expect(withWord("Name ", "{title}")).toBe("Name {title}");
});
