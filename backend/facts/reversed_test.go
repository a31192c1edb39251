package facts_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/facts"
	"galley/backend/language"
)

func TestWhatIsSaidTheOtherWayRound(t *testing.T) {
	testContrasts(t, []contrast{
		{"a prefix", "Blades of steel, sharpened before they leave us.", "The blades come sharpened.", "The blades arrive unsharpened."},
		{"a prefix in the data", "A bench of untreated larch.", "Untreated larch.", "The treated larch lasts."},
		{"not", "Trousers with taped seams.", "The seams are taped.", "The seams are not taped."},
		{"not, of what is denied", "A case with a zip. The lid is not removable.", "The lid is not removable.", "The zip is not part of it, sold separately."},
		{"only", "For rooms and terraces, indoors and outdoors.", "Indoors and outdoors.", "For indoor use only."},
		{"apart", "Glove with a strap. A battery is inside.", "The battery is inside.", "The battery has to be bought separately."},
		{"one more", "Darts with flights and a slim case. No spare flights.", "Darts with flights.", "A second set of flights is there."},
		{"an imitation", "Skates with an upper of synthetic leather.", "Synthetic leather uppers.", "Real leather uppers."},
		{"brackets", "Runs on three batteries (not supplied). Lamp of brass.", "It runs on three batteries.", "Three batteries are in the box."},
		{"the last of a list", "Puller included, wrist rest not.", "The puller is included.", "A wrist rest is in the box."},
		{"given back", "A book with your names. Cannot be returned.", "It cannot be returned.", "Changed your mind? Just send it back."},
	})
	list := []facts.Source{{Kind: facts.FromOption, Name: "Hand", Text: "Right"}, {Kind: facts.FromOption, Name: "Hand", Text: "Left"}, {Kind: facts.FromText, Text: "A bow of beech."}}
	require.NotEmpty(t, heldOf(list, "The bow is for right-handed archers only.", "en"))
	for lang, c := range map[string]contrast{
		"nl": {"", "Klompen van populierenhout, met getapete naden, ongelakt.", "Klompen van populierenhout. De naden zijn getapet.", "De naden zijn niet getapet."},
		"de": {"", "Regal aus Linde, geölt.", "Aus Lindenholz, geölt.", "Aus Walnussholz."},
	} {
		sources := []facts.Source{{Kind: facts.FromText, Text: c.data}}
		require.Empty(t, heldOf(sources, c.right, language.Code(lang)), c.right)
		require.NotEmpty(t, heldOf(sources, c.wrong, language.Code(lang)), c.wrong)
	}
}

func TestNumbersThatSetAScene(t *testing.T) {
	data := []facts.Source{{Kind: facts.FromText, Text: "A vase of blue glass."}}
	for _, text := range []string{"Three tulips are enough.", "Eighteen holes, four friends, one bet."} {
		require.Empty(t, heldOf(data, text, "en"), text)
	}
	for _, text := range []string{"Three handles.", "It has three handles.", "With five tulips engraved."} {
		require.NotEmpty(t, heldOf(data, text, "en"), text)
	}
	require.Empty(t, heldOf(data, "Deux jours suffisent pour changer d’air.", "fr"))
	require.Empty(t, heldOf(data, "Dieciocho hoyos, cuatro amigos y una apuesta.", "es"))
}
