import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test, vi } from "vitest";
import type { ShopOverview } from "@/contract";
import { shop } from "@/testing/fixtures";
import { show } from "@/testing/render";
import { ProductsPage } from "./ProductsPage";

let some: boolean;
vi.mock("@/api", () => ({
  describeError: String,
  useProductFacets: () => ({}),
  useProductIds: () => async () => [],
  useHasCollections: () => some,
  useSyncing: () => false,
  useSyncShop: () => ({}),
  useProductList: () => ({
    total: 0,
    missing: 0,
    rowAt: () => undefined,
    rows: async () => [],
    known: () => [],
    show: () => {},
    error: null,
    retry: () => {},
  }),
}));

vi.mock("@/flows/useSync", () => ({ useSync: () => () => {}, wasStopped: () => false }));

const onNewJob = vi.fn();
const onKind = vi.fn();
beforeEach(() => {
  some = true;
  vi.clearAllMocks();
});

function open(part: Partial<ShopOverview>) {
  show(
    <ProductsPage
      shop={shop({ synced_at: "2026-10-14T08:00:00Z", ...part })}
      search=""
      filter={{}}
      order={{ by: "", descending: false }}
      onOrder={() => {}}
      onSearch={() => {}}
      onFilter={() => {}}
      onOpen={() => {}}
      onKind={onKind}
      onKeyphrases={() => {}}
      onNewJob={onNewJob}
      panel={undefined}
    />,
  );
}

test("a shop with collections and no products can start a job, and shows its collections", async () => {
  open({});
  expect(screen.getByText(/^No products here yet/)).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: /New job/ }));
  await userEvent.keyboard("n");
  expect(onNewJob).toHaveBeenCalledTimes(2);
  await userEvent.click(screen.getByRole("radio", { name: "Collections" }));
  await userEvent.keyboard("c");
  expect(onKind.mock.calls).toEqual([["collections"], ["collections"]]);
});

test("a shop with neither cannot start a job", async () => {
  some = false;
  open({});
  expect(screen.getByRole("button", { name: /New job/ })).toBeDisabled();
  await userEvent.keyboard("n");
  expect(onNewJob).not.toHaveBeenCalled();
});

test("a product export shows no way to collections", async () => {
  some = false;
  open({ kind: "file" });
  expect(screen.queryByRole("radio", { name: "Collections" })).toBeNull();
  await userEvent.keyboard("c");
  expect(onKind).not.toHaveBeenCalled();
});
