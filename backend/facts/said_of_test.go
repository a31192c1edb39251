package facts_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/facts"
	"galley/backend/language"
)

// heldIn are the words of a text that are held, with data that is one text.
func heldIn(data, text string) (held []string) {
	sheet := facts.SheetOf([]facts.Source{{Kind: facts.FromType, Text: "Thing"}, {Kind: facts.FromText, Text: data}}, "en")
	for _, c := range sheet.Judge(text, "en") {
		if c.IsHeld() {
			held = append(held, c.Of(text))
		}
	}
	return held
}

// contrast is what may and what may not be said of a product.
type contrast struct{ name, data, right, wrong string }

func testContrasts(t *testing.T, list []contrast) {
	t.Helper()
	for _, c := range list {
		t.Run(c.name, func(t *testing.T) {
			require.Empty(t, heldIn(c.data, c.right), c.right)
			require.NotEmpty(t, heldIn(c.data, c.wrong), c.wrong)
		})
	}
}

func TestLooksBelongToThings(t *testing.T) {
	testContrasts(t, []contrast{
		{"two parts", "A drum with a shell of birch and hoops of brass.", "Brass hoops on a shell of birch.", "A brass shell with birch hoops."},
		{"a verb between", "The lid is covered with cork, the box is cut from oak.", "A box of oak under a lid of cork.", "An oak lid."},
		{"a part that it has", "A lamp of oak with a shade of linen.", "The lamp of oak has a shade of linen.", "The lamp of brass has a shade of linen."},
		{"a list", "Barrels of tungsten, nylon stems, and standard flights.", "Nylon stems, tungsten barrels.", "Stems of tungsten, barrels of nylon."},
		{"a colour of a part", "Navy pad with a quilted lining. Trim: silver cord.", "The cord is silver.", "Quilted, with a navy cord."},
		{"a side", "Outside brown, inside black.", "Black inside, brown outside.", "Inside brown, outside black."},
		{"a material on a part", "Cushions of vegan leather. The headband folds. Cotton bag.", "Vegan leather in the cushions.", "Cotton in the cushions."},
		{"a word of no lexicon", "A bow with a stick of brazilwood and an ebony frog.", "A brazilwood stick.", "A brazilwood frog."},
	})
}

func TestFiguresBelongToTheWordsOfTheirSentence(t *testing.T) {
	testContrasts(t, []contrast{
		{"sides", "Inside 23 × 13 cm; outside with handles 28 cm.", "From handle to handle, outside, it is 28 cm.", "Inside it is 28 cm long."},
		{"before and behind", "Front wheels 19 cm, rear wheels 29 cm.", "Its rear wheels of 29 cm roll over kerbs.", "Large 29 cm wheels at the front roll over kerbs."},
		{"a mode", "Up to 120 km in Eco, about 60 km in Turbo.", "Expect 120 km in Eco.", "Expect 120 km even in Turbo."},
		{"a period", "Warranty: frame 5 years, battery 2 years.", "The frame has a five-year warranty.", "The battery has a five-year warranty."},
		{"a variant in brackets", "Two eyepieces: 25 mm (26 g) and 10 mm (65 g).", "The 10 mm eyepiece weighs 65 g.", "The 25 mm eyepiece weighs 65 g."},
		{"a variant behind", "20 cm: 1.1 kg, 30 cm: 2.3 kg.", "The 30 cm lamp weighs 2.3 kg.", "The 20 cm lamp weighs 2.3 kg."},
		{"a list of things", "Citric acid, 120 g\nCheese salt, 100 g", "There are 100 g of cheese salt.", "There are 120 g of cheese salt."},
		{"another figure", "The cable is 1.5 m long. The heater is 22 cm long.", "The cable is 150 cm long.", "The cable is 22 cm long."},
	})
}

func TestNumbersFollow(t *testing.T) {
	testContrasts(t, []contrast{
		{"a half", "A charge takes 4.5 hours.", "A charge takes four and a half hours.", "A charge takes three and a half hours."},
		{"per cent", "It stops 99 % of the light.", "Ninety-nine per cent of the light stays out.", "Ninety per cent of the light stays out."},
		{"a product", "Twelve melts, 12 × 9 g.", "In all 108 g of wax.", "In all 120 g of wax."},
		{"a list", "Drop: 180 cm, 225 cm, 250 cm", "Three drops: 180, 225 and 250 cm.", "Four drops."},
		{"a range", "For tanks of 60–120 l.", "A tank of 100 litres is right.", "A tank of 160 litres is right."},
	})
}

func TestOppositesOfTheSameThing(t *testing.T) {
	testContrasts(t, []contrast{
		{"width", "A jumper with wide sleeves.", "Wide sleeves to push up.", "Narrow sleeves."},
		{"water", "For fresh water only.", "Made for fresh water.", "Made for salt water."},
		{"sides", "A band with a matt outside and a polished inside.", "A matt outside.", "A polished outside."},
	})
}

func TestWordsThatTheDataOnlyDenies(t *testing.T) {
	testContrasts(t, []contrast{
		{"a use", "A pram for walks. Not for jogging or skating.", "Leave it at home when you go jogging? It is not for that.", "This pram is built for jogging."},
		{"a subject", "UHT milk does not work. Whole milk works.", "Leave UHT milk on the shelf, it will not work.", "Any milk will do, even UHT."},
		{"an extra", "Cup holder sold separately.", "The cup holder is an extra.", "The cup holder is in the box."},
		{"a list", "Without gluten, lactose or added sugar.", "Gluten, lactose and added sugar are left out.", "A little lactose."},
		{"one noun", "No metal touches the gum.", "Gentle on the gum.", "A metal tip."},
		{"a word with -less", "A top with long sleeves and no collar.", "A collarless top.", "A top with a collar."},
	})
}

func TestSentencesThatClaim(t *testing.T) {
	data := "A lamp of brass with a linen shade. The shade lifts off for cleaning."
	for _, text := range []string{
		"Press the foot to choose between seven moods and a strobe.", "Twist the knurled ring.", "Dim it from an app.", "Put it in the dishwasher.",
		"Chosen by hotels.", "Tested by an independent institute.", "The bulb can be replaced.", "It will never rust.", "It won't wobble.", "Helps you sleep.",
		"Made since 1952.", "Large enough for stadiums.", "Engrave your name on the foot.", "Turned from a solid rod of ebonite.", "Thanks to a ferrite core, it hums in tune.",
	} {
		require.NotEmpty(t, heldIn(data, text), text)
	}
	for _, text := range []string{
		"Keep it out of the dishwasher.", "The shade can be lifted off.", "Turn it towards the wall.", "Never mind the weather.", "Loved by hand.", "Bright enough for a good book.",
		"Dim the lights and let the evening come.", "It can be worn with pride.",
	} {
		require.Empty(t, heldIn(data, text), text)
	}
}

// heldOf are the words of a text in a language that are held.
func heldOf(sources []facts.Source, text string, lang language.Code) (held []string) {
	for _, c := range facts.SheetOf(sources, lang).Judge(text, lang) {
		if c.IsHeld() {
			held = append(held, c.Of(text))
		}
	}
	return held
}

func TestNamesBelongToTheirValues(t *testing.T) {
	sources := []facts.Source{
		{Kind: facts.FromText, Text: "A mat with a top of cork and a base of natural rubber. Sun lenses of category 3."},
		{Kind: facts.FromMetafield, Name: "Designer", Text: "Ilse Marten"}, {Kind: facts.FromMetafield, Name: "Illustrator", Text: "Bo Hallgren"},
		{Kind: facts.FromMetafield, Name: "Cork from", Text: "Portugal"}, {Kind: facts.FromMetafield, Name: "Rubber from", Text: "Sri Lanka"},
	}
	for _, text := range []string{"Designed by Ilse Marten.", "Illustrated by Bo Hallgren.", "The cork is from Portugal.", "Lenses of category 3."} {
		require.Empty(t, heldOf(sources, text, "en"), text)
	}
	for _, text := range []string{"Designed by Bo Hallgren.", "The cork is from Sri Lanka.", "Lenses of category 4."} {
		require.NotEmpty(t, heldOf(sources, text, "en"), text)
	}
	require.Empty(t, heldOf(sources, "Oben Kork, unten Naturkautschuk.", "de"))
	require.NotEmpty(t, heldOf(sources, "Oben Naturkautschuk, unten Kork.", "de"))
	require.NotEmpty(t, heldOf(sources, "Der Kautschuk stammt aus Portugal.", "de"))
}

func TestCompoundsAreOfTheirLastPart(t *testing.T) {
	sources := []facts.Source{{Kind: facts.FromText, Text: "Wanderstock aus Haselnussholz mit Handschlaufe aus Rindleder, geölt und nicht lackiert, mit Kappe zum Aufrollen für 14 Gläser."}}
	for _, text := range []string{"Das Holz ist geölt.", "Mit Schlaufe aus Leder.", "Für vierzehn Einliter-Gläser."} {
		require.Empty(t, heldOf(sources, text, "de"), text)
	}
	require.NotEmpty(t, heldOf(sources, "Mit Griff aus Kork.", "de"))
}

func TestWhatIsElsewhereInOtherLanguages(t *testing.T) {
	sources := []facts.Source{{Kind: facts.FromText, Text: "Couteau pliant à lame en acier, manche en buis."}}
	for _, text := range []string{"Le meilleur café est celui du matin.", "En France, on offre une pièce en échange.", "Un bout de pain, un copain.", "Bleu ou rouge ?"} {
		require.Empty(t, heldOf(sources, text, "fr"), text)
	}
	for _, text := range []string{"Le meilleur couteau du monde.", "Fabriqué en France.", "Une lame bleue."} {
		require.NotEmpty(t, heldOf(sources, text, "fr"), text)
	}
}
