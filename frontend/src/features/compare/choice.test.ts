import { expect, test } from "vitest";
import type { Comparison } from "@/contract";
import { item, job } from "@/testing/fixtures";
import { choiceOf, choose, kindOf, leader, marked, startOf, tally } from "./choice";

const pair = (n: number, b: "generated" | "failed" = "generated") => {
  const place = { kind: "product" as const, id: `p${n}`, handle: "", title: "" };
  return {
    a: item({ id: `1/${n}`, place }),
    b: item({ id: `2/${n}`, place, state: b, revision: b === "failed" ? 0 : 3 }),
    length_a: 10,
    length_b: 12,
  };
};
const pairs = [pair(1), pair(2), pair(3, "failed")];
const comparison = { a: job({ id: "1" }), b: job({ id: "2" }), pairs } as Comparison;

test("a side is taken only where it has a draft", () => {
  const all = choose({}, pairs, "b");
  expect(tally(pairs, all)).toEqual({ a: 0, b: 2, open: 1 });
  expect(leader(pairs, all)).toBe("b");
  expect(leader(pairs, choose(all, pairs, "a"))).toBe("a");
  expect(leader(pairs, {})).toBe("a");
});

test("what is kept is named with the revision on screen", () => {
  const choices = choose(choose({}, pairs, "a"), pairs.slice(1, 2), "b");
  expect(choiceOf(comparison, choices, "b", true)).toEqual({
    job: "2",
    kept: [
      { id: "1/1", revision: 1 },
      { id: "2/2", revision: 3 },
      { id: "1/3", revision: 1 },
    ],
    rest: true,
  });
});

test("words that only one text has are told apart", () => {
  const own = (text: string, other: string) =>
    marked(text, other)
      .filter((part) => part.own)
      .map((part) => part.word.trim());
  expect(own("Open with what it is for.", "Open with where it is used.")).toEqual(["what", "for."]);
  expect(own("Short.", "short")).toEqual([]);
  expect(own("Short.", "")).toEqual(["Short."]);
});

test("placeholders are told from words, with any characters around them", () => {
  const words = marked("Say (“{title}”), {vendor}{type} and {brand}.", "The {vendor} title.");
  const named = words.filter((part) => part.placeholder);
  expect(named.map(({ word, own }) => [word.trim(), own])).toEqual([
    ["{title}", true],
    ["{vendor}", false],
    ["{type}", true],
  ]);
  expect(words.map(({ word }) => word).join("")).toBe(
    "Say (“{title}”), {vendor}{type} and {brand}.",
  );
});

test("the other kind of comparison starts from what A has, so that one thing differs", () => {
  const of = (model: string, instructions: string) =>
    job({ instructions, writer: { kind: "openai", base_url: "", model } });
  const words = { ...comparison, a: of("m1", "Calm."), b: of("m1", "Loud.") };
  expect(kindOf(words)).toBe("instructions");
  expect(startOf(words, "models")).toEqual({ instructions: "Calm.", model: "" });
  const models = { ...comparison, a: of("m1", "Calm."), b: of("m2", "Calm.") };
  expect(kindOf(models)).toBe("models");
  expect(startOf(models, "instructions")).toEqual({ instructions: "", model: "m1" });
});
