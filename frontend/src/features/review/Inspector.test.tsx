import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { item, proof } from "@/testing/fixtures";
import { show } from "@/testing/render";
import { Inspector } from "./Inspector";

const lamp = { id: "p1", handle: "lamp", title: "Lamp" };
const set = { id: "p2", handle: "lamp-set", title: "Lamp, set of two" };

const inspect = (products: (typeof lamp)[]) =>
  show(
    <Inspector
      proof={proof({ item: item({ field: "alt_text", product: lamp, products }) })}
      scores={false}
      tab="score"
      onTab={() => {}}
      onView={undefined}
      notes={undefined}
      listed={false}
    />,
  );

test("names the other products that show the image", () => {
  inspect([lamp, set]);
  expect(screen.getByText(/^1 other product shows this image/)).toBeInTheDocument();
  expect(screen.getByText("Lamp, set of two")).toBeInTheDocument();
  expect(screen.queryByText("Lamp")).not.toBeInTheDocument();
});

test("says nothing of an image of one product", () => {
  inspect([lamp]);
  expect(screen.queryByText("Shared image")).not.toBeInTheDocument();
});

test("the search result of a collection shows the draft of its meta description", () => {
  const lamps = { kind: "collection", id: "c1", handle: "lamps", title: "Lamps" } as const;
  show(
    <Inspector
      proof={proof({
        item: item({
          field: "collection_meta_description",
          place: lamps,
          content: "All our lamps.",
        }),
        collection: {
          id: "c1",
          shop_id: "s",
          handle: "lamps",
          title: "Lamps",
          description_html: "<p>Lamps.</p>",
          seo_title: { text: "Lamps for every room" },
          meta_description: { text: "" },
          image_url: "",
          product_count: 12,
          missing: false,
          updated_at: "2026-10-14T09:12:00Z",
          shop_facts: "",
          products: [],
        },
      })}
      scores={false}
      tab="score"
      onTab={() => {}}
      onView={undefined}
      notes={undefined}
      listed={false}
    />,
  );
  expect(screen.getByText("Lamps for every room")).toBeInTheDocument();
  expect(screen.getByText("All our lamps.")).toBeInTheDocument();
  expect(screen.getByText("12")).toBeInTheDocument();
  expect(screen.queryByText("not changed by this job")).not.toBeInTheDocument();
});
