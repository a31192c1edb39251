package fields

// AltText describes a product image in words.
const AltText ID = "alt_text"

var _ = register(Field{
	ID: AltText, Order: 5, Label: "alt text", Many: "alt texts",
	Place: Image, Role: RoleAltText, Text: Plain, Limit: 512, Advised: 125, MeansNothing: true, Slot: "alt_text", Job: AltTexts,
})
