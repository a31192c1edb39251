import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test } from "vitest";
import type { Job } from "@/contract";
import { show } from "@/testing/render";
import { FirstKeys } from "./FirstKeys";

const job = (pending_review: number) => ({ counts: { pending_review } }) as Job;

beforeEach(() => localStorage.clear());

test("says three keys until the person has them, and never again", async () => {
  const { unmount } = show(<FirstKeys job={job(12)} />);
  expect(screen.getByRole("region", { name: "Keys for a start" })).toHaveTextContent(
    /Space reads a draft large.*A approves it.*P publishes/,
  );
  await userEvent.click(screen.getByRole("button", { name: "Got it" }));
  expect(screen.queryByRole("region")).toBeNull();
  unmount();
  show(<FirstKeys job={job(12)} />);
  expect(screen.queryByRole("region")).toBeNull();
});

test("waits for drafts to read", () => {
  show(<FirstKeys job={job(0)} />);
  expect(screen.queryByRole("region")).toBeNull();
});
