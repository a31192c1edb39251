import { type Field, rules } from "@/contract";
import { count } from "@/lib/format";

/** 1 product, 2 products. */
export function many(n: number, one: string, more: string = `${one}s`): string {
  return `${count(n)} ${n === 1 ? one : more}`;
}

/** ["a", "b", "c"] → "a, b and c". */
export function listed(parts: string[]): string {
  if (parts.length < 2) return parts.join("");
  return `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}

/** The fields' names in running text, singular and plural, and as labels. */
export const fieldNames = Object.fromEntries(
  rules.fields.map(({ id, label, many }) => [
    id,
    { one: label, more: many, label: label.charAt(0).toUpperCase() + label.slice(1) },
  ]),
) as Record<Field, { one: string; more: string; label: string }>;

export type FieldName = Field;

/** What the text is, without what holds it: "meta description" of a collection too. */
export function textName(field: FieldName): (typeof fieldNames)[Field] {
  const role = rules.fields.find(({ id }) => id === field)?.role;
  const first = rules.fields.find((rule) => rule.role === role);
  return fieldNames[first?.id ?? field];
}

/** 111 descriptions. */
export function fieldCount(n: number, field: FieldName): string {
  return many(n, fieldNames[field].one, fieldNames[field].more);
}

export const strategyNames = {
  review: "Review before publish",
  publish: "Publish without review",
} as const;
