package fields

// SEOTitle is the title of a product in search results.
const SEOTitle ID = "seo_title"

var _ = register(Field{
	ID: SEOTitle, Order: 3, Label: "SEO title", Many: "SEO titles",
	Place: Product, Role: RoleSEOTitle, Text: Plain, Counter: 70, Slot: "seo", Job: BulkGeneration,
})
