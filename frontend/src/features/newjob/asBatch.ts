import type { Estimate } from "@/contract";

/** The estimate at the price of batches, where they are offered. */
export function asBatch(estimate: Estimate): Estimate {
  return estimate.batch ? { ...estimate, ...estimate.batch } : estimate;
}
