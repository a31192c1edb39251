package fields

// CollectionDescription is the text above the products of a collection page.
const CollectionDescription ID = "collection_description"

var _ = register(Field{
	ID: CollectionDescription, Order: 6, Label: "collection description", Many: "collection descriptions",
	Place: Collection, Role: RoleDescription, Text: HTML, Limit: 512 * 1024, Slot: "collection_description", Job: BulkGeneration,
})
