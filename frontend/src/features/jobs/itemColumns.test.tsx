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
    itemColumns(shop(), "description", actions)
      .find((column) => column.id === "product")
      ?.cell(row),
  );
  expect(screen.getByText("and 1 other product")).toHaveAttribute("title", "Lamp, set of two");
});

test("the row of a collection names it, and offers no page or editor of a product", () => {
  const row = item({
    field: "collection_description",
    place: { kind: "collection", id: "c1", handle: "desk-lamps", title: "Desk lamps" },
    product: { id: "", handle: "", title: "" },
    products: [],
    content: "<p>Lamps for <b>desks</b>.</p>",
  });
  const columns = itemColumns(shop(), "collection_description", actions);
  show(columns.map((column) => <div key={column.id}>{column.cell(row)}</div>));
  expect(columns.map(({ header }) => header)).toContain("Collection");
  expect(screen.getByText("Lamps for desks.")).toBeInTheDocument();
  expect(screen.getByText("desk-lamps")).toBeInTheDocument();
  expect(screen.queryByRole("button", { name: "Desk lamps" })).not.toBeInTheDocument();
  expect(screen.queryByRole("button", { name: /^View product/ })).not.toBeInTheDocument();
});
