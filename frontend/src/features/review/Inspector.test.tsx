import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { item } from "@/testing/fixtures";
import { show } from "@/testing/render";
import { Inspector } from "./Inspector";

const lamp = { id: "p1", handle: "lamp", title: "Lamp" };
const set = { id: "p2", handle: "lamp-set", title: "Lamp, set of two" };

const inspect = (products: (typeof lamp)[]) =>
  show(
    <Inspector
      item={item({ field: "alt_text", product: lamp, products })}
      product={null}
      scores={false}
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
