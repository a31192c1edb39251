import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { everything, selectedCount } from "@/lib/selection";
import { show } from "@/testing/render";
import { CatalogueSelectionBar } from "./CatalogueSelectionBar";

const nop = () => {};

test("all that are selected leave out those missing from the shop", () => {
  const selection = {
    value: everything,
    count: selectedCount(everything, 86),
    has: () => true,
    touch: nop,
    instead: () => nop,
    only: nop,
    all: nop,
    clear: nop,
  };
  show(
    <CatalogueSelectionBar
      selection={selection}
      total={86}
      missing={6}
      searching={false}
      onOnlyScreen={nop}
      onNewJob={nop}
    />,
  );
  expect(screen.getByText("All 80 selected")).toBeVisible();
  expect(screen.getByRole("button", { name: /New job for 80/ })).toBeVisible();
});
