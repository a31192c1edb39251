import { MantineProvider } from "@mantine/core";
import { act, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { useState } from "react";
import { expect, test, vi } from "vitest";
import { nasty, sampleDescriptions } from "@/testing/descriptions";
import DescriptionField from "./DescriptionField";

const onChange = vi.fn<(text: string) => void>();

function Field({ start }: { start: string }) {
  const [text, setText] = useState(start);
  const change = (next: string) => {
    onChange(next);
    setText(next);
  };
  return (
    <MantineProvider>
      <DescriptionField label="Description" text={text} readOnly={false} onChange={change} />
      <output>{text}</output>
    </MantineProvider>
  );
}

/** The elements and attributes that a text uses. */
const markupOf = (html: string) =>
  [...new Set(html.match(/<[a-z][^\s>]*|\s[a-z-]+=/g))].sort().join("");

// Mounting an editor is slow: of sample texts with the same markup one is enough.
const samples = new Map(sampleDescriptions().map(([, html]) => [markupOf(html), html]));

test.each([...nasty, ...samples.values()])(
  "an untouched description is never sent: %j",
  async (html) => {
    onChange.mockClear();
    const { container } = render(<Field start={html} />);
    await act(async () => {});
    expect(container.querySelector("output")?.textContent).toBe(html);
    expect(onChange).not.toHaveBeenCalled();
  },
);

test("what rich text cannot hold opens as source and says why", () => {
  const html =
    '<table class="size"><tr><td>S</td></tr></table><iframe src="https://v.example"></iframe>';
  render(<Field start={html} />);
  expect(screen.getByRole("textbox", { name: "Description" })).toHaveValue(html);
  expect(screen.getByText(/Opened as source/)).toHaveTextContent(
    "Opened as source, since rich text would lose 1 table, 1 class, 1 embedded frame and 1 other attribute.",
  );
});

test("typed in the source, a text stays the source's own", () => {
  render(<Field start="<p class=x>a</p>" />);
  const source = screen.getByRole("textbox", { name: "Description" });
  fireEvent.change(source, { target: { value: "<p>a</p>" } });
  expect(source).toHaveValue("<p>a</p>");
  expect(onChange).toHaveBeenLastCalledWith("<p>a</p>");
});

test("rich text of a lossy description is asked for, and opening it changes nothing", async () => {
  onChange.mockClear();
  render(<Field start="<p class=x>a</p>" />);
  fireEvent.click(screen.getByRole("button", { name: "Edit as rich text…" }));
  const confirm = await screen.findByRole("button", { name: "Edit as rich text" });
  expect(screen.getByRole("dialog")).toHaveTextContent("1 class");
  fireEvent.click(confirm);
  await waitFor(() => expect(screen.getByRole("toolbar")).toBeInTheDocument());
  expect(onChange).not.toHaveBeenCalled();
});
