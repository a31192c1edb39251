package fields

// CollectionMetaDescription is the text under a collection's title in search results.
const CollectionMetaDescription ID = "collection_meta_description"

var _ = register(Field{
	ID: CollectionMetaDescription, Order: 8, Label: "collection meta description", Many: "collection meta descriptions",
	Place: Collection, Role: RoleMetaDescription, Text: Plain, Counter: 160, Slot: "collection_seo", Job: BulkGeneration,
})
