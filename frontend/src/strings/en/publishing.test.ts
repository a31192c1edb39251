import { expect, test } from "vitest";
import { publishing } from "./publishing";
import { publishingWords } from "./publishingWords";

const none = {
  waiting: 0,
  conflict: 0,
  rejected: 0,
  failed: 0,
  unwritten: 0,
  skipped: 0,
  cancelled: 0,
  open: 0,
  changed: 0,
  gone: 0,
  rewriting: 0,
  alike: 0,
};

test.each([
  [none, ""],
  [{ ...none, conflict: 6, rejected: 8 }, "6 in conflict and 8 rejected stay out."],
  [{ ...none, rewriting: 2 }, "2 being written again stay out."],
  [{ ...none, alike: 64 }, "64 too much like other texts stay out."],
  [{ ...none, rejected: 1 }, "1 rejected stays out."],
  [
    { ...none, conflict: 1, failed: 2, waiting: 3 },
    "1 in conflict, 2 without a draft and 3 already on the way stay out.",
  ],
])("what stays out of %j is said as %j", (left, words) => {
  expect(publishing.leftOut(left)).toBe(words);
});

test("the question says what, where, what it replaces", () => {
  expect(publishingWords.published.title(111, "description", "Quillmoor Home")).toBe(
    "Publish 111 descriptions to Quillmoor Home?",
  );
  expect(publishing.replaces(111, 111)).toBe("They replace the text on the shop now.");
  expect(publishing.replaces(1, 1)).toBe("It replaces the text on the shop now.");
  expect(publishing.replaces(64, 75)).toBe("64 of them replace text on the shop now.");
  expect(publishing.replaces(0, 75)).toBe("The field is empty on the shop now.");
});

test("a file shop never says that its texts are published", () => {
  const { collected: file } = publishingWords;
  const said = [
    file.published,
    file.column,
    file.statistics(3, 2, 1),
    file.progress(1, 3),
    file.news(1, 3),
    file.next,
    file.nonePublished,
    file.noneUndoable(1),
    file.noneUndoable(2),
    file.notPublished("the file is full"),
    file.queued(2),
    file.result({ published: 2, failed: 1, conflict: 1, unsent: 1 }),
    file.title(2, "title", "Hesper"),
    file.nothingTitle,
    file.button(2),
    file.live(2),
  ];
  for (const sentence of said) expect(sentence).not.toMatch(/publish|live/i);
});
