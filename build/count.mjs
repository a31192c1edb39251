// Adds up what the test runners reported and prints it as one line: "N passed, N failed, N skipped".
//
//   node build/count.mjs REPORTS STATUS
//
// A runner that did not come to run has no report and counts nothing. STATUS is the run's exit code:
// where it failed without a failed test (a linter, code that does not compile), that is one failure.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const total = { passed: 0, failed: 0, skipped: 0 };

function add(passed, failed, skipped) {
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
}

// go test -json: one event a line, a package's own verdict has no Test.
function addGo(text) {
  const verdicts = text
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line))
    .filter((event) => event.Test);
  const count = (action) => verdicts.filter((event) => event.Action === action).length;
  add(count("pass"), count("fail"), count("skip"));
}

function addVitest(text) {
  const report = JSON.parse(text);
  add(report.numPassedTests, report.numFailedTests, report.numPendingTests + report.numTodoTests);
}

// A flaky test failed and passed when it was repeated: it counts as passed, and is told.
function addPlaywright(text) {
  const { expected, unexpected, flaky, skipped } = JSON.parse(text).stats;
  add(expected + flaky, unexpected, skipped);
  if (flaky > 0) console.log(`${flaky} browser tests passed only when repeated`);
}

const readers = {
  "go.json": addGo,
  "vitest.json": addVitest,
  "playwright.json": addPlaywright,
  "window.json": addGo,
};

const [folder, status] = process.argv.slice(2);
for (const [name, read] of Object.entries(readers)) {
  const file = join(folder, name);
  if (existsSync(file)) read(readFileSync(file, "utf8"));
}
if (status !== "0" && total.failed === 0) total.failed = 1;
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
