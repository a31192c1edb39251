import type { FactRow } from "@/contract";
import { t } from "@/strings";

/**
 * What a fact is about: the name that its source gives, else what its source is (a type, a category),
 * else what kind of fact it is (a material), else where it was read.
 */
export function factName({ attribute, class: kind, source }: FactRow): string {
  const { bySource, byClass, other } = t.review.sheet.names;
  if (attribute !== "") return attribute.charAt(0).toUpperCase() + attribute.slice(1);
  return bySource[source.kind] ?? byClass[kind] ?? other[source.kind] ?? other.any;
}
