import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { beforeEach, expect, test, vi } from "vitest";
import type { CollectionSummary } from "@/contract";
import { collectionSummary } from "@/testing/fixtures";
import { show } from "@/testing/render";
import { CollectionsField } from "./CollectionsField";

let shop: CollectionSummary[];
let total: number;
vi.mock("@/api", () => ({
  describeError: String,
  useCollections: (_: string, search: string) => {
    const collections = shop.filter(({ title }) => title.toLowerCase().includes(search));
    return { data: { collections, total: Math.max(total, collections.length) }, error: null };
  },
}));
beforeEach(() => {
  total = 0;
});

function Panel() {
  const [chosen, setChosen] = useState<string[]>([]);
  return (
    <>
      <CollectionsField shop="s1" chosen={chosen} onChange={setChosen} />
      <output>{chosen.join(" ")}</output>
    </>
  );
}

test("chosen collections stay chosen while a search shows others", async () => {
  shop = [
    collectionSummary({ id: "c1", title: "Lamps" }),
    collectionSummary({ id: "c2", title: "Kitchen" }),
  ];
  show(<Panel />);
  expect(screen.getByText("All, unless you choose some")).toBeVisible();
  await userEvent.click(screen.getByRole("checkbox", { name: /Lamps/ }));
  await userEvent.type(screen.getByRole("textbox", { name: "Search collections" }), "kit");
  expect(screen.queryByRole("checkbox", { name: /Lamps/ })).toBeNull();
  await userEvent.click(screen.getByRole("checkbox", { name: /Kitchen/ }));
  expect(screen.getByText("2 chosen")).toBeVisible();
  expect(screen.getByRole("status")).toHaveTextContent("c1 c2");
  await userEvent.type(screen.getByRole("textbox", { name: "Search collections" }), "zzz");
  expect(screen.getByText("No collection matches.")).toBeVisible();
});

test("says what a collection lacks, and that the last sync did not find it", () => {
  shop = [
    collectionSummary({ product_count: 1, seo_title_chars: 0, meta_description_chars: 0 }),
    collectionSummary({ id: "c2", title: "Gone", missing: true }),
  ];
  total = 12;
  show(<Panel />);
  expect(screen.getByText("1 product, no SEO title, no meta description")).toBeVisible();
  expect(screen.getByText("3 products, not found by the last sync")).toBeVisible();
  expect(screen.getByText("10 more collections: search to find them.")).toBeVisible();
});

test("says that the shop has no collections", () => {
  shop = [];
  show(<Panel />);
  expect(screen.getByText(/^This shop has no collections/)).toBeVisible();
});
