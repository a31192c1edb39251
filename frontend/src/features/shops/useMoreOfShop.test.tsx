import { act, screen, waitFor } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { call } from "@/api/client";
import type { ShopOverview } from "@/contract";
import { shop } from "@/testing/fixtures";
import { show } from "@/testing/render";
import { chooseFile } from "./chooseFile";
import { useMoreOfShop } from "./useMoreOfShop";

vi.mock("@/api/client", async (original) => ({
  ...(await original<typeof import("@/api/client")>()),
  call: vi.fn(),
}));
vi.mock("./chooseFile", () => ({ chooseFile: vi.fn() }));

function AtCursor({ shop: here }: { shop: ShopOverview }) {
  const { actions, dialog } = useMoreOfShop(here);
  return (
    <>
      <button type="button" onClick={actions[1]?.run}>
        Replace
      </button>
      {dialog}
    </>
  );
}

test("a newer file is compared with the shop it was chosen for, wherever the cursor is by then", async () => {
  const named = (id: string, name: string) => shop({ id, name, kind: "file" });
  const answers: Record<string, unknown> = { PreviewReplacement: { plan: "p", products: 3 } };
  const answer = async (method: string) => answers[method] ?? [];
  vi.mocked(call).mockImplementation(answer as typeof call);
  const { rerender } = show(<AtCursor shop={named("q", "Quillmoor")} />);
  act(() => screen.getByRole("button", { name: "Replace" }).click());
  rerender(<AtCursor shop={named("o", "Oakhurst")} />);
  const chosen = vi.mocked(chooseFile).mock.calls[0]?.[0];
  act(() => chosen?.(new File(["Handle\nlamp\n"], "newer.csv")));
  await waitFor(() =>
    expect(call).toHaveBeenCalledWith(
      "PreviewReplacement",
      "q",
      expect.objectContaining({ file: "newer.csv" }),
      expect.anything(),
    ),
  );
  expect(
    await screen.findByRole("dialog", { name: "Replace the file of Quillmoor?" }),
  ).toBeVisible();
});
