import { rules, type Verdict } from "@/contract";

/** The grade of a whole score. */
export function gradeOf(total: number): Verdict {
  if (total >= rules.scores.good) return "good";
  return total >= rules.scores.fair ? "fair" : "poor";
}

/** The most points that so many rules give. */
export function mostPoints(n: number): number {
  return n * rules.scores.best;
}
