import { screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { shop } from "@/testing/fixtures";
import { show } from "@/testing/render";
import { HaltNotice } from "./HaltNotice";

test("shows what the shop answered under Details, where that is known", () => {
  const halted = (detail?: string) =>
    shop({
      halted: {
        code: "offline",
        message: "The shop cannot be reached.",
        ...(detail && { detail }),
      },
      try_at: "2026-10-14T08:00:00Z",
    });
  const { rerender } = show(
    <HaltNotice shop={halted("dial tcp: no route to host")} onSignIn={vi.fn()} />,
  );
  expect(screen.getByText("dial tcp: no route to host · offline")).toBeInTheDocument();
  rerender(<HaltNotice shop={halted()} onSignIn={vi.fn()} />);
  expect(screen.getByText(/cannot be reached/)).toBeVisible();
  expect(screen.queryByText("Details")).toBeNull();
});
