import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { show } from "@/testing/render";
import { ReasonDetails, TroubleText } from "./States";

test("Details shows what the shop said, and the code", () => {
  show(
    <TroubleText
      trouble={{ message: "The shop refused the token.", code: "shop_token", detail: "HTTP 401" }}
    />,
  );
  expect(screen.getByText("The shop refused the token.")).toBeVisible();
  expect(screen.getByText("HTTP 401 · shop_token")).not.toBeVisible();
  screen.getByText("Details").click();
  expect(screen.getByText("HTTP 401 · shop_token")).toBeVisible();
});

test("a reason without a cause has no Details", () => {
  const { rerender } = show(<ReasonDetails reason={{ code: "cancelled" }} />);
  expect(screen.queryByText("Details")).toBeNull();
  rerender(<ReasonDetails reason={{ code: "offline", detail: "connection refused" }} />);
  expect(screen.getByText("Details")).toBeVisible();
});
