import { fireEvent, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { item, proof } from "@/testing/fixtures";
import { show } from "@/testing/render";
import { useCompared } from "./useCompared";

const revision = (number: number, content: string) => ({
  number,
  author: "model" as const,
  name: "m",
  note: "",
  content,
  created_at: "2026-10-14T09:12:00Z",
});

const rewritten = proof({
  item: item({
    revision: 3,
    rewrite: { state: "written", note: "Shorter", reason: null, brief: "", revision: 2 },
  }),
  revisions: [revision(1, "First"), revision(2, "Seen"), revision(3, "<p>A lamp.</p>")],
  on_shop: { value: { text: "Shop" }, seen_at: "2026-10-14T09:12:00Z" },
});

function Compared({ editing = false }: { editing?: boolean }) {
  const { text, kind, other } = useCompared(rewritten, editing);
  return (
    <button type="button" onClick={other?.show}>
      {kind} {text}
    </button>
  );
}

test("a draft that was written again is compared with the one that was seen, on request with the shop's", () => {
  show(<Compared />);
  const button = screen.getByRole("button");
  expect(button).toHaveTextContent("seen Seen");
  fireEvent.click(button);
  expect(button).toHaveTextContent("now Shop");
  fireEvent.click(button);
  expect(button).toHaveTextContent("seen Seen");
});

test("while it is edited it is compared with the shop's text", () => {
  show(<Compared editing />);
  expect(screen.getByRole("button")).toHaveTextContent("now Shop");
});
