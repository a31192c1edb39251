import { act, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { afterEach, expect, test, vi } from "vitest";
import { t } from "@/strings";
import { show } from "@/testing/render";
import type { Binding } from "../keys/registry";
import { useKeys } from "../keys/useKeys";
import { notifyPlain } from "../notify";
import { RowMenu } from "./RowMenu";

vi.mock("../notify", () => ({ notifyPlain: vi.fn() }));

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

function Publishes({ binding }: { binding: Binding }) {
  useKeys("page", [binding]);
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
  vi.mocked(notifyPlain).mockReset();
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
  await waitFor(() => expect(notifyPlain).toHaveBeenCalledExactlyOnceWith(t.keys.changed));
  expect(cancel).not.toHaveBeenCalled();
});

test.each([
  ["publish", 1],
  [undefined, 0],
])(
  "what asks %s is done with another count %d times, and what does not says why",
  async (asks, times) => {
    const publish = vi.fn();
    const binding = { combos: [], label: "Publish 12…", asks, onRow: true, run: publish };
    show(
      <>
        <Publishes binding={binding} />
        <Menu row={rowOf("Job 1", true)} />
      </>,
    );
    const entry = await screen.findByRole("menuitem", { name: "Publish 12…" });
    binding.label = "Publish 13…";
    await userEvent.click(entry);
    await waitFor(() =>
      expect(publish.mock.calls.length + vi.mocked(notifyPlain).mock.calls.length).toBe(1),
    );
    expect(publish).toHaveBeenCalledTimes(times);
  },
);

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
