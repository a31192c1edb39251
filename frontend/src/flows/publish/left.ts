import type { Left } from "@/contract";
import type { MarkName } from "@/ui/Mark";
import type { Shape } from "@/ui/shapes";

export type LeftReason = keyof Left;

/** The reasons for staying out, in the order in which people see them. */
export const leftReasons: LeftReason[] = [
  "open",
  "warned",
  "rejected",
  "rewriting",
  "alike",
  "conflict",
  "failed",
  "unwritten",
  "skipped",
  "cancelled",
  "gone",
  "changed",
  "waiting",
  "published",
];

/** Each with the mark that its items have. */
export const markOf: Record<LeftReason, { mark: MarkName } | { shape: Shape }> = {
  open: { mark: "unpublished" },
  warned: { shape: "warn" },
  rejected: { mark: "rejected" },
  rewriting: { shape: "retry" },
  alike: { shape: "warn" },
  conflict: { mark: "conflict" },
  failed: { mark: "failed" },
  unwritten: { mark: "queued" },
  skipped: { shape: "zero" },
  cancelled: { mark: "rejected" },
  gone: { shape: "zero" },
  changed: { shape: "info" },
  waiting: { mark: "queued" },
  published: { mark: "published" },
};
