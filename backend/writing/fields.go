package writing

import (
	"galley/backend/checks"
	"galley/backend/galley"
)

// fieldPart is the prompt and limits of a field.
type fieldPart struct {
	rules  string       // the field's part of the prompt
	answer answerLength // tokens of one answer
	// advised is the recommended length of the text, in characters, and
	// width in pixels; 0 for none.
	advised int
	width   int
}

// answerLength is an answer's usual and longest length in tokens.
type answerLength struct{ usual, longest int }

var fieldParts = map[galley.Field]fieldPart{
	galley.FieldTitle:                     {rules: titleRules, answer: answerLength{25, 120}},
	galley.FieldDescription:               {rules: descriptionRules, answer: answerLength{420, 1500}},
	galley.FieldSEOTitle:                  {rules: seoTitleRules, answer: answerLength{30, 120}, advised: checks.MaxTitleChars, width: checks.MaxTitleWidth},
	galley.FieldMetaDescription:           {rules: metaDescriptionRules, answer: answerLength{50, 160}, advised: checks.MaxMeta},
	galley.FieldAltText:                   {rules: altTextRules, answer: answerLength{40, 200}, advised: checks.MaxAltAdvised},
	galley.FieldCollectionDescription:     {rules: collectionDescriptionRules, answer: answerLength{120, 600}},
	galley.FieldCollectionSEOTitle:        {rules: collectionSEOTitleRules, answer: answerLength{30, 120}, advised: checks.MaxTitleChars, width: checks.MaxTitleWidth},
	galley.FieldCollectionMetaDescription: {rules: collectionMetaDescriptionRules, answer: answerLength{50, 160}, advised: checks.MaxMeta},
}

// exampleNames are made up, and in our examples alone: a draft that has one
// copied an example, unless the shop's own data has it too.
var exampleNames = []string{"Quillmoor", "Ondrel", "Tavisk", "Brimwald"}

const titleRules = `# The field: title

- One line of plain text, at most 70 characters; never more than 255.
- What the product is first, then what tells it from its neighbours in the shop (material, colour, size, if the data states them). No vendor name unless the title has it now, no price, no sales talk.

Examples, each of another shop:
the title QUILLMOOR mug bl!! of type Mugs with the tags stoneware and blue becomes: Stoneware mug, blue
the title Ondrel Jkt - wmn of type Jackets with the option Colour (moss, sand) becomes: Women's jacket, moss or sand
the title tavisk cable 2M of type Cables with the tag USB-C becomes: USB-C cable, 2 m`

const descriptionRules = `# The field: description

- HTML with these elements only: p, h2, h3, h4, ul, ol, li, strong, em, br, table, thead, tbody, tr, th, td, a.
- Where the data carries it, 200 to 300 words; otherwise as long as the facts last. Paragraphs of at most 70 words, sentences of at most 20 words, a subheading (h3) at least every 300 words, no h1.
- The first paragraph names the product in its first sentence. Use words that tie sentences together (because, so, also, but, while). Put dimensions, materials and contents into a list.
- A mark such as [[KEEP 1: size table, 6 rows]] in the text on the shop is a part of the page that stays as it is. Put each mark into the new text once, unchanged, on a line of its own between two paragraphs, where it belongs. A mark within a sentence may stay within one. Leave none out, make up none, and do not write again what such a part says.
- Every link (a) of the text on the shop stays in the new text, with its address. Add no link and no image of your own.
- At most 500,000 characters.

Examples of good openings, each of another shop:
for a mug whose data says "stoneware, dishwasher safe, 350 ml": <p>The Quillmoor stoneware mug holds 350 ml, so there is room for a large coffee. It is dishwasher safe.</p>
for a jacket whose data says "waxed cotton, two-way zip": <p>The Ondrel jacket is made of waxed cotton. Its zip opens from both ends, so you can sit down without undoing it.</p>
for a cable whose data says "2 m, USB-C, 60 W": <p>The Tavisk cable carries up to 60 W over 2 m, because both of its ends are USB-C.</p>`

const seoTitleRules = `# The field: SEO title

- One line of plain text for a search result: at most 60 characters, and never more than 70.
- Begin with the words that people search the product by. If there is room, end with " | " and the vendor. Different from product to product: use what tells this one apart.

Examples, each of another shop:
Stoneware mug, blue | Quillmoor
Women's waxed jacket with two-way zip | Ondrel
USB-C cable, 2 m, 60 W | Tavisk`

const metaDescriptionRules = `# The field: meta description

- Plain text for a search result: 121 to 156 characters, in one or two whole sentences.
- Name the product once, in words that people search by, then the facts that help to choose. No call in capitals, no price.

Examples, each of another shop:
Blue Quillmoor mug of stoneware with a wide handle. It holds 350 ml, goes into the dishwasher and stacks with the plates of the same set.
The Ondrel jacket of waxed cotton has a two-way zip and three outer pockets, so a map, keys and gloves each have a place on a long walk.`

const altTextRules = `# The field: alt text

- One line of plain text, at most 125 characters, that ends with a full stop.
- The briefest phrase that says what the picture shows, the most important first: the product, then what is to be seen of it. No "image of", "picture of" or "photo of", no file name, no emoji, no price. More than the title alone, and different for each picture of the product.
- Only if a picture is attached: colours and things that can be seen in it may be named. Materials, makers and sizes come from the product data. Never guess who a person is, nor age, origin or health.

Examples, each of another shop:
Blue Quillmoor mug from the side, its handle to the right, on a white table.
Moss-green Ondrel jacket, open, with the ends of its two-way zip.`

const collectionDescriptionRules = `# The field: collection description

- HTML with these elements only: p, h2, h3, h4, ul, ol, li, strong, em, br, table, thead, tbody, tr, th, td, a.
- 60 to 120 words in one to three short paragraphs, at most 500,000 characters with markup. The first sentence names the collection.
- Say what the products have in common and how they differ, from their titles. Name at most five of them. Do not count products unless the data says how many there are.
- A mark such as [[KEEP 1: image]] in the text on the shop is a part of the page that stays as it is. Put each mark into the new text once, unchanged, on a line of its own between two paragraphs, where it belongs. Leave none out and make up none.
- Every link (a) of the text on the shop stays in the new text, with its address. Add no link and no image of your own.

Examples of good openings, each of another shop:
for a collection of table lamps: <p>Table lamps for desk, shelf and bedside. The Tavisk has a linen shade, the Brimwald a ribbed base of stoneware.</p>
for a collection of jackets: <p>Jackets for wet walks. The Ondrel is of waxed cotton, the Quillmoor of wool, and both have a hood.</p>`

const collectionSEOTitleRules = `# The field: collection SEO title

- One line of plain text for a search result: at most 60 characters, and never more than 70.
- Begin with the words that people search such products by. Different from collection to collection.

Examples, each of another shop:
Table lamps in linen and stoneware | Tavisk
Waxed and wool jackets with hoods | Ondrel`

const collectionMetaDescriptionRules = `# The field: collection meta description

- Plain text for a search result: 121 to 156 characters, in one or two whole sentences.
- Name the collection once, in words that people search by, then what its products have in common. No call in capitals, no price.

Examples, each of another shop:
Tavisk table lamps with shades of linen and bases of oak or stoneware, from small bedside lamps to tall ones for the desk. Compare heights and cords.`
