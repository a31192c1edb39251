package review_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/review"
)

func (d *desk) product() galley.PlacedKeyphrase {
	d.t.Helper()
	list, err := d.Keyphrases(bg, galley.KeyphraseQuery{ShopID: d.shop.ID, Kind: galley.PlaceProduct})
	require.NoError(d.t, err)
	require.Len(d.t, list, 4)
	return list[0]
}

func ruleIDs(item galley.Item) (ids []string) {
	for _, r := range item.Score.Rules {
		ids = append(ids, r.ID)
	}
	return ids
}

func TestSettingAKeyphraseChecksItsDraftsAgain(t *testing.T) {
	d := newDesk(t, galley.FieldSEOTitle)
	first := d.product()
	require.Equal(t, galley.KeyphraseGuess, first.Source)
	at := review.KeyphraseAt{Kind: galley.PlaceProduct, Place: first.Place.Handle}

	confirmed, err := d.ConfirmKeyphrase(bg, d.shop.ID, at)
	require.NoError(t, err)
	require.Equal(t, galley.KeyphraseConfirmed, confirmed.Source)
	require.Equal(t, first.Text, confirmed.Text)
	proof, err := d.Proof(bg, galley.NewItemID(d.job, 1))
	require.NoError(t, err)
	require.Contains(t, ruleIDs(proof.Item), "keyphrase_in_seo_title")
	require.Equal(t, galley.KeyphraseConfirmed, proof.Keyphrase.Source)
	other, err := d.Item(bg, galley.NewItemID(d.job, 2))
	require.NoError(t, err)
	require.NotContains(t, ruleIDs(other), "keyphrase_in_seo_title")

	_, err = d.SetKeyphrase(bg, d.shop.ID, at, "draft of a lamp")
	require.NoError(t, err)
	again, err := d.ConfirmKeyphrase(bg, d.shop.ID, at)
	require.NoError(t, err)
	require.Equal(t, "draft of a lamp", again.Text, "confirming replaces nothing")

	removed, err := d.SetKeyphrase(bg, d.shop.ID, at, " ")
	require.NoError(t, err)
	require.Equal(t, galley.KeyphraseGuess, removed.Source)
	proof, err = d.Proof(bg, galley.NewItemID(d.job, 1))
	require.NoError(t, err)
	require.Equal(t, galley.KeyphraseGuess, proof.Keyphrase.Source)
	require.NotContains(t, ruleIDs(proof.Item), "keyphrase_in_seo_title")
}

func TestAnImportLeavesWhatAPersonSet(t *testing.T) {
	d := newDesk(t, galley.FieldSEOTitle)
	handle := d.product().Place.Handle
	_, err := d.SetKeyphrase(bg, d.shop.ID, review.KeyphraseAt{Kind: galley.PlaceProduct, Place: handle}, "typed by hand")
	require.NoError(t, err)
	done, err := d.ImportKeyphrases(bg, d.shop.ID, "x.csv", "handle,keyphrase,language\n"+handle+",other,\n"+handle+",andere,de\n")
	require.NoError(t, err)
	require.Equal(t, 1, done.Set)
	require.Len(t, done.Left, 1)
	require.Equal(t, "typed by hand", done.Left[0].Text)
	require.Equal(t, "typed by hand", d.keyphrases(handle)[""])
	require.Equal(t, "andere", d.keyphrases(handle)["de"])
}

// keyphrases are those of a product by language.
func (d *desk) keyphrases(handle string) map[string]string {
	d.t.Helper()
	list, err := d.Keyphrases(bg, galley.KeyphraseQuery{ShopID: d.shop.ID, Kind: galley.PlaceProduct})
	require.NoError(d.t, err)
	found := map[string]string{}
	for _, k := range list {
		if k.Place.Handle == handle {
			found[k.Language] = k.Text
		}
	}
	return found
}
