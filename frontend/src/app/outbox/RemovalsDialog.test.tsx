import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test, vi } from "vitest";
import { call } from "@/api/client";
import type { Removals } from "@/contract";
import { shop } from "@/testing/fixtures";
import { show } from "@/testing/render";
import RemovalsDialog from "./RemovalsDialog";

vi.mock("@/api/client", async (original) => ({
  ...(await original<typeof import("@/api/client")>()),
  call: vi.fn(),
}));

const removals: Removals = {
  plan: "remove:1",
  count: 2,
  products: [
    { id: "1", handle: "lamp", title: "Hesper lamp" },
    { id: "2", handle: "vase", title: "Tall vase" },
  ],
};

beforeEach(() => {
  vi.mocked(call).mockReset();
  // In this order: the list, then the answer to the confirmation.
  vi.mocked(call).mockResolvedValueOnce(removals).mockResolvedValue({
    removed: 2,
    missing: 0,
    products: 8,
    images: 8,
    incomplete: 0,
    collections: 0,
    removed_collections: 0,
    missing_collections: 0,
    collections_error: null,
    kind: "pages",
    list_error: null,
    millis: 1,
  });
});

test("names the products, and sends the plan that was shown", async () => {
  show(<RemovalsDialog shop={shop({ name: "Quillmoor", missing: 2 })} onClose={() => {}} />);
  expect(
    await screen.findByText("Remove 2 products of Quillmoor from this computer?"),
  ).toBeVisible();
  expect(screen.getByText("Hesper lamp")).toBeVisible();
  expect(screen.getByText("Tall vase")).toBeVisible();
  expect(call).not.toHaveBeenCalledWith("AcceptRemovals", expect.anything(), expect.anything());
  await userEvent.click(screen.getByRole("button", { name: "Remove 2" }));
  await waitFor(() => expect(call).toHaveBeenCalledWith("AcceptRemovals", "s", "remove:1"));
});
