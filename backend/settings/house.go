package settings

import (
	"slices"
	"strconv"
	"strings"

	"galley/backend/galley"
)

// houseID begins the ids of the instructions that come with Galley.
const houseID = "galley:"

// houseWords are instructions to start from. They say nothing that the rules of
// the field say already, and name placeholders where they help.
var houseWords = map[galley.Field][]galley.Instructions{
	galley.FieldTitle: {
		{Name: "Tidy what is there", Text: "Keep the words of the title on the shop. Correct spelling, capitals and order, take out codes and sales talk, and add nothing."},
		{Name: "What it is, then what sets it apart", Text: "First what it is, as a customer would call it, then the one or two of {options} or {tags} that tell it from others of type {type}. No vendor name."},
	},
	galley.FieldDescription: {
		{Name: "Use first, then the facts", Text: "Open with what one does with it and where. Then how it is made, as the data says. Then a list headed \"Details\" with sizes, material and contents. Close with care, if the data has it. 150 to 220 words."},
		{Name: "Short, for a shop with good pictures", Text: "Two paragraphs of at most 50 words each and a list of the facts. Do not describe what a picture shows."},
		{Name: "Answers to what people ask", Text: "Three or four short sections, each with an h3 that is a question a buyer of a product of type {type} has and that the data answers: size, use, care, contents. No question that the data does not answer."},
	},
	galley.FieldSEOTitle: {
		{Name: "Product | Vendor", Text: "What people search for first, then what sets this one apart, then \" | {vendor}\" if it fits."},
		{Name: "Without the vendor", Text: "What people search for first, then material, size or colour. No vendor and no shop name."},
	},
	galley.FieldMetaDescription: {
		{Name: "What it is and for whom", Text: "First sentence: what it is, with the fact that decides most. Second sentence: for whom or where it is right, as the data says."},
		{Name: "Facts in one line", Text: "One sentence of facts, the most important first: material, size, what is in the box. Do not address the reader."},
	},
	galley.FieldAltText: {
		{Name: "What the picture adds", Text: "Say what this picture shows that the others of the product do not: the side, a detail, the size beside something, the use. It is picture {image_number} of {image_count}."},
		{Name: "Brief", Text: "At most 80 characters: the product and the view."},
	},
	galley.FieldCollectionDescription: {
		{Name: "What is in it, and how to choose", Text: "One paragraph on what the products have in common, one on how they differ and which is for what. No more than 100 words."},
	},
	galley.FieldCollectionSEOTitle: {
		{Name: "Plural first", Text: "The plural that people search by, then what the products have in common."},
	},
	galley.FieldCollectionMetaDescription: {
		{Name: "Range and differences", Text: "What there is, from the smallest to the largest, and what the products differ by."},
	},
}

// houseInstructions are those that come with Galley for the field, or with "" for
// all fields.
func houseInstructions(f galley.Field) []galley.Instructions {
	var list []galley.Instructions
	for _, of := range galley.Fields() {
		if f != "" && f != of {
			continue
		}
		for i, words := range houseWords[of] {
			words.ID, words.Field, words.House = houseID+string(of)+":"+strconv.Itoa(i+1), of, true
			list = append(list, words)
		}
	}
	return slices.Clip(list)
}

func isHouse(id string) bool { return strings.HasPrefix(id, houseID) }
