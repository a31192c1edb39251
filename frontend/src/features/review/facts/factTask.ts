import type { FactRow } from "@/contract";

/** What is to be done with the facts of a product. */
export type FactTask =
  | { kind: "add"; value?: string }
  | { kind: "correct"; row: FactRow }
  | { kind: "strike"; row: FactRow }
  | { kind: "paste" };
