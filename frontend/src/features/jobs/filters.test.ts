import { expect, test } from "vitest";
import { counts } from "@/testing/fixtures";
import { itemTabs } from "./filters";

const shop = { kind: "demo" } as const;

const keys = (tabs: { key: string }[]) => tabs.map((tab) => tab.key);

test("filters with nothing to show are left out, but for the usual ones and the current one", () => {
  expect(keys(itemTabs(counts(), "all", shop))).toEqual([
    "all",
    "unpublished",
    "published",
    "failed",
  ]);
  expect(keys(itemTabs(counts({ conflict: 6 }), "rejected", shop))).toEqual([
    "all",
    "unpublished",
    "published",
    "failed",
    "conflict",
    "rejected",
  ]);
});

test("each filter carries its count", () => {
  const tabs = itemTabs(counts({ total: 260, unpublished: 125, failed: 14 }), "all", shop);
  expect(tabs.map((tab) => tab.count)).toEqual([260, 125, 0, 14]);
});

test("in a file shop the tab of published items says that they are collected", () => {
  const tab = itemTabs(counts(), "all", { kind: "file" }).find(({ key }) => key === "published");
  expect(tab).toMatchObject({ label: "Collected for the file", mark: "collected" });
});
