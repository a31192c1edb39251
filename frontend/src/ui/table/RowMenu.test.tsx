import { act, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { afterEach, expect, test, vi } from "vitest";
import { show } from "@/testing/render";
import { useKeys } from "../keys/useKeys";
import { RowMenu } from "./RowMenu";

const cancel = vi.fn();
const onClose = vi.fn();

function Cancels() {
  useKeys("page", [{ combos: [], label: "Cancel job…", onRow: true, run: cancel }]);
  return null;
}

function Opens() {
  useKeys("page", [{ combos: ["enter"], label: "Open", onRow: true, run: vi.fn() }]);
  return null;
}

function rowOf(name: string, current: boolean): HTMLElement {
  const row = document.createElement("div");
  row.dataset.row = name;
  if (current) row.dataset.current = "true";
  document.body.append(row);
  return row;
}

afterEach(() => {
  for (const row of document.querySelectorAll("[data-row]")) row.remove();
});

let drawAgain = () => {};

/** A menu that closes, as a list closes it: until then the keys of the page are not heard. */
function Menu({ row }: { row: HTMLElement }) {
  const [open, setOpen] = useState(true);
  const [, setDrawn] = useState(0);
  drawAgain = () => setDrawn((times) => times + 1);
  const close = () => {
    onClose();
    setOpen(false);
  };
  return (
    <>
      <Cancels />
      {open && (
        <RowMenu at={{ x: 0, y: 0 }} target={{ element: row, name: "Job 1" }} onClose={close} />
      )}
    </>
  );
}

const menuOf = (row: HTMLElement) => show(<Menu row={row} />);

test("the menu of a row does what was chosen, with that row", async () => {
  menuOf(rowOf("Job 1", true));
  await userEvent.click(await screen.findByRole("menuitem", { name: "Cancel job…" }));
  await waitFor(() => expect(cancel).toHaveBeenCalledOnce());
});

test("the menu keeps its entries while the list is drawn again", async () => {
  const row = rowOf("Job 1", true);
  menuOf(row);
  await screen.findByRole("menuitem", { name: "Cancel job…" });
  act(() => drawAgain());
  // The test's window has no layout, where a menu drawn again is not shown.
  expect(screen.getAllByRole("menuitem", { hidden: true }).length).toBeGreaterThan(0);
});

test("where the list moved under the open menu, nothing is done with the other row", async () => {
  cancel.mockReset();
  const row = rowOf("Job 1", true);
  menuOf(row);
  const entry = await screen.findByRole("menuitem", { name: "Cancel job…" });
  row.dataset.row = "Job 2";
  await userEvent.click(entry);
  await new Promise((resolve) => setTimeout(resolve));
  expect(cancel).not.toHaveBeenCalled();
});

test("a menu that is loaded when the cursor is elsewhere already does not open", async () => {
  onClose.mockReset();
  menuOf(rowOf("Job 1", false));
  await waitFor(() => expect(onClose).toHaveBeenCalled());
  expect(screen.queryByRole("menuitem")).toBeNull();
});

test("what Enter does comes first, whichever keys the page took up first", async () => {
  show(
    <>
      <Cancels />
      <Opens />
      <RowMenu
        at={{ x: 0, y: 0 }}
        target={{ element: rowOf("Job 1", true), name: "Job 1" }}
        onClose={onClose}
      />
    </>,
  );
  const entries = await screen.findAllByRole("menuitem");
  expect(entries.map((entry) => entry.textContent)).toEqual([
    expect.stringMatching(/^Open/),
    "Cancel job…",
  ]);
});
