import { type ChildProcess, execFile, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import { test as base, expect, type Page } from "@playwright/test";

const candidates = [process.env.GALLEY_BINARY, "../build/bin/galley", "../galley"];

/** The program under test: built by make, or named by GALLEY_BINARY. */
function binary(): string {
  const found = candidates.find((path) => path !== undefined && existsSync(path));
  if (!found) throw new Error("Build Galley first: make build, or set GALLEY_BINARY.");
  return found;
}

/** A home of its own, served on a port of its own. */
export interface Galley {
  /** The address with the one-time token. */
  url: string;
  /** Runs a command on the same home and returns what it printed. */
  run(...args: string[]): Promise<string>;
}

/** A demo shop in a process of its own, as a stand-in for a client's shop. */
export interface ForeignShop {
  endpoint: string;
  token: string;
}

interface Fixtures {
  galley: Galley;
  /** Starts a demo shop with so many products; ends with the test. */
  foreignShop: (products: number, ...flags: string[]) => Promise<ForeignShop>;
  /** Fails the test where the page reports an error. */
  quiet: undefined;
}

const EXPECTED = [
  // An answer that is an error is shown on the page; the browser's own line adds nothing.
  "Failed to load resource",
  // The trace recorder tries to look into the frame of a draft, which runs no scripts.
  "Blocked script execution in 'about:srcdoc'",
];

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const output = child.stdout;
    if (!output) return reject(new Error("no output"));
    createInterface({ input: output }).once("line", resolve);
    child.once("exit", (code) => reject(new Error(`ended with ${code} before its first line`)));
  });
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGINT");
  await ended;
}

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: the shape that Playwright asks for
  galley: async ({}, use) => {
    const home = mkdtempSync(join(tmpdir(), "galley-e2e-"));
    const env = { ...process.env, GALLEY_HOME: home, GALLEY_PASSPHRASE: "e2e" };
    const server = spawn(binary(), ["serve", "--no-open", "--listen", "127.0.0.1:0"], {
      env,
      stdio: ["ignore", "pipe", "inherit"],
    });
    try {
      const url = await firstLine(server);
      await use({
        url,
        run: async (...args) => (await promisify(execFile)(binary(), args, { env })).stdout,
      });
    } finally {
      await stop(server);
      rmSync(home, { recursive: true, force: true });
    }
  },

  // biome-ignore lint/correctness/noEmptyPattern: the shape that Playwright asks for
  foreignShop: async ({}, use) => {
    const started: ChildProcess[] = [];
    await use(async (products, ...flags) => {
      const args = [
        "demo-shop",
        "--listen",
        "127.0.0.1:0",
        "--products",
        String(products),
        ...flags,
      ];
      const shop = spawn(binary(), args, { stdio: ["ignore", "pipe", "inherit"] });
      started.push(shop);
      return JSON.parse(await firstLine(shop)) as ForeignShop;
    });
    await Promise.all(started.map(stop));
  },

  quiet: [
    async ({ page }, use) => {
      const complaints: string[] = [];
      page.on("pageerror", (error) => complaints.push(String(error)));
      page.on("console", (message) => {
        const expected = EXPECTED.some((text) => message.text().includes(text));
        if (message.type() === "error" && !expected) complaints.push(message.text());
      });
      await use(undefined);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** First start to a filled product list: the demo shop, by its key. */
export async function openDemoShop(page: Page, galley: Galley): Promise<void> {
  await page.goto(galley.url);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("read it like a proof");
  await page.keyboard.press("1");
  await expect(page.getByRole("row", { name: /Brass Ruler/ })).toBeVisible();
}

/** Makes a job over all products for the field, and waits until it is written. */
export async function writeAll(page: Page, field: string): Promise<void> {
  await page.keyboard.press("n");
  const panel = page.getByRole("complementary", { name: "New job" });
  await panel.getByText(field, { exact: true }).click();
  await panel.getByRole("switch", { name: "Only where it is empty" }).click();
  await panel.getByRole("button", { name: /^Write \d+/ }).click();
  await expect(page.getByText("Completed", { exact: true })).toBeVisible({ timeout: 60_000 });
}
