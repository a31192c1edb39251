import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { call } from "@/api/client";
import { shop } from "@/testing/fixtures";
import { show } from "@/testing/render";
import OutboxDialog from "./OutboxDialog";

vi.mock("@tanstack/react-router", () => ({ useNavigate: () => vi.fn() }));
vi.mock("@/api/client", async (original) => ({
  ...(await original<typeof import("@/api/client")>()),
  call: vi.fn(),
}));

test("says why publications wait, with what the shop answered under Details", async () => {
  vi.mocked(call).mockResolvedValue([]);
  const halted = {
    code: "shop_token",
    message: "The shop refused the token.",
    detail: "HTTP 401: [API] Invalid API key",
  } as const;
  show(<OutboxDialog shop={shop({ halted, waiting: 2 })} onClose={() => {}} />);
  expect(await screen.findByText("The shop refused the token.")).toBeVisible();
  const said = screen.getByText(/Invalid API key · shop_token/);
  expect(said).not.toBeVisible();
  await userEvent.click(screen.getByText("Details"));
  expect(said).toBeVisible();
});
