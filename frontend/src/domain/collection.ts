import type { CollectionSummary, Field } from "@/contract";

type Lengths = Pick<
  CollectionSummary,
  "description_words" | "seo_title_chars" | "meta_description_chars"
>;

/** The texts that the collection lacks, in the order in which people see them. */
export function emptyTexts(collection: Lengths): Field[] {
  const lengths: [Field, number][] = [
    ["collection_description", collection.description_words],
    ["collection_seo_title", collection.seo_title_chars],
    ["collection_meta_description", collection.meta_description_chars],
  ];
  return lengths.filter(([, length]) => length === 0).map(([field]) => field);
}
