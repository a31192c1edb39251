package invent

// kind is a sort of product with what its texts are made of.
type kind struct {
	noun, productType string
	materials         []string
	sizes             []string // the values of its size option; empty for none
	sizeName          string
	price             int // a usual price, in whole units of the currency
	uses              []string
	tags              []string
}

var (
	clothesSizes = []string{"XS", "S", "M", "L", "XL"}
	shoeSizes    = []string{"37", "38", "39", "40", "41", "42", "43"}
)

var kinds = []kind{
	{"table lamp", "Table lamp", []string{"stoneware", "ash wood", "brushed steel", "blown glass"}, nil, "", 89, []string{"a bedside table", "a desk", "a quiet corner"}, []string{"lighting", "indoor"}},
	{"pendant light", "Pendant light", []string{"enamel", "rattan", "linen", "opal glass"}, []string{"25 cm", "35 cm", "45 cm"}, "Diameter", 129, []string{"a dining table", "a kitchen island", "a stairwell"}, []string{"lighting", "ceiling"}},
	{"lantern", "Lantern", []string{"zinc", "powder-coated steel", "brass"}, []string{"Small", "Large"}, "Size", 45, []string{"a terrace", "a porch", "a picnic"}, []string{"lighting", "outdoor"}},
	{"mug", "Mug", []string{"stoneware", "porcelain", "enamel"}, []string{"250 ml", "350 ml"}, "Volume", 16, []string{"coffee", "tea", "soup at a desk"}, []string{"kitchen", "tableware"}},
	{"mixing bowl", "Bowl", []string{"stoneware", "beech", "stainless steel"}, []string{"18 cm", "24 cm", "30 cm"}, "Diameter", 28, []string{"bread dough", "salads", "cake batter"}, []string{"kitchen", "baking"}},
	{"chopping board", "Chopping board", []string{"oak", "beech", "olive wood"}, []string{"30 × 20 cm", "45 × 30 cm"}, "Size", 39, []string{"bread", "vegetables", "cheese"}, []string{"kitchen", "wood"}},
	{"casserole", "Casserole", []string{"cast iron", "stoneware"}, []string{"2 l", "4 l", "6 l"}, "Volume", 149, []string{"stews", "sourdough", "slow roasts"}, []string{"kitchen", "cookware"}},
	{"frying pan", "Pan", []string{"carbon steel", "cast iron"}, []string{"20 cm", "26 cm", "30 cm"}, "Diameter", 64, []string{"eggs", "fish", "pancakes"}, []string{"kitchen", "cookware"}},
	{"tea towel", "Tea towel", []string{"linen", "organic cotton"}, nil, "", 14, []string{"glasses", "bread baskets", "busy kitchens"}, []string{"kitchen", "textiles"}},
	{"cushion", "Cushion", []string{"wool", "cotton velvet", "linen"}, []string{"40 × 40 cm", "50 × 50 cm"}, "Size", 42, []string{"a sofa", "a window seat", "a reading chair"}, []string{"home", "textiles"}},
	{"blanket", "Blanket", []string{"lambswool", "organic cotton", "alpaca"}, []string{"130 × 180 cm", "150 × 200 cm"}, "Size", 95, []string{"cold evenings", "a guest bed", "a balcony"}, []string{"home", "textiles"}},
	{"armchair", "Chair", []string{"walnut", "oak", "beech"}, nil, "", 420, []string{"a reading corner", "a hallway", "a small living room"}, []string{"home", "furniture"}},
	{"garden bench", "Bench", []string{"larch", "acacia", "powder-coated steel"}, []string{"120 cm", "150 cm"}, "Length", 260, []string{"a front garden", "a balcony", "an orchard"}, []string{"garden", "furniture"}},
	{"plant pot", "Plant pot", []string{"terracotta", "glazed stoneware", "zinc"}, []string{"12 cm", "18 cm", "26 cm"}, "Diameter", 22, []string{"herbs", "geraniums", "a young olive tree"}, []string{"garden", "pots"}},
	{"watering can", "Watering can", []string{"galvanised steel", "powder-coated steel"}, []string{"2 l", "5 l", "9 l"}, "Volume", 38, []string{"seedlings", "balcony boxes", "raised beds"}, []string{"garden", "tools"}},
	{"hand trowel", "Hand tool", []string{"forged steel", "stainless steel"}, nil, "", 24, []string{"planting out", "pots", "stony soil"}, []string{"garden", "tools"}},
	{"basket", "Basket", []string{"willow", "seagrass", "split chestnut"}, []string{"Small", "Medium", "Large"}, "Size", 34, []string{"laundry", "firewood", "the weekly market"}, []string{"home", "storage"}},
	{"shirt", "Shirt", []string{"linen", "organic cotton", "brushed cotton"}, clothesSizes, "Size", 79, []string{"warm days", "the office", "a weekend away"}, []string{"apparel", "tops"}},
	{"jumper", "Jumper", []string{"merino wool", "lambswool", "recycled wool"}, clothesSizes, "Size", 119, []string{"cold mornings", "layering", "walks by the sea"}, []string{"apparel", "knitwear"}},
	{"trousers", "Trousers", []string{"cotton twill", "corduroy", "linen"}, clothesSizes, "Size", 98, []string{"work", "travel", "long days on foot"}, []string{"apparel", "bottoms"}},
	{"canvas shoes", "Shoes", []string{"cotton canvas", "suede"}, shoeSizes, "Size", 85, []string{"the city", "summer", "short walks"}, []string{"apparel", "footwear"}},
	{"tote bag", "Bag", []string{"waxed canvas", "vegetable-tanned leather", "cotton canvas"}, nil, "", 58, []string{"groceries", "books", "a change of clothes"}, []string{"apparel", "accessories"}},
	{"notebook", "Notebook", []string{"recycled paper", "cotton paper"}, []string{"A6", "A5", "A4"}, "Format", 15, []string{"sketches", "meeting notes", "a diary"}, []string{"stationery", "paper"}},
	{"fountain pen", "Pen", []string{"brass", "resin", "aluminium"}, []string{"Fine", "Medium", "Broad"}, "Nib", 72, []string{"letters", "drawing", "signing things"}, []string{"stationery", "writing"}},
	{"candle", "Candle", []string{"beeswax", "soy wax", "rapeseed wax"}, nil, "", 26, []string{"a bath", "the table", "long evenings"}, []string{"home", "scent"}},
	{"pendant necklace", "Necklace", []string{"sterling silver", "gold-plated brass"}, []string{"40 cm", "45 cm"}, "Length", 68, []string{"every day", "a gift", "open collars"}, []string{"jewellery"}},
	{"signet ring", "Ring", []string{"sterling silver", "gold-plated brass"}, []string{"50", "52", "54", "56"}, "Size", 74, []string{"every day", "engraving", "a gift"}, []string{"jewellery"}},
}

var names = []string{
	"Abel", "Alder", "Arden", "Aske", "Barrow", "Bexley", "Birk", "Bracken", "Calder", "Carrow", "Cove", "Dahl", "Derwent", "Dunmore", "Eldon",
	"Elva", "Ember", "Esker", "Fenwick", "Fjell", "Garrick", "Glen", "Hadley", "Harrow", "Haven", "Hollin", "Ilse", "Jura", "Kelda", "Kestrel",
	"Larch", "Lindow", "Lomond", "Maren", "Merrow", "Mira", "Nevis", "Noor", "Orrin", "Osprey", "Pavel", "Pell", "Quill", "Rowan", "Rune",
	"Sable", "Selby", "Skye", "Solveig", "Tarn", "Thistle", "Tove", "Ulla", "Vale", "Varde", "Wenlock", "Whin", "Wren", "Yarrow", "Zephyr",
}

var colours = []string{
	"ochre", "slate", "moss", "clay", "indigo", "chalk", "rust", "sage", "ink", "sand", "plum", "mustard", "petrol", "rose", "graphite", "natural",
}

var vendors = []string{
	"Fernhollow Works", "Studio Askeby", "Morrow & Pike", "Tillerby", "Norvane", "Lumbreck", "Casa Oriel", "Hattersley Row", "Skerrowby", "Maison Brivel",
	"Oak & Tallow", "Pennigan", "Rookhope Supply", "Varnholm", "Wickerby", "Dell & Daughter", "Quarrion", "Ostra Glas", "Birchwood Kiln", "Tanner's Yard",
}

var finishes = []string{"hand-finished", "lightly oiled", "matt", "undyed", "pre-washed", "polished", "hand-dipped", "garment-dyed"}

var cares = []string{
	"Wipe clean with a damp cloth.", "Wash by hand in warm water and dry at once.", "Machine wash at 30 °C with similar colours.",
	"Keep dry when not in use.", "Oil now and then to keep the surface supple.", "Suitable for the dishwasher, top rack.",
}
