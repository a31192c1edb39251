import { beforeEach, expect, test, vi } from "vitest";
import { dropUnsaved, keepUnsaved } from "./edits";

interface Call {
  method: string;
  args: unknown[];
  answer: () => void;
  fail: () => void;
}

const { calls } = vi.hoisted(() => ({ calls: [] as Call[] }));

vi.mock("./client", () => ({
  call: (method: string, ...args: unknown[]) =>
    new Promise<void>((answer, fail) => calls.push({ method, args, answer, fail })),
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

test("a page that is left waits for no answer, and says that its text was typed last", async () => {
  const kept = keepUnsaved("1/1", 1, "Half");
  const queued = keepUnsaved("1/1", 1, "Half a");
  await made(1);
  const left = keepUnsaved("1/1", 1, "Half a thou", true);
  expect(calls).toHaveLength(2); // at once: later there is no page
  const [first, last] = calls;
  expect(Number(last?.args[2])).toBeGreaterThan(Number(first?.args[2]));
  first?.answer();
  last?.answer();
  await Promise.all([kept, left]);
  await made(3);
  expect(Number(calls[2]?.args[2])).toBeLessThan(Number(last?.args[2])); // and is no later one
  calls[2]?.answer();
  await queued;
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
