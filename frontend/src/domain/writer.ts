import { rules, type WriterKind, type WriterRule, type WriterSpec } from "@/contract";

const kinds = new Map<WriterKind, WriterRule>(rules.writers.map((rule) => [rule.kind, rule]));

/** The name shown where people expect a model's name. */
export function writerName({ kind, model }: Pick<WriterSpec, "kind" | "model">): string {
  return kinds.get(kind)?.label || (model ?? "");
}

/** Whether its drafts cost nothing. */
export function isFree({ kind }: Pick<WriterSpec, "kind">): boolean {
  return kinds.get(kind)?.free ?? false;
}

/** Whether an address and a model have to be set. */
export function needsEndpoint({ kind }: Pick<WriterSpec, "kind">): boolean {
  return kinds.get(kind)?.needs_endpoint ?? false;
}

/** Whether it uses instructions and the shop's profile. */
export function isPrompted({ kind }: Pick<WriterSpec, "kind">): boolean {
  return kinds.get(kind)?.prompted ?? false;
}
