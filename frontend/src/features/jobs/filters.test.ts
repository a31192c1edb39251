import { expect, test } from "vitest";
import { counts, job } from "@/testing/fixtures";
import { itemTabs } from "./filters";

const shop = { kind: "demo" } as const;

const keys = (tabs: { key: string }[]) => tabs.map((tab) => tab.key);

test("filters with nothing to show are left out, but for the usual ones and the current one", () => {
  expect(keys(itemTabs(job({ counts: counts() }), "all", shop))).toEqual([
    "all",
    "unpublished",
    "published",
    "failed",
  ]);
  expect(keys(itemTabs(job({ counts: counts({ conflict: 6 }) }), "rejected", shop))).toEqual([
    "all",
    "unpublished",
    "published",
    "failed",
    "conflict",
    "rejected",
  ]);
});

test("each filter carries its count", () => {
  const tabs = itemTabs(
    job({ counts: counts({ total: 260, unpublished: 125, failed: 14 }) }),
    "all",
    shop,
  );
  expect(tabs.map((tab) => tab.count)).toEqual([260, 125, 0, 14]);
});

test("in a file shop the tab of published items says that they are collected", () => {
  const tab = itemTabs(job({ counts: counts() }), "all", { kind: "file" }).find(
    ({ key }) => key === "published",
  );
  expect(tab).toMatchObject({ label: "Collected for the file", mark: "collected" });
});

test("groups of alike drafts have a tab of their own, also where all are kept", () => {
  const tabOf = (alike: { texts: number; groups: number; kept: number }) =>
    itemTabs(job({ alike: { ...alike, due: false } }), "all", shop).find(
      ({ key }) => key === "alike",
    );
  expect(tabOf({ texts: 0, groups: 0, kept: 0 })).toBeUndefined();
  expect(tabOf({ texts: 64, groups: 4, kept: 1 })).toMatchObject({
    count: 64,
    note: "in 4 groups",
  });
  expect(tabOf({ texts: 0, groups: 0, kept: 1 })).toMatchObject({ count: 0, note: "1 group kept" });
});
