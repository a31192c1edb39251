package fields

// CollectionSEOTitle is the title of a collection in search results.
const CollectionSEOTitle ID = "collection_seo_title"

var _ = register(Field{
	ID: CollectionSEOTitle, Order: 7, Label: "collection SEO title", Many: "collection SEO titles",
	Place: Collection, Role: RoleSEOTitle, Text: Plain, Counter: 70, Slot: "collection_seo", Job: BulkGeneration,
})
