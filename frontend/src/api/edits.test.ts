import { beforeEach, expect, test, vi } from "vitest";
import { dropUnsaved, keepUnsaved } from "./edits";

interface Call {
  method: string;
  answer: () => void;
  fail: () => void;
}

const { calls } = vi.hoisted(() => ({ calls: [] as Call[] }));

vi.mock("./client", () => ({
  call: (method: string) =>
    new Promise<void>((answer, fail) => calls.push({ method, answer, fail })),
}));

beforeEach(() => {
  calls.length = 0;
});

const made = (n: number) => vi.waitFor(() => expect(calls).toHaveLength(n));

test("what was kept is forgotten only after the keeping has arrived", async () => {
  const kept = keepUnsaved("1/1", 1, "Half a thou");
  const dropped = dropUnsaved("1/1");
  await made(1);
  calls[0]?.answer();
  await kept;
  await made(2);
  expect(calls.map(({ method }) => method)).toEqual(["KeepUnsaved", "DropUnsaved"]);
  calls[1]?.answer();
  await dropped;
});

test("a call that fails does not hold up the next", async () => {
  const kept = keepUnsaved("1/1", 1, "Half").catch(() => "failed");
  const dropped = dropUnsaved("1/1");
  await made(1);
  calls[0]?.fail();
  expect(await kept).toBe("failed");
  await made(2);
  calls[1]?.answer();
  await dropped;
});
