import type { Facet, Field, ProductFacets, ProductFilter } from "@/contract";
import { t } from "@/strings";

/** Parts of a filter of which several values can be chosen; any of them passes. */
export const LISTS = ["collection", "vendor", "tag", "type", "status"] as const;
export type ListPart = (typeof LISTS)[number];
export type ChoicePart = ListPart | "without";

const FACETS: Record<ChoicePart, keyof ProductFacets> = {
  collection: "collections",
  vendor: "vendors",
  tag: "tags",
  type: "types",
  status: "statuses",
  without: "without",
};

/** The values of a part, with their counts. */
export function facetsOf(facets: ProductFacets | undefined, part: ChoicePart): Facet[] {
  return facets?.[FACETS[part]] ?? [];
}

/** A value as people read it. */
export function wordOf(part: ChoicePart, { value, label }: Pick<Facet, "value" | "label">): string {
  if (part === "without") return t.products.field(value as Field);
  if (part === "status") return t.products.filter.statuses[value] ?? value;
  return label || value;
}

/** The filter with that part set; an empty value takes the part out. */
export function withPart<K extends keyof ProductFilter>(
  filter: ProductFilter,
  part: K,
  value: ProductFilter[K],
): ProductFilter {
  const { [part]: _, ...rest } = filter;
  const none = Array.isArray(value) ? value.length === 0 : !value;
  return none ? (rest as ProductFilter) : { ...rest, [part]: value };
}

/** The filter with one value more, or less, of a part. */
export function toggled(filter: ProductFilter, part: ChoicePart, value: string): ProductFilter {
  const chosen = filter[part] ?? [];
  return withPart(
    filter,
    part,
    chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value],
  );
}

/** One part of the active filter, in words. */
export interface ActivePart {
  part: keyof ProductFilter;
  name: string;
  word: string;
}

const MORE = ["shorter_than", "score_below", "history"] as const;

function moreWord(filter: ProductFilter, part: (typeof MORE)[number]): string {
  const words = t.products.filter;
  if (part === "history") return filter.history ? words.histories[filter.history] : "";
  if (part === "score_below") return words.below(filter.score_below ?? 0);
  return words.words(filter.shorter_than ?? 0);
}

/** The parts that leave something out. */
export function activeParts(
  filter: ProductFilter,
  facets: ProductFacets | undefined,
): ActivePart[] {
  const named = (part: ChoicePart, value: string) =>
    wordOf(part, facetsOf(facets, part).find((one) => one.value === value) ?? { value });
  const lists = [...LISTS, "without" as const].flatMap((part) => {
    const chosen = filter[part] ?? [];
    if (chosen.length === 0) return [];
    const word = t.products.filter.anyOf(chosen.map((value) => named(part, value)));
    return [{ part, name: t.products.filter.groups[part], word }];
  });
  const more = MORE.flatMap((part) =>
    filter[part]
      ? [{ part, name: t.products.filter.groups[part], word: moreWord(filter, part) }]
      : [],
  );
  return [...lists, ...more];
}
