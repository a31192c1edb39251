import { type Field, type FieldRule, type PlaceKind, type Role, rules } from "@/contract";

const known = new Map<Field, FieldRule>(rules.fields.map((rule) => [rule.id, rule]));

/** The fields of products and their images, in the order in which people see them. */
export const FIELDS: Field[] = rules.fields
  .filter(({ place }) => place !== "collection")
  .map(({ id }) => id);

/** The fields of collections, in the order in which people see them. */
export const COLLECTION_FIELDS: Field[] = rules.fields
  .filter(({ place }) => place === "collection")
  .map(({ id }) => id);

/** The kind of thing that holds the field. */
export function placeOf(field: Field): PlaceKind | undefined {
  return known.get(field)?.place;
}

/** What the text is to its readers. */
export function roleOf(field: Field): Role | undefined {
  return known.get(field)?.role;
}

/** What Shopify takes at most (hard) or advises (soft), in characters; none where there is neither. */
export function limitOf(field: Field): { most: number; hard: boolean } | undefined {
  const rule = known.get(field);
  if (!rule || rule.html) return undefined;
  const most = rule.limit || rule.counter;
  return most > 0 ? { most, hard: rule.limit > 0 } : undefined;
}

/** The length that readers of the text take, in characters; none for most. */
export function advisedLength(field: Field): number | undefined {
  return known.get(field)?.advised || undefined;
}

/** About how much of a text search engines show, in characters. */
export function shownLength(field: Field): number {
  return known.get(field)?.counter ?? 0;
}

/** The field cannot be empty. */
export function isRequired(field: Field): boolean {
  return known.get(field)?.required ?? false;
}

/** The field holds HTML rather than plain text. */
export function isHtml(field: Field): boolean {
  return known.get(field)?.html ?? false;
}
