import { screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { call } from "@/api/client";
import { job } from "@/testing/fixtures";
import { show } from "@/testing/render";
import { ContinueDialog } from "./ContinueSample";

vi.mock("@/api/client", async (original) => ({
  ...(await original<typeof import("@/api/client")>()),
  call: vi.fn(),
}));

test("says why there is nothing to confirm once nothing is left to write", async () => {
  vi.mocked(call).mockImplementation((async () => ({ items: 0 })) as typeof call);
  show(<ContinueDialog job={job({ id: "12" })} onClose={vi.fn()} />);
  expect(await screen.findByText("Nothing is left to write.")).toBeVisible();
  expect(screen.getByRole("dialog", { name: "Write the rest of job 12?" })).toBeVisible();
  expect(screen.queryByText(/same instructions/)).toBeNull();
  expect(screen.queryByRole("button", { name: /^Write/ })).toBeNull();
});
