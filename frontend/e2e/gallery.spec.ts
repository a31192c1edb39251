import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import { test as base, expect } from "@playwright/test";
import { violations } from "./violations";

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

/** The development server, which alone has the gallery. */
const test = base.extend<{ dev: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: the shape that Playwright asks for
  dev: async ({}, use) => {
    const port = await freePort();
    const vite: ChildProcess = spawn(
      process.execPath,
      [
        "node_modules/vite/bin/vite.js",
        "--host",
        "127.0.0.1",
        "--port",
        String(port),
        "--strictPort",
      ],
      { stdio: "ignore" },
    );
    const ended = new Promise((resolve) => vite.once("exit", resolve));
    await use(`http://127.0.0.1:${port}/gallery.html`);
    vite.kill();
    await ended;
  },
});

for (const theme of ["light", "dark"]) {
  test(`the kit has a gallery with every component, ${theme}`, async ({ page, dev }) => {
    await expect(async () => {
      await page.goto(`${dev}?theme=${theme}`);
      await expect(page.getByRole("region", { name: "VirtualTable" })).toBeVisible();
    }).toPass();
    await expect(page.getByRole("row", { name: /Hesper/ })).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: "Ask…" }).click();
    await expect(page.getByRole("dialog")).toContainText("You can undo this later.");
    expect(await violations(page)).toEqual([]);
  });
}
