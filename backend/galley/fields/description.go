package fields

// Description is the body of a product page.
const Description ID = "description"

var _ = register(Field{
	ID: Description, Order: 2, Label: "description", Many: "descriptions",
	Place: Product, Role: RoleDescription, Text: HTML, Limit: 512 * 1024, Slot: "description", Job: BulkGeneration,
})
