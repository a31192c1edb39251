import { expect, test } from "vitest";
import type { ProductFile } from "@/contract";
import { reportText } from "./report";

const file: ProductFile = {
  name: "range.csv",
  bytes: 100,
  products: 2,
  variants: 2,
  images: 0,
  format: {
    separator: "comma",
    hint: false,
    decimal_comma: false,
    number: "",
    number_read: "",
    header: 1,
    encoding: "utf-8",
  },
  columns: [],
  unknown: [],
  empty: [],
  left_out: { cells: 2, rows: 1, products: 0, entries: [], more: 0 },
};

test("the copied report has a row for each entry, with what became of it", () => {
  const left_out = {
    ...file.left_out,
    more: 3,
    entries: [
      {
        kind: "cell" as const,
        line: 212,
        lines: "212, 213",
        count: 2,
        column: "Variant Price",
        cell: "n/a",
        why: "Not a plain number: the price is unknown",
      },
    ],
  };
  expect(reportText({ ...file, left_out }).split("\n")).toEqual([
    "range.csv",
    "Left out: 2 cells and 1 row.",
    "Line\tColumn\tIn the file\tWhy",
    "212, 213\tVariant Price\tn/a\tNot a plain number: the price is unknown\tleft out",
    "and 3 more of the same kinds",
    "",
  ]);
});

test("a report without anything left out says so", () => {
  const left_out = { ...file.left_out, cells: 0, rows: 0 };
  expect(reportText({ ...file, left_out })).toContain("Nothing was left out.");
});
