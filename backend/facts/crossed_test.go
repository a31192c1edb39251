package facts_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/facts"
	"galley/backend/language"
)

func TestWordsThatATextJoinsCrosswise(t *testing.T) {
	testContrasts(t, []contrast{
		{"a look of the product and one of a part", "Blown blue jug with a white lip and a heavy clear foot.", "A blue jug with a white lip.", "A white jug with a blue lip."},
		{"places", "Wax from Tyrol, butter from Ghana.", "Butter from Ghana and wax from Tyrol.", "Butter from Tyrol and wax from Ghana."},
		{"what is in what", "Balms in tins of aluminium, box of recycled card.", "Tins of aluminium in a box of recycled card.", "Tins of recycled card in an aluminium box."},
		{"figures", "Core of soft foam (6 cm) on a base of firm foam (4 cm).", "Six centimetres of soft foam on four of firm foam.", "Four centimetres of soft foam on six of firm foam."},
		{"states", "200 hours with the light off, 40 hours with it on.", "40 hours with the light on, 200 with it off.", "200 hours with the light on, 40 with it off."},
		{"periods", "Warranty: 3 years on the motor, 1 year on the seals.", "One year on the seals, three years on the motor.", "Three years on the seals and one year on the motor."},
		{"sentences", "Eight cards on cotton paper. The envelopes are recycled kraft.", "The cards are cotton paper; the envelopes are recycled kraft.", "The cards are recycled kraft; the envelopes are cotton paper."},
		{"a pair said twice", "Oak desk. Drawer with a brass lock.", "The desk with the lock: a lock on a desk.", "A brass desk. A drawer of oak."},
		{"a name said twice", "Lamp of oak for the hall. Lamp of oak for the hall 2.", "Lamp of oak for the hall; lamp of oak for the hall 2.", "Lamp of brass for the hall."},
		{"no class of words", "Top with striped sleeves, checked collar.", "A checked collar and striped sleeves.", "A striped collar and checked sleeves."},
	})
}

func TestCrossedInOtherLanguages(t *testing.T) {
	for lang, c := range map[string]contrast{
		"de": {"", "Ein Brustgurt mit Magnet, Hüftgurt abnehmbar.", "Der Hüftgurt ist abnehmbar, der Brustgurt mit Magnet.", "Ein Hüftgurt mit Magnet, der Brustgurt ist abnehmbar."},
		"fr": {"", "Poignées en cuir, sac en toile, doublure rayée.", "Sac en toile, poignées en cuir.", "Sac en cuir, poignées en toile."},
		"es": {"", "Bolsillo con cremallera, cierre con botón.", "Un cierre con botón y un bolsillo con cremallera.", "Un bolsillo con botón y un cierre con cremallera."},
	} {
		sources := []facts.Source{{Kind: facts.FromText, Text: c.data}}
		require.Empty(t, heldOf(sources, c.right, language.Code(lang)), c.right)
		require.NotEmpty(t, heldOf(sources, c.wrong, language.Code(lang)), c.wrong)
	}
}

func TestFiguresThatFollow(t *testing.T) {
	testContrasts(t, []contrast{
		{"a sum", "Chassis, 7.8 kg. Cot, 4.1 kg.", "Chassis and cot together come to 11.9 kg.", "The chassis comes to 11.9 kg."},
		{"a product", "Three balms in tins of 15 g.", "Forty-five grams of balm in total.", "Each tin holds 45 g."},
		{"a share", "Two capsules a day give 200 mg of zinc.", "One capsule gives 100 mg of zinc.", "Each capsule gives 150 mg of zinc."},
		{"a pair", "610 g a boot.", "A pair weighs 1.22 kg.", "A pair weighs 1.5 kg."},
		{"a bound", "Weighs 980 g.", "Just under a kilo.", "Just under two kilos."},
		{"a bound a little off", "Battery life 8.5 hours.", "Nearly 9 hours of battery life.", "Nearly 12 hours of battery life."},
		{"a bound of something else", "Run time 6 hours. Charging time 10 hours.", "A run time of more than 5 hours.", "A run time of more than 8 hours."},
		{"numbers side by side", "Set of 2 bottles, 500 ml each.", "A set of 2 500 ml bottles.", "A set of 2 750 ml bottles."},
		{"several", "Shirt with two chest pockets.", "Two chest pockets.", "A single chest pocket."},
		{"variants", "22 g: barrel 48 mm. 26 g: barrel 52 mm.", "The barrel of 52 mm is for 26 g.", "The best barrel of all."},
	})
}

func TestWhatIsDeniedInOtherWords(t *testing.T) {
	testContrasts(t, []contrast{
		{"an extra", "Pack for day hikes. Bladder not included.", "A bladder fits, but you buy it on its own.", "The bladder is in the box."},
		{"a condition", "Pack with a hip belt that can be removed. Bladder not included.", "The hip belt comes off when you do not need it.", "A bladder is supplied."},
		{"a verb of its own", "UHT milk will not set. Whole milk works.", "Use whole milk.", "It works with UHT milk, too."},
		{"a list", "Free from gluten, lactose and perfume.", "No gluten, no lactose.", "Contains lactose."},
		{"in spite of no", "For the hob. Not for the oven.", "For the hob.", "Even in the oven: no problem."},
		{"a code", "A lamp of copper for GU10 bulbs.", "Fits GU10 bulbs.", "Fits any E27 bulb."},
	})
	pot := []facts.Source{{Kind: facts.FromText, Text: "Théière en fonte. Ne pas mettre sur le feu ni au four."}}
	require.NotEmpty(t, heldOf(pot, "Posez-la directement sur le feu.", "fr"))
	require.Empty(t, heldOf(pot, "Ne la posez jamais sur le feu.", "fr"))
	brush := []facts.Source{{Kind: facts.FromText, Text: "Toothbrush with a stand. The mains adapter is not included."}}
	require.NotEmpty(t, heldOf(brush, "Viene con adaptador de corriente.", "es"))
	require.Empty(t, heldOf(brush, "El adaptador se vende aparte.", "es"))
}

// A choice stands beside the others of its product, of which a text may say something else.
func TestChoicesBesideEachOther(t *testing.T) {
	sources := []facts.Source{
		{Kind: facts.FromOption, Name: "Wood", Text: "oak"}, {Kind: facts.FromOption, Name: "Shade", Text: "12 in"},
		{Kind: facts.FromText, Text: "Solid oak, 42 cm."},
	}
	require.Empty(t, heldOf(sources, "To choose: oak, 12 in.", "en"))
	require.NotEmpty(t, heldOf(sources, "To choose: oak, 14 in.", "en"))
}
