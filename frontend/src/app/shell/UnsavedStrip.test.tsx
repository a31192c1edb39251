import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from "@tanstack/react-router";
import { screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import type { TypedAt } from "@/contract";
import { show } from "@/testing/render";
import { UnsavedStrip } from "./UnsavedStrip";

let typed: TypedAt[] = [];
vi.mock("@/api", () => ({ useTypedElsewhere: () => typed, useUnsavedElsewhere: () => [] }));

const at = (part: Partial<TypedAt>): TypedAt => ({
  shop_id: "s",
  kind: "product",
  id: "1",
  handle: "lamp",
  title: "Lamp",
  seat: "left",
  person: "Ada",
  typed_at: "2026-10-14T08:00:00Z",
  ...part,
});

async function open(path: string) {
  const root = createRootRoute({ component: UnsavedStrip });
  const paths = ["/s/$shop/products/$handle", "/s/$shop/collections/$handle", "/s/$shop/jobs"];
  const routeTree = root.addChildren(
    paths.map((path) => createRoute({ getParentRoute: () => root, path })),
  );
  const history = createMemoryHistory({ initialEntries: [path] });
  const router = createRouter({ routeTree, history });
  await router.load();
  // biome-ignore lint/suspicious/noExplicitAny: the routes of this test are not the program's
  show(<RouterProvider router={router as any} />);
}

const strip = () => screen.queryByText(/typed and not saved/);

test.each(["lamp", "gürtel grün", "100% wool", "a+b"])(
  "the editor of %s says itself what was typed in it",
  async (handle) => {
    typed = [at({ handle })];
    await open(`/s/s/products/${encodeURIComponent(handle)}`);
    expect(strip()).toBeNull();
  },
);

test.each([{ shop_id: "other" }, { kind: "collection" as const }, { handle: "desk" }])(
  "what was typed elsewhere is named: %j",
  async (part) => {
    typed = [at(part)];
    await open("/s/s/products/lamp");
    expect(strip()).toBeVisible();
  },
);

test("an editor that two windows typed in counts once", async () => {
  typed = [at({}), at({ seat: "right" })];
  await open("/s/s/jobs");
  expect(strip()).toHaveTextContent("Texts of “Lamp” were typed and not saved.");
});
