// Adds up what the test runners reported and prints it as one line: "N passed, N failed, N skipped".
//
//   node build/count.mjs REPORTS STATUS
//
// A Go test that ran in both belts counts once: as failed where it failed in one, as skipped where it was
// skipped in both. A test that failed and passed when it was repeated counts as passed, and is reported.
// A runner that did not run has no report and counts nothing.
// STATUS is the run's exit code: where it failed without a failed test (a linter, code that does not
// compile), that is one failure.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const total = { passed: 0, failed: 0, skipped: 0 };

function add(passed, failed, skipped) {
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
}

const WEIGHT = { skip: 0, pass: 1, fail: 2 };
const goTests = new Map(); // package and test → its verdict
const repeated = new Set(); // package and test, where it failed and then passed

// go test -json: one event a line, a package's own verdict has no Test.
function readGo(text) {
  const last = new Map();
  for (const line of text.split("\n")) {
    if (!line.startsWith("{")) continue;
    const { Action, Package, Test } = JSON.parse(line);
    if (!Test || !(Action in WEIGHT)) continue;
    const name = `${Package} ${Test}`;
    if (last.get(name) === "fail" && Action === "pass") repeated.add(name);
    last.set(name, Action);
  }
  for (const [name, verdict] of last) {
    const before = goTests.get(name);
    if (before === undefined || WEIGHT[verdict] > WEIGHT[before]) goTests.set(name, verdict);
  }
}

function addGo() {
  const verdicts = [...goTests.values()];
  const count = (action) => verdicts.filter((verdict) => verdict === action).length;
  add(count("pass"), count("fail"), count("skip"));
  for (const name of repeated) console.log(`passed only when repeated: ${name}`);
}

function addVitest(text) {
  const report = JSON.parse(text);
  add(report.numPassedTests, report.numFailedTests, report.numPendingTests + report.numTodoTests);
}

function addPlaywright(text) {
  const { expected, unexpected, flaky, skipped } = JSON.parse(text).stats;
  add(expected + flaky, unexpected, skipped);
  if (flaky > 0) console.log(`${flaky} browser tests passed only when repeated`);
}

const readers = { go: readGo, vitest: addVitest, playwright: addPlaywright };

const [folder, status] = process.argv.slice(2);
for (const file of readdirSync(folder)) {
  const read = readers[/^(\w+?)(-deep|-window)?\.json$/.exec(file)?.[1]];
  if (read) read(readFileSync(join(folder, file), "utf8"));
}
addGo();
if (status !== "0" && total.failed === 0) total.failed = 1;
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
