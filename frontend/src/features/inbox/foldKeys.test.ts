import { expect, test, vi } from "vitest";
import { foldKeys } from "./foldKeys";
import type { InboxRow } from "./rows";

test.each([
  ["shop", true, ["Collapse"]],
  ["shop", false, ["Expand"]],
  ["job", true, ["Collapse"]],
  ["job", false, ["Expand"]],
  ["draft", undefined, ["Go to the job"]],
  [undefined, undefined, []],
])("of a row %s, open: %s, the arrows do %j", (kind, open, labels) => {
  const row = kind && ({ kind, ...(open === undefined ? {} : { open }) } as InboxRow);
  const fold = vi.fn();
  const heard = foldKeys(row as InboxRow | undefined, fold).filter(({ off }) => !off);
  expect(heard.map(({ label }) => label)).toEqual(labels);
  expect(heard.every(({ onRow }) => onRow)).toBe(true);
  for (const { run } of heard) run();
  expect(fold.mock.calls).toEqual(heard.map(() => [row, open === false]));
});
