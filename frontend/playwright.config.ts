import { defineConfig } from "@playwright/test";

// Debian's Chromium, with nothing that reaches for the network on its own.
const launchOptions = {
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
  ],
};

export default defineConfig({
  testDir: "e2e",
  // Most of a test is waiting, for paces and retries that are real: two at a time suit two cores.
  workers: 2,
  // On a busy machine a test may lose a race against time; one that needs its second try is reported.
  retries: process.env.CI ? 1 : 0,
  timeout: 60_000,
  expect: { timeout: 8_000 },
  reporter: [["list"]],
  use: {
    viewport: { width: 1440, height: 900 },
    timezoneId: "UTC",
    actionTimeout: 8_000,
    trace: "retain-on-failure",
    launchOptions,
  },
  projects: [
    { name: "e2e", testMatch: "*.spec.ts" },
    {
      name: "screenshots",
      testMatch: "screenshots.ts",
      timeout: 120_000,
      expect: { timeout: 30_000 },
    },
    { name: "measure", testMatch: "measure.ts", use: { trace: "off" } },
  ],
});
