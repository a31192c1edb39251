import { screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import type { Job } from "@/contract";
import { job } from "@/testing/fixtures";
import { show } from "@/testing/render";
import { CancelJobDialog } from "./CancelJobDialog";

vi.mock("@/api", async (original) => ({
  ...(await original<typeof import("@/api")>()),
  useJob: () => ({ data: undefined }),
  useMoveJob: () => ({ mutate: () => {}, isPending: false, error: null }),
}));

const running = job({ state: "running" });
const unwritten = { ...running, progress: { ...running.progress, done: 0, total: 110 } };
const batches = { files: 2, done: 1, requests: 110, answered: 30, set_aside_usd: 2.5 };

const asked = (of: Job) => {
  show(<CancelJobDialog job={of} onClose={() => {}} />);
  return screen.getByRole("dialog");
};

test("says how many items stay unwritten", () => {
  expect(asked(unwritten)).toHaveTextContent("110 items not written yet stay as they are.");
});

test("says of a job in a batch that the endpoint may finish drafts, and charges them", () => {
  const question = asked({ ...unwritten, batches: { ...batches, stopping: false, latest: null } });
  expect(question).toHaveTextContent(
    "Drafts that it finishes before then are kept and charged; the other items stay as they are.",
  );
  expect(question).not.toHaveTextContent("110 items");
});

test("counts the items again once every batch is read", () => {
  const read = { ...batches, done: 2, stopping: false, latest: null };
  expect(asked({ ...unwritten, batches: read })).toHaveTextContent("110 items not written yet");
});
