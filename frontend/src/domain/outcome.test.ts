import { expect, test } from "vitest";
import { counts, job } from "@/testing/fixtures";
import { statusReason } from "./job";
import { failedWords, outcomeWords } from "./outcome";
import { publishingWords } from "./publishingWords";

const words = publishingWords({ kind: "shopify" });
const file = publishingWords({ kind: "file" });

const failing = (failed: number, same: number, unpublished = 0, more = {}) =>
  job({
    counts: counts({ total: 60, failed, ...more }),
    failures: {
      common: { code: "writer_reply", message: "The model’s answer was no copy." },
      brief: "the model’s answer was no copy",
      count: same,
      unpublished,
    },
  });

test("failures are said with what most of them failed with", () => {
  expect(failedWords(failing(14, 14))).toBe("14 failed: the model’s answer was no copy.");
  expect(failedWords(failing(14, 9))).toBe("14 failed, 9 of them: the model’s answer was no copy.");
  expect(failedWords(failing(14, 0))).toBe("");
  expect(failedWords(job({ counts: counts({ failed: 3 }) }))).toBe("");
  expect(statusReason(failing(14, 14))).toMatch(
    /^14 failed: the model’s answer was no copy\. The filter/,
  );
});

test("a job whose reason says it already is not repeated", () => {
  const reason = { code: "writer_reply", message: "Nothing was written." } as const;
  expect(outcomeWords({ ...failing(14, 14), reason }, words)).toBe("");
});

test.each([
  [
    { published: 38, conflict: 1 },
    2,
    2,
    "38 published, 2 failed and 1 in conflict. Failed: the model’s answer was no copy.",
  ],
  [
    { published: 38 },
    5,
    3,
    "38 published and 5 failed. 3 of 5 failed with: the model’s answer was no copy.",
  ],
])(
  "the result of publishing is said while some of it needs a person: %o",
  (more, failed, same, said) => {
    expect(outcomeWords(failing(failed, same, 2, more), words)).toBe(said);
  },
);

test("conflicts alone are said, in the words of the shop; nothing is said of what went well or goes on", () => {
  const tally = counts({ published: 3, changed: 1, conflict: 1 });
  expect(outcomeWords(job({ counts: tally }), words)).toBe("4 published and 1 in conflict.");
  expect(outcomeWords(job({ counts: tally }), file)).toBe(
    "4 collected for the file and 1 in conflict.",
  );
  expect(outcomeWords(job({ counts: counts({ published: 40 }) }), words)).toBe("");
  expect(outcomeWords({ ...failing(2, 2), state: "running" }, words)).toBe("");
});
