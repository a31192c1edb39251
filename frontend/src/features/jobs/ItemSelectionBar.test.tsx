import { screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import type { Item } from "@/contract";
import { item } from "@/testing/fixtures";
import { show } from "@/testing/render";
import type { ListSelection } from "@/ui/table/useListSelection";
import { ItemSelectionBar } from "./ItemSelectionBar";
import type { ItemActions } from "./useItemActions";

const actions = new Proxy({}, { get: () => vi.fn() }) as ItemActions;

const can = (publish: boolean, overwrite = false) =>
  item({ can: { ...item().can, publish, overwrite } });

function bar(all: boolean, rows: Item[]) {
  const value = { all, ids: new Set(rows.map(({ id }) => id)) };
  const selection = { count: 3, value, named: () => (all ? [] : rows), clear: () => {} };
  show(
    <ItemSelectionBar
      selection={selection as unknown as ListSelection<Item>}
      actions={actions}
      waiting={false}
    />,
  );
}

test("the button counts what would be published of the chosen rows, not the rows", () => {
  bar(false, [can(true), can(true), can(false), can(true, true)]);
  expect(screen.getByRole("button", { name: /^Publish 2…/ })).toBeVisible();
});

test("the button counts nothing where none of the rows can be published", () => {
  bar(false, [can(false)]);
  expect(screen.getByRole("button", { name: /^Publish…/ })).toBeVisible();
});

test("the button counts nothing where the whole list is chosen: its question does", () => {
  bar(true, []);
  expect(screen.getByRole("button", { name: /^Publish…/ })).toBeVisible();
});
