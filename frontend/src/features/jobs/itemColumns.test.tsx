import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
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
    itemColumns(shop(), "description", false, actions)
      .find((column) => column.id === "product")
      ?.cell(row),
  );
  expect(screen.getByText("and 1 other product")).toHaveAttribute("title", "Lamp, set of two");
});

test("the row of a collection opens its editor, and offers no page of a product", async () => {
  const row = item({
    field: "collection_description",
    place: { kind: "collection", id: "c1", handle: "desk-lamps", title: "Desk lamps" },
    product: { id: "", handle: "", title: "" },
    products: [],
    content: "<p>Lamps for <b>desks</b>.</p>",
  });
  const open = vi.fn();
  const columns = itemColumns(shop(), "collection_description", false, { ...actions, open });
  show(columns.map((column) => <div key={column.id}>{column.cell(row)}</div>));
  expect(columns.map(({ header }) => header)).toContain("Collection");
  expect(screen.getByText("Lamps for desks.")).toBeInTheDocument();
  expect(screen.getByText("desk-lamps")).toBeInTheDocument();
  await userEvent.click(screen.getByRole("button", { name: "Desk lamps" }));
  expect(open).toHaveBeenCalledWith(row);
  expect(screen.queryByRole("button", { name: /^View product/ })).not.toBeInTheDocument();
});

test("a draft that is in a batch waits, and one that is asked for at once is being written", () => {
  const row = item({ state: "generating", mark: "generating" });
  const standing = (inBatch: boolean) =>
    itemColumns(shop(), "title", inBatch, actions)
      .find((column) => column.id === "standing")
      ?.cell(row);
  show(standing(true));
  expect(screen.getByText("Pending")).toBeInTheDocument();
  show(standing(false));
  expect(screen.getByText("Writing")).toBeInTheDocument();
});
