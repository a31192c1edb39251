import { fireEvent, screen, waitFor } from "@testing-library/react";
import { beforeEach, expect, test, vi } from "vitest";
import { item } from "@/testing/fixtures";
import { show } from "@/testing/render";
import { RegeneratePopover } from "./RegeneratePopover";

const calls: unknown[][] = [];
vi.mock("@/api/client", async (original) => ({
  ...(await original<object>()),
  call: async (method: string, ...args: unknown[]) => {
    calls.push([method, ...args]);
    if (method === "GetNotes") return { last: ["Shorter", "No questions"], house: ["Shorter"] };
    if (method === "RegenerateItems") return { count: 1, left: [] };
    throw new Error(method);
  },
}));
beforeEach(() => {
  calls.length = 0;
});

const open = () => {
  const onQueued = vi.fn();
  const onClose = vi.fn();
  show(<RegeneratePopover item={item({ revision: 2 })} onQueued={onQueued} onClose={onClose} />);
  return { onQueued, onClose, note: screen.getByRole("textbox") };
};

test("it has the focus; a chip is added to the note, and Enter queues the draft that was seen", async () => {
  const { onQueued, note } = open();
  expect(note).toHaveFocus();
  fireEvent.change(note, { target: { value: "Say how it packs" } });
  fireEvent.click(await screen.findByRole("button", { name: "Shorter" })); // of the house, and offered once
  expect(note).toHaveValue("Say how it packs; Shorter");
  expect(screen.getByRole("button", { name: "Shorter" })).toHaveAttribute("aria-pressed", "true");
  fireEvent.keyDown(note, { key: "Enter" });
  await waitFor(() => expect(onQueued).toHaveBeenCalledOnce());
  const queued = calls.find(([method]) => method === "RegenerateItems");
  expect(queued?.[1]).toMatchObject([{ id: "431/2", revision: 2 }]);
  expect(queued?.[2]).toBe("Say how it packs; Shorter");
});

test("Escape closes it and queues nothing; Enter on a chip queues nothing either", async () => {
  const { onQueued, onClose, note } = open();
  fireEvent.keyDown(await screen.findByRole("button", { name: "Shorter" }), { key: "Enter" });
  fireEvent.keyDown(note, { key: "Escape" });
  expect(onClose).toHaveBeenCalledOnce();
  expect(onQueued).not.toHaveBeenCalled();
  expect(calls.some(([method]) => method === "RegenerateItems")).toBe(false);
});
