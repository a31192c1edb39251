import { screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { call } from "@/api/client";
import { show } from "@/testing/render";
import { CopiesSection } from "./CopiesSection";

vi.mock("@/api/client", async (original) => ({
  ...(await original<typeof import("@/api/client")>()),
  call: vi.fn(),
}));

test("lists each copy with its kind, size and what belongs to it", async () => {
  const made = new Date().toISOString();
  vi.mocked(call).mockResolvedValue([
    { path: "/h/galley.db.copy-1", kind: "daily", made, size: 2_400_000, keystore: true, files: 2 },
    { path: "/h/galley.db.kept-1", kind: "kept", made, size: 900_000, keystore: false, files: 0 },
  ]);
  show(<CopiesSection />);
  const [first, second] = (await screen.findAllByRole("row")).slice(1);
  expect(first).toHaveTextContent(/today.*Daily, rotates.*2\.4 MB.*key store, 2 product exports/);
  expect(second).toHaveTextContent(/Kept.*0\.9 MB.*data file only/);
  expect(
    screen.getByText("galley doctor --restore --from /h/galley.db.copy-1 --home /h"),
  ).toBeVisible();
});

test("says that there is none yet", async () => {
  vi.mocked(call).mockResolvedValue([]);
  show(<CopiesSection />);
  expect(await screen.findByText(/No copy yet/)).toBeVisible();
});
