import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test, vi } from "vitest";
import { show } from "@/testing/render";
import { notifyPlain, notifyTrouble } from "@/ui/notify";
import { useSync } from "./useSync";

const mutate = vi.fn();
vi.mock("@/api", () => ({
  useSyncShop: () => ({ mutate }),
  describeError: (error: Error) => ({ title: error.message }),
}));
vi.mock("@/ui/notify", () => ({ notifyPlain: vi.fn(), notifyTrouble: vi.fn() }));

beforeEach(() => vi.clearAllMocks());

function Sync() {
  const sync = useSync("s1");
  return (
    <button type="button" onClick={sync}>
      Sync now
    </button>
  );
}

async function settle(end: "onSuccess" | "onError", value: unknown) {
  mutate.mockImplementation((_, handlers) => handlers[end](value));
  show(<Sync />);
  await userEvent.click(screen.getByRole("button", { name: "Sync now" }));
}

test("a sync says how many products came incomplete", async () => {
  await settle("onSuccess", { incomplete: 2 });
  expect(notifyPlain).toHaveBeenCalledExactlyOnceWith(
    "The shop could not give some parts of 2 products. They keep their last known values; sync again later.",
  );
});

test("a sync says why the collections could not be read", async () => {
  const error = { code: "shop_failed", message: "The shop failed." };
  await settle("onSuccess", { incomplete: 0, collections_error: error });
  expect(notifyPlain).toHaveBeenCalledExactlyOnceWith(
    "The collections could not be read and are kept as they were. The shop failed.",
  );
});

test("a sync that read everything says nothing", async () => {
  await settle("onSuccess", { incomplete: 0 });
  expect(notifyPlain).not.toHaveBeenCalled();
});

test("a sync that failed says why", async () => {
  await settle("onError", new Error("The shop cannot be reached."));
  expect(notifyTrouble).toHaveBeenCalledExactlyOnceWith({ title: "The shop cannot be reached." });
});
