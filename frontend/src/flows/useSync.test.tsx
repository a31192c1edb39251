import { useMutation } from "@tanstack/react-query";
import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test, vi } from "vitest";
import type { ShopOverview, SyncResult } from "@/contract";
import { show } from "@/testing/render";
import { notifyPlain, notifyTrouble } from "@/ui/notify";
import { StopSync } from "./StopSync";
import { useSync } from "./useSync";

const sync = vi.fn<(extent: string) => Promise<SyncResult>>();
const stop = vi.fn<() => Promise<void>>();
vi.mock("@/api", async () => ({
  useSyncShop: () => useMutation({ mutationFn: (extent: string) => sync(extent) }),
  useStopSync: () => useMutation({ mutationFn: () => stop() }),
  perform: (await import("@/api/perform")).perform,
  describeError: (error: Error) => ({
    title: error.message,
    message: error.message,
    code: error.name,
  }),
}));
vi.mock("@/ui/notify", () => ({ notifyPlain: vi.fn(), notifyTrouble: vi.fn() }));

beforeEach(() => vi.clearAllMocks());

function Sync() {
  const start = useSync("s1");
  return (
    <button type="button" onClick={start}>
      Sync now
    </button>
  );
}

const ask = () => userEvent.click(screen.getByRole("button", { name: "Sync now" }));

async function syncWith(result: Partial<SyncResult>) {
  sync.mockResolvedValue(result as SyncResult);
  show(<Sync />);
  await ask();
}

test("a sync says how many products came incomplete", async () => {
  await syncWith({ incomplete: 2 });
  expect(notifyPlain).toHaveBeenCalledExactlyOnceWith(
    "The shop could not give some parts of 2 products. They keep their last known values; sync again later.",
  );
});

test("a sync says why the collections could not be read", async () => {
  const error = { code: "shop_failed" as const, message: "The shop failed." };
  await syncWith({ incomplete: 0, collections_error: error });
  expect(notifyPlain).toHaveBeenCalledExactlyOnceWith(
    "Not all collections could be read. The next sync reads the rest. The shop failed.",
  );
});

test("a sync that read everything says nothing", async () => {
  await syncWith({ incomplete: 0 });
  expect(notifyPlain).not.toHaveBeenCalled();
});

test("a sync that failed says why, even when its page was left meanwhile", async () => {
  let fail = (_: Error) => {};
  sync.mockReturnValue(
    new Promise((_, reject) => {
      fail = reject;
    }),
  );
  const { unmount } = show(<Sync />);
  await ask();
  unmount();
  fail(new Error("The shop cannot be reached."));
  await waitFor(() =>
    expect(notifyTrouble).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ title: "The shop cannot be reached." }),
    ),
  );
});

test("a sync that was stopped says so, and not as a failure", async () => {
  const stopped = new Error("The sync of Lamps was stopped.");
  stopped.name = "cancelled";
  sync.mockRejectedValue(stopped);
  show(<Sync />);
  await ask();
  expect(notifyPlain).toHaveBeenCalledExactlyOnceWith("The sync of Lamps was stopped.");
  expect(notifyTrouble).not.toHaveBeenCalled();
  expect(sync).toHaveBeenCalledExactlyOnceWith("changes");
});

test("Stop names its shop, and says why a sync cannot be stopped here", async () => {
  stop.mockRejectedValue(new Error("Stop it where it was started."));
  show(<StopSync shop={{ id: "s1", name: "Lamps" } as ShopOverview} />);
  await userEvent.click(screen.getByRole("button", { name: "Stop syncing Lamps" }));
  await waitFor(() =>
    expect(notifyTrouble).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ title: "Stop it where it was started." }),
    ),
  );
});
