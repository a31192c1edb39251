import { useDebouncedValue } from "@mantine/hooks";
import { type FacetsOf, useFacetsNamed } from "@/api";
import { type Facet, rules } from "@/contract";
import { contains } from "@/lib/fold";
import { type ListPart, wordOf } from "./parts";

/** How long typing rests before all values are asked for, in milliseconds. */
const REST_MS = 150;

/** The values of a part whose names have what was typed: of those listed, or of all where only the most frequent are. */
export function useFoundFacets(
  of: FacetsOf,
  part: ListPart,
  values: Facet[],
  typed: string,
): Facet[] {
  const [rested] = useDebouncedValue(typed.trim(), REST_MS);
  const more = values.length >= rules.limits.facets;
  const named = useFacetsNamed(of, part, more ? rested : "");
  const listed = values.filter((one) => contains(wordOf(part, one), typed));
  if (!more || typed.trim() === "" || !named.data) return listed;
  return named.data.filter((one) => contains(wordOf(part, one), typed));
}
