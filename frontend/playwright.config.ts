import { defineConfig } from "@playwright/test";

// Debian's Chromium without a window, which takes a quarter less time, and with nothing that reaches
// for the network on its own.
const launchOptions = {
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium-headless-shell",
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

// What only make test-deep runs: sweeps (hostile texts, axe, long texts and another language on every
// page, each window size, what is offered in each state), and the rarer ways through a page, which are
// tagged or are a whole file. Matched against file names and tags.
const deep =
  /@deep|(?<![-\w])(axe|beyond|datafile|gallery|held-keys|hostile|keyboard|language|licenses|local-port|long-text|meanwhile|notices|offers-\w+|selection|walk)\.spec\.ts/;

export default defineConfig({
  testDir: "e2e",
  // Much of a test is waiting, for paces and retries that are real: four at a time keep two cores busy.
  workers: 4,
  // A test that passes at its second try is reported as flaky, and is to be mended.
  retries: process.env.CI ? 1 : 0,
  // These limits end a test that hangs. They are far above what any step takes, so that no test
  // depends on how fast the machine is; a test that waits for something waits for just that.
  timeout: 300_000,
  expect: { timeout: 60_000 },
  reporter: [["list"]],
  use: {
    viewport: { width: 1440, height: 900 },
    // Nothing fades in or out: what is on the page is what a test sees.
    contextOptions: { reducedMotion: "reduce" },
    timezoneId: "UTC",
    actionTimeout: 60_000,
    // A trace costs half as much again as the test; --trace on records one.
    trace: "off",
    screenshot: "only-on-failure",
    launchOptions,
  },
  projects: [
    { name: "e2e", testMatch: "*.spec.ts", grepInvert: deep },
    { name: "e2e-deep", testMatch: "*.spec.ts", grep: deep },
    {
      name: "screenshots",
      testMatch: /screenshots(-copy)?\.ts$/,
      timeout: 120_000,
      expect: { timeout: 30_000 },
    },
    { name: "measure", testMatch: "measure.ts", use: { trace: "off" } },
  ],
});
