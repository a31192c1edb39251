import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test, vi } from "vitest";
import { call } from "@/api/client";
import type { Held, HeldRequest } from "@/contract";
import { show } from "@/testing/render";
import HeldDialog from "./HeldDialog";

vi.mock("@/api/client", async (original) => ({
  ...(await original<typeof import("@/api/client")>()),
  call: vi.fn(),
}));

const held: Held = {
  restored_at: "2026-10-14T09:00:00Z",
  copy_made_at: "2026-10-14T07:00:00Z",
  outbox: [
    {
      shop_id: "q",
      shop: "Quillmoor",
      job_id: "",
      job_name: "",
      field: "title",
      waiting: 2,
      undos: 0,
      unsettled: 0,
    },
  ],
  jobs: [
    {
      shop_id: "o",
      shop: "Oakhurst",
      job_id: "2",
      job_name: "Lamps",
      field: "title",
      strategy: "publish",
      open: 3,
    },
  ],
};

beforeEach(() => {
  vi.mocked(call).mockReset();
  vi.mocked(call).mockImplementation((async (method: string, request?: unknown) => {
    const shop = typeof request === "object" ? (request as HeldRequest).shop_id : "";
    if (method.startsWith("Plan"))
      return { plan: "p1", publications: shop === "o" ? 0 : 2, jobs: shop === "q" ? 0 : 1 };
    return { plan: "p1", job_id: "", count: 2, left: [], again: false };
  }) as typeof call);
});

test("publishing asks first, names shop and count, and sends only these", async () => {
  show(<HeldDialog held={held} onClose={() => {}} />);
  await userEvent.click(screen.getByRole("button", { name: "Publish these…" }));
  expect(call).not.toHaveBeenCalledWith("ReleaseHeld", expect.anything());
  expect(screen.getByText("Publish 2 held texts to Quillmoor?")).toBeVisible();
  await waitFor(() => expect(screen.getByRole("button", { name: /^Cancel/ })).toHaveFocus());
  await userEvent.click(await screen.findByRole("button", { name: "Publish 2" }));
  await waitFor(() => expect(call).toHaveBeenCalledWith("ReleaseHeld", "p1"));
  expect(call).toHaveBeenCalledWith("PlanRelease", {
    shop_id: "q",
    job_id: "",
    editor: true,
    field: "title",
    listed: { restored_at: held.restored_at, publications: 2, jobs: 0 },
  });
});

test("what was listed and is no longer held is named before anything is confirmed", async () => {
  vi.mocked(call).mockImplementation((async () => ({
    ...{ plan: "p1", publications: 1, jobs: 0, gone_publications: 1, gone_jobs: 0 },
  })) as typeof call);
  show(<HeldDialog held={held} onClose={() => {}} />);
  await userEvent.click(screen.getByRole("button", { name: "Publish these…" }));
  expect(await screen.findByText(/Left out: 1 text of this list, no longer held/)).toBeVisible();
  expect(screen.getByRole("button", { name: "Publish 1" })).toBeVisible();
});

test("resuming a job that publishes without review says so", async () => {
  show(<HeldDialog held={held} onClose={() => {}} />);
  await userEvent.click(screen.getByRole("button", { name: "Resume…" }));
  expect(await screen.findByText("Resume 1 held job of Oakhurst?")).toBeVisible();
  expect(screen.getByText(/publishes without review/)).toBeVisible();
});

test("withdrawing all asks first, names every shop, and closes when done", async () => {
  const onClose = vi.fn();
  show(<HeldDialog held={held} onClose={onClose} />);
  await userEvent.click(screen.getByRole("button", { name: "Withdraw all…" }));
  expect(screen.getByText("Withdraw 2 texts and 1 job of Quillmoor and Oakhurst?")).toBeVisible();
  await userEvent.click(await screen.findByRole("button", { name: "Withdraw 2 texts and 1 job" }));
  await waitFor(() => expect(onClose).toHaveBeenCalled());
  expect(call).toHaveBeenCalledWith("PlanWithdraw", {
    shop_id: "",
    job_id: "",
    editor: false,
    field: "",
    listed: { restored_at: held.restored_at, publications: 2, jobs: 1 },
  });
  expect(call).toHaveBeenCalledWith("WithdrawHeld", "p1");
});
