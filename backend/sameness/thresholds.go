package sameness

// What counts as alike. The figures and how they were measured: docs/evaluation.md.
const (
	// alike is the share of two texts' runs of three words that is the same, from
	// which on they are near duplicates: one word in eight differs, or one sentence
	// of four. Sizes and colours of one product are above it, which is why a person
	// can keep a group; the lists of details of different products are below.
	alike = 0.5
	// leastWords is what a text needs, apart from the product's name and figures, for
	// runs of its words to tell something. A shorter text is alike only if it is equal.
	leastWords = 12

	// leastGroup is how many texts with the same opening are a habit.
	leastGroup = 3
	// An opening is repeated from these shares of the texts on, in percent. The
	// longer it is, the sooner a customer notices. Short ones are common in good
	// copy ("Made of", "This"), so they have to be many.
	shareOfThree = 2
	shareOfTwo   = 8
	shareOfOne   = 25
	// shareOfShop is the share of all texts of the shop, from which on a single
	// draft that begins so follows a habit of the shop.
	shareOfShop = 10

	// endingWords end two texts that end alike, and their share in percent. Only
	// endings of different sentences count as a habit.
	endingWords   = 4
	shareOfEnding = 2
)
