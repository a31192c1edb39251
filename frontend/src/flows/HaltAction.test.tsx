import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import type { Code, ShopOverview } from "@/contract";
import { shop } from "@/testing/fixtures";
import { show } from "@/testing/render";
import { HaltAction } from "./HaltAction";

const halted = (code: Code, part: Partial<ShopOverview> = {}) =>
  shop({ halted: { code, message: "It waits." }, try_at: "2026-10-14T08:00:00Z", ...part });

test.each([
  ["token", "Enter a token…"],
  ["client_credentials", "Sign in again…"],
  ["authorization_code", "Sign in again…"],
] as const)("a shop that refused is signed in to by %s as before", async (sign_in, label) => {
  const onSignIn = vi.fn();
  show(<HaltAction shop={halted("shop_token", { sign_in })} onSignIn={onSignIn} />);
  await userEvent.click(screen.getByRole("button", { name: label }));
  expect(onSignIn).toHaveBeenCalledOnce();
});

test("a shop that cannot be reached is tried again", () => {
  show(<HaltAction shop={halted("offline")} onSignIn={() => {}} />);
  expect(screen.getByRole("button", { name: "Try now" })).toBeEnabled();
});
