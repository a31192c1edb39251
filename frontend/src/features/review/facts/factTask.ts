import type { FactRow, WarningKey } from "@/contract";

/** What is to be done with the facts of a product. */
export type FactTask =
  /** warning: the claim of the draft that the fact answers. */
  | { kind: "add"; value?: string; warning?: WarningKey }
  | { kind: "correct"; row: FactRow }
  | { kind: "strike"; row: FactRow }
  | { kind: "paste" };
