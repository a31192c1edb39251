import type { FactRow } from "@/contract";
import { t } from "@/strings";

/**
 * What a fact is about: the name that its source gives, else what its source is (a type, a category),
 * else what kind of fact it is (a material), else where it was read.
 */
export function factName(row: FactRow): string {
  const { attribute, class: kind, source } = row;
  const { bySource, byClass, other, denied } = t.review.sheet.names;
  if (isDenial(row)) return denied;
  if (attribute !== "") return attribute.charAt(0).toUpperCase() + attribute.slice(1);
  return bySource[source.kind] ?? byClass[kind] ?? other[source.kind] ?? other.any;
}

/** What is known: where the name does not say that it is denied, the value does. */
export function factValue(row: FactRow): string {
  return row.denied && !isDenial(row) ? `${t.review.sheet.not} ${row.value}` : row.value;
}

/** Something that the product has not or does not do: "no weekdays". It is no promise to the customer. */
function isDenial({ attribute, class: kind, source, denied }: FactRow): boolean {
  const named = attribute !== "" || t.review.sheet.names.bySource[source.kind] !== undefined;
  return denied && kind === "promise" && !named;
}
