package fields

// MetaDescription is the text under a product's title in search results.
const MetaDescription ID = "meta_description"

var _ = register(Field{
	ID: MetaDescription, Order: 4, Label: "meta description", Many: "meta descriptions",
	Place: Product, Role: RoleMetaDescription, Text: Plain, Counter: 160, Slot: "seo", Job: BulkGeneration,
})
