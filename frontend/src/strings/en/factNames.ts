/** What a fact is about whose source gives it no name. */
export const factNames = {
  /** Sources that say themselves what their value is. */
  bySource: { type: "Type", category: "Category", price: "Price", weight: "Weight" } as Record<
    string,
    string
  >,
  /** What a sentence, a title or a tag claims. */
  byClass: {
    figure: "Figure",
    count: "Count",
    price: "Price",
    size: "Size",
    material: "Material",
    colour: "Colour",
    certification: "Certificate",
    origin: "Origin",
    warranty: "Warranty",
    promise: "Promise",
    superlative: "Rank",
    care: "Care",
    feature: "Feature",
    ingredient: "Ingredient",
    compatibility: "Fits",
    name: "Name",
  } as Record<string, string>,
  /** What a text says that the product has not, or does not do. */
  denied: "Without",
  /** Where it was read, when it is no claim. */
  other: {
    title: "Title",
    tag: "Tag",
    text: "Text",
    table: "Table",
    earlier_text: "Text",
    members: "Products",
    shop_facts: "Shop fact",
    supplier: "Supplier",
    google: "Google",
    any: "Also",
  } as Record<string, string> & { any: string },
};
