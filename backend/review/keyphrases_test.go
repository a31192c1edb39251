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

func TestAnImportIsPreviewedAndTakenBack(t *testing.T) {
	d := newDesk(t, galley.FieldSEOTitle)
	list, err := d.Keyphrases(bg, galley.KeyphraseQuery{ShopID: d.shop.ID, Kind: galley.PlaceProduct})
	require.NoError(t, err)
	at := func(i int) review.KeyphraseAt {
		return review.KeyphraseAt{Kind: galley.PlaceProduct, Place: list[i].Place.Handle}
	}
	_, err = d.SetKeyphrase(bg, d.shop.ID, at(0), "typed by hand")
	require.NoError(t, err)
	file := "handle,keyphrase\n"
	for i, phrase := range []string{"from a file", "oak lamp", "ash lamp"} {
		file += list[i].Place.Handle + "," + phrase + "\n"
	}
	file += "gone,nothing\n,\n" + list[3].Place.Handle + ",\n"

	first, err := d.ImportKeyphrases(bg, d.shop.ID, "first.csv", "handle,keyphrase\n"+list[1].Place.Handle+",brass lamp\n")
	require.NoError(t, err)
	require.Equal(t, 1, first.Set)

	preview, err := d.PreviewKeyphrases(bg, d.shop.ID, "second.csv", file)
	require.NoError(t, err)
	require.Equal(t, 2, preview.Set)
	require.Len(t, preview.Taken, 2)
	require.Equal(t, []string{"gone"}, preview.Unknown)
	require.Equal(t, "typed by hand", preview.Left[0].Text)
	require.Len(t, preview.Invalid, 1)
	require.Equal(t, "brass lamp", d.phrases("")[list[1].Place.ID].Text, "a preview saves nothing")

	done, err := d.ImportKeyphrases(bg, d.shop.ID, "second.csv", file)
	require.NoError(t, err)
	require.Equal(t, preview, done)
	_, err = d.SetKeyphrase(bg, d.shop.ID, at(2), "mine since")
	require.NoError(t, err)

	page, err := d.ListKeyphrases(bg, galley.KeyphraseListQuery{ShopID: d.shop.ID, Kind: galley.PlaceProduct})
	require.NoError(t, err)
	require.Equal(t, "second.csv", page.Import.File)
	require.Equal(t, 2, page.Import.Taken)
	restored, err := d.TakeBackKeyphrases(bg, d.shop.ID, page.Import.ID)
	require.NoError(t, err)
	require.Equal(t, 1, restored.Kept, "what a person changed since stays")
	now := d.phrases("")
	require.Equal(t, "typed by hand", now[list[0].Place.ID].Text)
	require.Equal(t, "brass lamp", now[list[1].Place.ID].Text)
	require.Equal(t, "first.csv", now[list[1].Place.ID].By)
	require.Equal(t, "mine since", now[list[2].Place.ID].Text)

	_, err = d.TakeBackKeyphrases(bg, d.shop.ID, page.Import.ID)
	require.Equal(t, galley.CodeIllegalState, galley.CodeOf(err), "once only")
	page, err = d.ListKeyphrases(bg, galley.KeyphraseListQuery{ShopID: d.shop.ID, Kind: galley.PlaceProduct})
	require.NoError(t, err)
	_, err = d.TakeBackKeyphrases(bg, d.shop.ID, page.Import.ID)
	require.NoError(t, err)
	require.Equal(t, galley.KeyphraseGuess, d.phrases("")[list[1].Place.ID].Source)
}

// phrases are the listed keyphrases of a language by product.
func (d *desk) phrases(language string) map[string]galley.KeyphraseRow {
	d.t.Helper()
	page, err := d.ListKeyphrases(bg, galley.KeyphraseListQuery{ShopID: d.shop.ID, Kind: galley.PlaceProduct, Language: language})
	require.NoError(d.t, err)
	rows := map[string]galley.KeyphraseRow{}
	for _, row := range page.Rows {
		rows[row.Place.ID] = row
	}
	return rows
}

func TestKeyphrasesAreListedByLanguageAndSource(t *testing.T) {
	d := newDesk(t, galley.FieldSEOTitle)
	first := d.product().Place
	at := review.KeyphraseAt{Kind: galley.PlaceProduct, Place: first.ID, Language: "de"}
	_, err := d.SetKeyphrase(bg, d.shop.ID, at, "Lampe aus Eiche für den Tisch")
	require.NoError(t, err)
	for i, place := range []review.KeyphraseAt{{Kind: galley.PlaceProduct, Place: first.ID}, {Kind: galley.PlaceProduct, Place: d.placeAt(1)}} {
		_, err = d.SetKeyphrase(bg, d.shop.ID, place, []string{"Desk lamp", "desk lamp"}[i])
		require.NoError(t, err)
	}
	german := d.phrases("de")[first.ID]
	require.Equal(t, 3, german.Words)
	require.Equal(t, galley.VerdictGood, german.Verdict)
	require.Equal(t, 1, d.phrases("")[first.ID].Shared)
	for filter, want := range map[galley.KeyphraseFilter]int{"": 4, "typed": 2, "shared": 2, "imported": 0, "guess": 2, "none": 0} {
		page, err := d.ListKeyphrases(bg, galley.KeyphraseListQuery{ShopID: d.shop.ID, Kind: galley.PlaceProduct, Filter: filter, Limit: 1, Offset: 1})
		require.NoError(t, err)
		require.Equal(t, want, page.Total, filter)
		require.Len(t, page.Rows, max(0, min(1, want-1)))
		require.Equal(t, galley.KeyphraseCounts{All: 4, Typed: 2, Guess: 2, Shared: 2}, page.Counts)
		require.Equal(t, []galley.KeyphraseLanguage{{Code: "", Set: 2}, {Code: "de", Set: 1}}, page.Languages)
	}
	found, err := d.ListKeyphrases(bg, galley.KeyphraseListQuery{ShopID: d.shop.ID, Kind: galley.PlaceProduct, Search: "DESK lamp"})
	require.NoError(t, err)
	require.Equal(t, 2, found.Total)
	_, err = d.ListKeyphrases(bg, galley.KeyphraseListQuery{ShopID: d.shop.ID, Kind: galley.PlaceProduct, Filter: "odd"})
	require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err))

	confirmed, err := d.ConfirmKeyphrases(bg, d.shop.ID, []review.KeyphraseAt{{Kind: galley.PlaceProduct, Place: first.ID}, {Kind: galley.PlaceProduct, Place: d.placeAt(2)}})
	require.NoError(t, err)
	require.Equal(t, galley.KeyphraseTyped, confirmed[0].Source, "what a person typed stays")
	require.Equal(t, galley.KeyphraseConfirmed, confirmed[1].Source)
}

// placeAt is the ID of a product by its place in the list.
func (d *desk) placeAt(i int) string {
	d.t.Helper()
	page, err := d.ListKeyphrases(bg, galley.KeyphraseListQuery{ShopID: d.shop.ID, Kind: galley.PlaceProduct})
	require.NoError(d.t, err)
	return page.Rows[i].Place.ID
}
