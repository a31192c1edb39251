import { act, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test, vi } from "vitest";
import { show } from "@/testing/render";
import PageDialog from "./PageDialog";
import { closePage, useViewedPage, viewPage } from "./viewPage";

const openOutside = vi.hoisted(() => vi.fn());

vi.mock(import("@/api"), async (original) => ({
  ...(await original()),
  inWindow: true,
  openOutside,
}));

beforeEach(() => openOutside.mockClear());

function Shell() {
  const page = useViewedPage();
  return page ? <PageDialog page={page} onClose={closePage} /> : <p>closed</p>;
}

test("the demo shop's page is shown within the window, and can send and open nothing", async () => {
  show(<Shell />);
  act(() => viewPage({ url: "/demo/products/oak-desk", title: "Oak Desk" }));

  const frame = await screen.findByTitle("Page of Oak Desk on the shop");
  expect(frame.getAttribute("src")).toBe("/demo/products/oak-desk");
  expect(frame.getAttribute("sandbox")).toBe("allow-same-origin allow-scripts"); // no forms, windows, navigation
  expect(openOutside).not.toHaveBeenCalled();

  await userEvent.click(screen.getByRole("button", { name: /^Open in browser/ }));
  expect(openOutside).toHaveBeenCalledWith("/demo/products/oak-desk");
  expect(await screen.findByText("closed")).toBeVisible();
});

test("another server's page opens in the browser, never within the window", () => {
  show(<Shell />);
  viewPage({ url: "https://shop.example/products/oak-desk", title: "Oak Desk" });
  expect(openOutside).toHaveBeenCalledWith("https://shop.example/products/oak-desk");
  expect(screen.getByText("closed")).toBeVisible();
});
