import { afterEach, expect, test, vi } from "vitest";

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  for (const added of document.head.querySelectorAll("[src], link")) added.remove();
});

test("the program is loaded even where the browser denies access to what it kept", async () => {
  vi.useFakeTimers();
  const script = document.createElement("script");
  Object.assign(script.dataset, { program: "/assets/index-1.js", styles: "/assets/index-2.css" });
  vi.spyOn(document, "currentScript", "get").mockReturnValue(script);
  vi.spyOn(Storage.prototype, "getItem").mockImplementation(() => {
    throw new DOMException("denied", "SecurityError");
  });
  await expect(import("./start")).rejects.toThrow("denied");
  vi.runAllTimers();
  const program = document.head.querySelector('script[type="module"]');
  expect(program?.getAttribute("src")).toBe("/assets/index-1.js");
});
