import { afterEach, expect, test, vi } from "vitest";
import { jobSeen } from "./news";

afterEach(() => {
  vi.restoreAllMocks();
  location.hash = "";
});

test.each([
  ["#/s/shop/jobs/431", "431"],
  ["#/s/shop/jobs/431?show=failed", "431"],
  ["#/s/shop/jobs/431/7", undefined],
  ["#/s/shop/jobs", undefined],
  ["#/s/shop/products", undefined],
])("the job that is seen at %s is %s", (hash, job) => {
  vi.spyOn(document, "hasFocus").mockReturnValue(true);
  location.hash = hash;
  expect(jobSeen()).toBe(job);
});

test("no job is seen while the person looks elsewhere", () => {
  vi.spyOn(document, "hasFocus").mockReturnValue(false);
  location.hash = "#/s/shop/jobs/431";
  expect(jobSeen()).toBeUndefined();
});
