import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test, vi } from "vitest";
import { show } from "@/testing/render";
import type { Entry, Group } from "./entries";
import Palette from "./Palette";

const run = vi.hoisted(() => vi.fn());
const entry = (label: string, found = false): Entry => ({
  id: label,
  label,
  note: "",
  found,
  run: () => run(label),
});

/** Products are searched once typing pauses, and are listed before jobs. */
vi.mock("./usePaletteGroups", () => ({
  usePaletteGroups: (_shop: unknown, _here: unknown, query: string): Group[] => [
    { key: "actions", entries: [entry("Settings"), entry("All shops")] },
    { key: "products", entries: query === "" ? [] : [entry("Brass ruler", true)] },
    { key: "jobs", entries: [entry("Job 1, rulers"), entry("Job 2, rulers")] },
  ],
}));

const onClose = vi.fn();
beforeEach(() => {
  run.mockReset();
  onClose.mockReset();
  Element.prototype.scrollIntoView = () => {};
  show(<Palette shop={undefined} here={[]} onClose={onClose} />);
});
const field = () => screen.getByRole("combobox");
const current = () => document.getElementById(field().getAttribute("aria-activedescendant") ?? "");

test("Enter opens the first entry without another key, and closes the palette", async () => {
  expect(field()).toHaveFocus();
  expect(current()).toHaveTextContent("Settings");
  await userEvent.keyboard("{Enter}");
  expect(onClose).toHaveBeenCalled();
  await waitFor(() => expect(run).toHaveBeenCalledExactlyOnceWith("Settings"));
});

test("the selected entry is announced, and the arrows go round", async () => {
  await userEvent.keyboard("{ArrowUp}");
  expect(screen.getByRole("option", { selected: true })).toHaveTextContent("Job 2, rulers");
  expect(current()).toHaveTextContent("Job 2, rulers");
  await userEvent.keyboard("{ArrowDown}");
  expect(screen.getByRole("option", { selected: true })).toHaveTextContent("Settings");
});

test("a product that is found late can be opened by Enter", async () => {
  await userEvent.keyboard("brass");
  expect(await screen.findByRole("option", { selected: true })).toHaveTextContent("Brass ruler");
  expect(current()).toHaveTextContent("Brass ruler");
  await userEvent.keyboard("{Enter}");
  await waitFor(() => expect(run).toHaveBeenCalledExactlyOnceWith("Brass ruler"));
});

test("Enter opens the entry that is shown as selected, also when products come in above it", async () => {
  await userEvent.keyboard("ruler{ArrowDown}");
  await screen.findByRole("option", { name: "Brass ruler" });
  const shown = screen.getByRole("option", { selected: true }).textContent;
  await userEvent.keyboard("{Enter}");
  await waitFor(() => expect(run).toHaveBeenCalledExactlyOnceWith(shown));
});
