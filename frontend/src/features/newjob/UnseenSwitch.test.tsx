import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import type { Estimate, Field } from "@/contract";
import { show } from "@/testing/render";
import { UnseenSwitch } from "./UnseenSwitch";

const estimated = (part: Partial<Estimate>) =>
  ({ items: 12, unseen: 0, sight_unknown: false, ...part }) as Estimate;

const render = (field: Field, part: Partial<Estimate>, checked = false) => {
  const onChange = vi.fn();
  show(
    <UnseenSwitch field={field} estimate={estimated(part)} checked={checked} onChange={onChange} />,
  );
  return onChange;
};

test("says how many pictures are not seen and what becomes of them, and takes a yes", async () => {
  const onChange = render("alt_text", { unseen: 12 });
  expect(screen.getByText(/sees no pictures.*is not written/)).toBeVisible();
  await userEvent.click(screen.getByRole("switch"));
  expect(onChange).toHaveBeenCalledWith(true);
});

test("says that such texts are marked and wait for review", () => {
  render("alt_text", { unseen: 2, sight_unknown: true }, true);
  expect(screen.getByText(/2 pictures have no address.*waits for your review/)).toBeVisible();
});

test("is there where the model's sight is not known, and not where all is seen or no picture meant", () => {
  render("alt_text", { sight_unknown: true });
  expect(screen.getByRole("switch")).not.toBeChecked();
});

test.each([
  ["alt_text", {}],
  ["title", { unseen: 3 }],
] as const)("is left out of %s where it has no use", (field, part) => {
  render(field, part);
  expect(screen.queryByRole("switch")).toBeNull();
});
