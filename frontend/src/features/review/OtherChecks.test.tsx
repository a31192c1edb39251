import { screen } from "@testing-library/react";
import { beforeEach, expect, test, vi } from "vitest";
import type { Closest } from "@/contract";
import { item, proof } from "@/testing/fixtures";
import { show } from "@/testing/render";
import { OtherChecks } from "./OtherChecks";

let closest: Closest | null;
vi.mock("@/api/client", async (original) => ({
  ...(await original<object>()),
  call: async () => closest,
}));
beforeEach(() => {
  closest = null;
});

const claim = { rule: "claim_figure", class: "figure", words: "", start: 0, end: 0, kept: false };
const held = {
  rule: "claim_figure",
  severity: "hold" as const,
  message: "",
  about: "24 cm",
  start: 4,
  end: 9,
};

const lineOf = (words: RegExp) => screen.getByText(words).closest("li");

test("claims with a source, kept parts and the closest text are one line each", async () => {
  closest = { item_id: "431/7", handle: "hesper-walnut", title: "Hesper, walnut", percent: 38 };
  show(
    <OtherChecks
      proof={proof({
        item: item({ warnings: [held], original: "<p>Lamp</p>" }),
        claims: [
          { ...claim, grade: "supported" },
          { ...claim, grade: "no_source" },
        ],
      })}
    />,
  );
  expect(lineOf(/^Claims with a source/)).toHaveTextContent("1 of 2");
  expect(lineOf(/^Images, links, tables kept/)).toHaveTextContent("0 lost");
  expect((await screen.findByText("Closest: Hesper, walnut")).closest("li")).toHaveTextContent(
    "38 % alike",
  );
});

test("a short text without claims has nothing to remark", () => {
  show(
    <OtherChecks
      proof={proof({ item: item({ field: "title", content: "Lamp", warnings: [] }), claims: [] })}
    />,
  );
  expect(screen.getByText("Nothing to remark.")).toBeInTheDocument();
  expect(screen.queryByText(/^Images, links/)).not.toBeInTheDocument();
});
