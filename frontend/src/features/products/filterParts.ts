import type { Field, ProductFacets, ProductFilter } from "@/contract";
import { FIELDS, isRequired } from "@/domain/fields";
import { t } from "@/strings";

export type FilterPart = keyof ProductFilter;

export const FILTER_PARTS = [
  "without",
  "status",
  "vendor",
  "type",
] as const satisfies readonly FilterPart[];

/** Fields that a product may lack. */
const LACKING = FIELDS.filter((field) => !isRequired(field));

/** A value of a filter as people read it. */
export function filterWord(part: FilterPart, value: string): string {
  if (part === "without") return t.products.field(value as Field);
  if (part === "status") return t.products.filter.statuses[value] ?? value;
  return value;
}

export interface FilterOption {
  part: FilterPart;
  value: string;
  word: string;
  /** How many products have it, if known. */
  count?: number;
}

/** All that can be filtered by and that the text names, by its value or its kind. */
export function filterOptions(facets: ProductFacets | undefined, text: string): FilterOption[] {
  const wanted = text.trim().toLowerCase();
  const of = (part: FilterPart, values: { value: string; count?: number }[] | null | undefined) =>
    (values ?? []).map((facet) => ({ ...facet, part, word: filterWord(part, facet.value) }));
  const all: FilterOption[] = [
    ...of(
      "without",
      LACKING.map((value) => ({ value })),
    ),
    ...of("status", facets?.statuses),
    ...of("vendor", facets?.vendors),
    ...of("type", facets?.types),
  ];
  return all.filter(({ part, word }) =>
    `${t.products.filter.groups[part]} ${word}`.toLowerCase().includes(wanted),
  );
}
