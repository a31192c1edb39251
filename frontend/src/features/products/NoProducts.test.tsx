import { useMutation } from "@tanstack/react-query";
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test, vi } from "vitest";
import { shop } from "@/testing/fixtures";
import { show } from "@/testing/render";
import { NoProducts } from "./NoProducts";

const { api } = vi.hoisted(() => ({ api: { sync: vi.fn(), said: vi.fn(), syncing: false } }));
vi.mock("@/api", async () => ({
  useSyncing: () => api.syncing,
  useSyncShop: (id: string) =>
    useMutation({ mutationFn: () => Promise.resolve(api.sync(id) ?? {}) }),
  useStopSync: () => useMutation({ mutationFn: () => Promise.resolve() }),
  perform: (await import("@/api/perform")).perform,
  describeError: (error: Error) => ({ message: error.message, code: error.name }),
}));
vi.mock("@/ui/notify", () => ({ notifyPlain: api.said, notifyTrouble: () => {} }));

beforeEach(() => {
  vi.clearAllMocks();
  api.syncing = false;
});

const open = (id: string) =>
  show(
    <NoProducts
      shop={shop({ id, synced_at: null })}
      search=""
      filtered={false}
      onClear={() => {}}
    />,
  );

test("a shop that was never read is read once its page opens", async () => {
  open("new");
  await vi.waitFor(() => expect(api.sync.mock.calls).toEqual([["new"]]));
});

/** Opens the page again, and asks for a sync: it is the only one by then. */
async function askAgain(id: string) {
  api.sync.mockClear();
  api.syncing = false;
  open(id);
  await userEvent.click(screen.getByRole("button", { name: "Sync now" }));
  await vi.waitFor(() => expect(api.sync).toHaveBeenCalled());
  expect(api.sync).toHaveBeenCalledOnce();
}

test("a first sync that was stopped starts again only when asked to", async () => {
  api.syncing = true;
  const { unmount } = open("stopped");
  await userEvent.click(await screen.findByRole("button", { name: /^Stop/ }));
  unmount();
  await askAgain("stopped");
});

test("so does one that another page stopped", async () => {
  api.sync.mockRejectedValueOnce(Object.assign(new Error("Stopped."), { name: "cancelled" }));
  const { unmount } = open("elsewhere");
  await vi.waitFor(() => expect(api.said).toHaveBeenCalledWith("Stopped."));
  unmount();
  await askAgain("elsewhere");
});
