import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { expect, test, vi } from "vitest";
import type { Field, ShopKind } from "@/contract";
import { show } from "@/testing/render";
import { FieldChoice } from "./FieldChoice";

let kind: ShopKind;
let unknown: Field[] = [];
vi.mock("@/api", () => ({ useShop: () => ({ kind, unknown }) }));

function Panel({ listed = "product" }: { listed?: "product" | "collection" }) {
  const first = listed === "product" ? "description" : "collection_description";
  const [field, setField] = useState<Field>(first);
  return (
    <>
      <FieldChoice shop="s1" listed={listed} field={field} onChange={setField} />
      <output>{field}</output>
    </>
  );
}

const choose = (label: string) => userEvent.click(screen.getByRole("radio", { name: label }));
const offered = () =>
  [...screen.getByRole("radiogroup", { name: "Field" }).querySelectorAll("input")].map(
    (input) => input.value,
  );

test("offers texts of products, then those of collections under their short names", async () => {
  kind = "shopify";
  show(<Panel />);
  expect(offered()).toEqual(["title", "description", "seo_title", "meta_description", "alt_text"]);
  await choose("Collections");
  expect(offered()).toEqual([
    "collection_description",
    "collection_seo_title",
    "collection_meta_description",
  ]);
  expect(screen.getByRole("status")).toHaveTextContent("collection_description");
  await choose("Meta description");
  expect(screen.getByRole("status")).toHaveTextContent("collection_meta_description");
  await choose("Products");
  expect(screen.getByRole("status")).toHaveTextContent(/^description$/);
});

test("offers no collections in a shop that is a product export", () => {
  kind = "file";
  show(<Panel />);
  expect(screen.queryByRole("radio", { name: "Collections" })).toBeNull();
  expect(offered()).toContain("alt_text");
});

test("offers only texts of collections beside their list", () => {
  kind = "shopify";
  show(<Panel listed="collection" />);
  expect(screen.queryByRole("radio", { name: "Products" })).toBeNull();
  expect(offered()).toEqual([
    "collection_description",
    "collection_seo_title",
    "collection_meta_description",
  ]);
});

test("offers no text that the shop's file has no column for, and says so", () => {
  kind = "file";
  unknown = ["seo_title", "meta_description"];
  show(<Panel />);
  expect(offered()).toEqual(["title", "description", "alt_text"]);
  expect(screen.getByText(/^Not offered: SEO title and meta description\./i)).toBeVisible();
});
