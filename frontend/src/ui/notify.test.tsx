import { beforeEach, expect, test, vi } from "vitest";
import { clearMended, clearTroubles, notifyPlain, notifyTrouble, setSaid } from "./notify";

const place = vi.hoisted(() => ({
  showPlain: vi.fn(),
  showTrouble: vi.fn(),
  hideTrouble: vi.fn(),
}));
vi.mock("./notices", () => place);

const trouble = (message: string, call?: string) => ({
  message,
  code: "storage",
  detail: "",
  ...(call && { call }),
});
const settled = async () => {
  await vi.dynamicImportSettled();
  await new Promise((resolve) => setTimeout(resolve));
};

beforeEach(() => {
  clearTroubles();
  setSaid([]);
});

test("a failure leaves when the same call works, and no other", async () => {
  const [sync, save] = [trouble("No sync.", "SyncShop"), trouble("Not saved.", "SaveSettings")];
  notifyTrouble(sync);
  await settled(); // imports of a replaced module at the same time give one of them the real one
  notifyTrouble(save);
  await settled();
  expect(place.showTrouble).toHaveBeenCalledTimes(2);
  clearMended("SyncShop");
  await settled();
  expect(place.hideTrouble).toHaveBeenCalledExactlyOnceWith(sync);
  clearMended("ListJobs");
  await settled();
  expect(place.hideTrouble).toHaveBeenCalledTimes(1);
});

test("failures leave with their page", async () => {
  const one = trouble("No sync.", "SyncShop");
  notifyTrouble(one);
  await settled();
  clearTroubles();
  await settled();
  expect(place.hideTrouble).toHaveBeenCalledWith(one);
});

test("what a strip says is not said again, and goes once a strip says it", async () => {
  const halted = trouble("The shop refused the token.", "SyncShop");
  notifyTrouble(halted);
  await settled();
  setSaid([halted.message]);
  await settled();
  expect(place.hideTrouble).toHaveBeenCalledWith(halted);
  place.showTrouble.mockClear();
  notifyTrouble(halted);
  notifyPlain(halted.message);
  await settled();
  expect(place.showTrouble).not.toHaveBeenCalled();
  expect(place.showPlain).not.toHaveBeenCalled();
});

test("a failure that is mended before it is shown never is", async () => {
  notifyTrouble(trouble("Late.", "SyncShop"));
  clearMended("SyncShop");
  await settled();
  expect(place.showTrouble).not.toHaveBeenCalled();
});
