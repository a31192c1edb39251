import { fireEvent, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { beforeEach, expect, test, vi } from "vitest";
import { show } from "@/testing/render";
import { useKeys } from "../keys/useKeys";
import { SelectionBar } from "../SelectionBar";
import type { Column, Order } from "./columns";
import type { Line } from "./lines";
import { useRowSelection } from "./useRowSelection";
import { VirtualTable } from "./VirtualTable";

interface Lamp {
  id: string;
  name: string;
}

const columns: Column<Lamp>[] = [
  { id: "name", header: "Name", width: "1fr", cell: (lamp) => lamp.name },
];
const lamp = (index: number): Lamp => ({ id: `id${index}`, name: `Lamp ${index}` });
const everyRow = (index: number): Line<Lamp> => ({ row: lamp(index) });

beforeEach(() => {
  // jsdom has no layout: every element is as large as a window.
  vi.spyOn(Element.prototype, "clientHeight", "get").mockReturnValue(400);
  vi.spyOn(Element.prototype, "clientWidth", "get").mockReturnValue(1200);
  Element.prototype.scrollTo = () => {};
});

interface ListProps {
  total?: number;
  lineAt?: (index: number) => Line<Lamp>;
  onOpen?: (lamp: Lamp) => void;
  onCursor?: (index: number) => void;
}

function List({ total = 200_000, lineAt = everyRow, onOpen, onCursor }: ListProps) {
  const selection = useRowSelection(total, async (first, last) =>
    Array.from({ length: last - first + 1 }, (_, i) => lamp(first + i).id),
  );
  return (
    <>
      <output>{selection.count}</output>
      <VirtualTable
        label="Lamps"
        columns={columns}
        total={total}
        lineAt={lineAt}
        idOf={(l) => l.id}
        nameOf={(l) => l.name}
        rowHeight={2}
        selection={selection}
        onOpen={onOpen}
        onCursor={onCursor}
      />
    </>
  );
}

const selected = () => screen.getByRole("status").textContent;
const current = () => document.querySelector("[data-current]")?.textContent ?? "";

test("of 200,000 rows only those on screen exist", () => {
  show(<List />);
  expect(screen.getByRole("grid")).toHaveAttribute("aria-rowcount", "200001");
  expect(screen.getByText("Lamp 0")).toBeInTheDocument();
  expect(screen.getAllByRole("row").length).toBeLessThan(60);
});

test("click chooses, shift-click chooses the range, the head chooses all", async () => {
  const user = userEvent.setup();
  show(<List />);
  await user.click(screen.getByText("Lamp 2"));
  expect(selected()).toBe("1");
  await user.keyboard("{Shift>}");
  await user.click(screen.getByText("Lamp 6"));
  await user.keyboard("{/Shift}");
  await waitFor(() => expect(selected()).toBe("5"));
  expect(screen.getByRole("checkbox", { name: "Select Lamp 4" })).toBeChecked();
  await user.click(screen.getByRole("checkbox", { name: "Select all" }));
  expect(selected()).toBe("200000");
  await user.click(screen.getByRole("checkbox", { name: "Select Lamp 1" }));
  expect(selected()).toBe("199999");
});

test("keys move, choose, extend and open, wherever the focus is", async () => {
  const user = userEvent.setup();
  const onOpen = vi.fn();
  show(<List onOpen={onOpen} />);
  await user.keyboard("jj{ArrowUp}x");
  expect(current()).toContain("Lamp 1");
  expect(selected()).toBe("1");
  await user.keyboard("{Shift>}{ArrowDown}{ArrowDown}{/Shift}");
  expect(selected()).toBe("3");
  await user.keyboard("{Enter}");
  expect(onOpen).toHaveBeenCalledWith(lamp(3), 3);
  await user.keyboard("{Control>}a{/Control}");
  expect(selected()).toBe("200000");
});

test("the cursor steps over bands and stops at the ends", async () => {
  const user = userEvent.setup();
  const band: Line<Lamp> = { band: "Today", key: "today", height: 1.75, sticky: true };
  const lineAt = (index: number) => (index === 0 || index === 2 ? band : everyRow(index));
  show(<List total={4} lineAt={lineAt} />);
  await waitFor(() => expect(current()).toContain("Lamp 1"));
  await user.keyboard("{ArrowUp}");
  expect(current()).toContain("Lamp 1");
  await user.keyboard("{ArrowDown}");
  expect(current()).toContain("Lamp 3");
  await user.keyboard("{ArrowDown}");
  expect(current()).toContain("Lamp 3");
});

test("a list that begins with a band says which row its cursor is on", async () => {
  const band: Line<Lamp> = { band: "Today", key: "today", height: 1.75, sticky: true };
  const onCursor = vi.fn();
  show(
    <List
      total={4}
      lineAt={(index) => (index === 0 ? band : everyRow(index))}
      onCursor={onCursor}
    />,
  );
  await waitFor(() => expect(current()).toContain("Lamp 1"));
  expect(onCursor).toHaveBeenLastCalledWith(1);
});

test("a row that is not there yet keeps its place", () => {
  show(<List total={3} lineAt={(index) => (index === 1 ? undefined : everyRow(index))} />);
  expect(screen.getAllByRole("row")).toHaveLength(4);
  expect(screen.queryByText("Lamp 1")).toBeNull();
});

const approve = vi.fn();

/** A list with a key and a button for the selected rows, and a key for the row under the cursor alone. */
function Chosen() {
  const selection = useRowSelection(9, async () => []);
  useKeys("page", [
    {
      combos: ["a"],
      label: "Approve",
      onRow: true,
      onSelection: true,
      run: () => approve([...selection.value.ids]),
    },
    { combos: ["v"], label: "View", onRow: true, run: () => {} },
  ]);
  return (
    <>
      <VirtualTable
        label="Lamps"
        columns={columns}
        total={9}
        lineAt={everyRow}
        idOf={(l) => l.id}
        nameOf={(l) => l.name}
        rowHeight={2}
        selection={selection}
      />
      <SelectionBar title="Chosen">
        <button type="button">Publish {selection.count}…</button>
      </SelectionBar>
    </>
  );
}

const menuItems = async () => {
  // The test's window has no layout: what a menu has is not shown in it.
  const menu = await screen.findByRole("menu", { hidden: true });
  const items = [...menu.querySelectorAll<HTMLElement>("[role=menuitem]")];
  const words = items.map((item) => (item.textContent ?? "").replace(/[AVX]$/, ""));
  const choose = (word: string) => userEvent.click(items[words.indexOf(word)] as HTMLElement);
  return { about: menu.getAttribute("aria-label"), words, choose };
};

const showChosen = async (...names: string[]) => {
  approve.mockReset();
  show(<Chosen />);
  for (const name of names) await userEvent.click(screen.getByText(name));
};

test("the menu of a row outside of the selection is for that row alone", async () => {
  await showChosen("Lamp 1", "Lamp 2", "Lamp 3");
  fireEvent.contextMenu(screen.getByText("Lamp 5"));
  const menu = await menuItems();
  expect(menu.about).toBe("What can be done with Lamp 5");
  expect(menu.words).toContain("View");
  await menu.choose("Approve");
  await waitFor(() => expect(approve).toHaveBeenCalledExactlyOnceWith(["id5"]));
});

test("a menu that is dismissed, or used for its row alone, puts the selection back", async () => {
  await showChosen("Lamp 1", "Lamp 2", "Lamp 3");
  const bar = () => screen.getByRole("toolbar").textContent;
  fireEvent.contextMenu(screen.getByText("Lamp 5"));
  await menuItems();
  expect(bar()).toContain("Publish 1…");
  await userEvent.keyboard("{Escape}");
  await waitFor(() => expect(bar()).toContain("Publish 3…"));

  fireEvent.contextMenu(screen.getByText("Lamp 5"));
  await (await menuItems()).choose("Select or deselect the row");
  await waitFor(() => expect(bar()).toContain("Publish 4…"));
  await userEvent.keyboard("a");
  expect(approve).toHaveBeenCalledExactlyOnceWith(["id1", "id2", "id3", "id5"]);
});

test("of one selected row, the menu key names it where the cursor is elsewhere", async () => {
  await showChosen("Lamp 2");
  await userEvent.keyboard("jj");
  fireEvent.contextMenu(screen.getByRole("grid"));
  const menu = await menuItems();
  expect(menu.about).toBe("What can be done with Lamp 2");
  await menu.choose("Approve");
  await waitFor(() => expect(approve).toHaveBeenCalledExactlyOnceWith(["id2"]));
});

test("the menu of a selected row is for all of them, and says how many", async () => {
  await showChosen("Lamp 1", "Lamp 2", "Lamp 3");
  fireEvent.contextMenu(screen.getByText("Lamp 2"));
  const menu = await menuItems();
  expect(menu.about).toBe("What can be done with 3 selected rows");
  expect(menu.words).toEqual(["Publish 3…", "Approve"]);
  await menu.choose("Approve");
  await waitFor(() => expect(approve).toHaveBeenCalledExactlyOnceWith(["id1", "id2", "id3"]));
});

test("asked for by a key, the menu is for the selection, and leaves it as it is", async () => {
  await showChosen("Lamp 1", "Lamp 2", "Lamp 3");
  await userEvent.keyboard("j");
  fireEvent.contextMenu(screen.getByRole("grid"));
  const menu = await menuItems();
  expect(menu.about).toBe("What can be done with 3 selected rows");
  await menu.choose("Approve");
  await waitFor(() => expect(approve).toHaveBeenCalledExactlyOnceWith(["id1", "id2", "id3"]));
});

function Ordered({ onOrder }: { onOrder: (order: Order) => void }) {
  const [order, setOrder] = useState<Order>({ by: "title", descending: false });
  return (
    <VirtualTable
      label="Lamps"
      columns={[
        { id: "name", header: "Name", width: "1fr", sort: "title", cell: (l) => l.name },
        { id: "words", header: "Words", width: "1fr", sort: "length", cell: (l) => l.name.length },
        { id: "state", header: "State", width: "1fr", cell: () => "lit" },
      ]}
      total={3}
      lineAt={everyRow}
      idOf={(l) => l.id}
      nameOf={(l) => l.name}
      rowHeight={2}
      order={order}
      onOrder={(next) => {
        onOrder(next);
        setOrder(next);
      }}
    />
  );
}

test("a column head orders the list, and pressed again the other way round", async () => {
  const onOrder = vi.fn();
  show(<Ordered onOrder={onOrder} />);
  const head = (name: string) => screen.getByRole("columnheader", { name });
  expect(head("Name")).toHaveAttribute("aria-sort", "ascending");
  expect(head("Words")).not.toHaveAttribute("aria-sort");
  expect(screen.queryByRole("button", { name: "State" })).toBeNull();
  await userEvent.click(screen.getByRole("button", { name: "Words" }));
  await userEvent.click(screen.getByRole("button", { name: "Words" }));
  expect(head("Words")).toHaveAttribute("aria-sort", "descending");
  await userEvent.click(screen.getByRole("button", { name: "Name" }));
  expect(onOrder.mock.calls).toEqual([
    [{ by: "length", descending: false }],
    [{ by: "length", descending: true }],
    [{ by: "title", descending: false }],
  ]);
});
