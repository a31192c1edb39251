import { rules, type Warning } from "@/contract";

const claims = new Set(rules.claims);

/** Whether a warning is about a claim without a source. */
export function isClaim({ rule }: Pick<Warning, "rule">): boolean {
  return claims.has(rule);
}
