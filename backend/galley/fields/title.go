package fields

// Title is a product's name.
const Title ID = "title"

var _ = register(Field{
	ID: Title, Order: 1, Label: "title", Many: "titles",
	Place: Product, Role: RoleTitle, Text: Plain, Limit: 255, Required: true, Slot: "title", Job: BulkGeneration,
})
