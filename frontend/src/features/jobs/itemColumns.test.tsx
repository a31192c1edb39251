import { screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { item, shop } from "@/testing/fixtures";
import { show } from "@/testing/render";
import { itemColumns, type RowActions } from "./itemColumns";

const actions = new Proxy({}, { get: () => vi.fn() }) as RowActions;

test("the row of a shared image says how many other products show it, and names them", () => {
  const lamp = { id: "p1", handle: "lamp", title: "Lamp" };
  const set = { id: "p2", handle: "lamp-set", title: "Lamp, set of two" };
  const row = item({ field: "alt_text", product: lamp, products: [lamp, set] });
  show(
    itemColumns(shop(), actions)
      .find((column) => column.id === "product")
      ?.cell(row),
  );
  expect(screen.getByText("and 1 other product")).toHaveAttribute("title", "Lamp, set of two");
});
