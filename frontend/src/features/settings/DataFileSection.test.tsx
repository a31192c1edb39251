import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { call } from "@/api/client";
import { show } from "@/testing/render";
import { DataFileSection } from "./DataFileSection";

vi.mock("@/api/client", async (original) => ({
  ...(await original<typeof import("@/api/client")>()),
  call: vi.fn(),
}));

test("says how large the data file is, and makes it smaller", async () => {
  const answer = async (method: string) =>
    method === "CompactDataFile"
      ? { path: "/h/galley.db", size: 700_000_000, spare: 0 }
      : { path: "/h/galley.db", size: 1_200_000_000, spare: 500_000_000 };
  vi.mocked(call).mockImplementation(answer as typeof call);
  show(<DataFileSection />);
  expect(await screen.findByText(/1,200\.0 MB; 500\.0 MB of it is empty/)).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: /Compact/ }));
  expect(await screen.findByText(/1,200\.0 MB before, 700\.0 MB now/)).toBeVisible();
});
