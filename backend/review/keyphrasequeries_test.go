package review_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/review"
)

// An import keeps the other searches of a page: those that say more than a phrase
// that says too little are counted, one of them is taken with its figures, and
// they go when the import is taken back.
func TestOtherSearchesOfAPageCanBeTaken(t *testing.T) {
	d := newDesk(t, galley.FieldSEOTitle)
	first := d.product().Place
	at := review.KeyphraseAt{Kind: galley.PlaceProduct, Place: first.ID}
	page := "https://shop.example/products/" + first.Handle
	file := "Top pages,Top queries,Clicks,Impressions,Position\n"
	for _, row := range []string{"bench,90,900,3.1", "oak garden bench for two,41,800,5", "bench seat,50,100,4", "narrow oak garden bench,41,801,6.2"} {
		file += page + "," + row + "\n"
	}
	file += "https://shop.example/products/gone,gone,1,5,3\n"
	_, err := d.ImportKeyphrases(bg, d.shop.ID, "console.csv", file)
	require.NoError(t, err)

	row := d.phrases("")[first.ID]
	require.Equal(t, "bench", row.Text)
	require.Equal(t, 3, row.Longer)
	list, err := d.KeyphraseQueries(bg, d.shop.ID, at)
	require.NoError(t, err)
	require.Equal(t, []string{"bench seat", "narrow oak garden bench", "oak garden bench for two"}, phraseTexts(list), "by clicks, then by impressions")
	listed, err := d.ListKeyphrases(bg, galley.KeyphraseListQuery{ShopID: d.shop.ID, Kind: galley.PlaceProduct})
	require.NoError(t, err)
	require.Equal(t, []string{"https://shop.example/products/gone"}, listed.Import.Unknown)

	set, err := d.SetKeyphrase(bg, d.shop.ID, at, "narrow oak garden bench")
	require.NoError(t, err)
	require.Equal(t, galley.KeyphraseTyped, set.Source)
	require.Equal(t, []any{41, 801, 6.2}, []any{set.Clicks, set.Impressions, set.Position})
	require.Zero(t, d.phrases("")[first.ID].Longer, "it says enough")
	list, err = d.KeyphraseQueries(bg, d.shop.ID, at)
	require.NoError(t, err)
	require.NotContains(t, phraseTexts(list), "narrow oak garden bench")

	_, err = d.TakeBackKeyphrases(bg, d.shop.ID, listed.Import.ID)
	require.NoError(t, err)
	list, err = d.KeyphraseQueries(bg, d.shop.ID, at)
	require.NoError(t, err)
	require.Empty(t, list)
}

func TestAPageKeepsItsBestSearches(t *testing.T) {
	d := newDesk(t, galley.FieldSEOTitle)
	first := d.product().Place
	var file strings.Builder
	file.WriteString("page,query,clicks\n")
	for n := range 3 * galley.MaxQueries {
		fmt.Fprintf(&file, "/products/%s,search number %d,%d\n", first.Handle, n, n)
	}
	_, err := d.ImportKeyphrases(bg, d.shop.ID, "console.csv", file.String())
	require.NoError(t, err)
	list, err := d.KeyphraseQueries(bg, d.shop.ID, review.KeyphraseAt{Kind: galley.PlaceProduct, Place: first.ID})
	require.NoError(t, err)
	require.Len(t, list, galley.MaxQueries)
	require.Equal(t, 3*galley.MaxQueries-2, list[0].Clicks, "the best is the keyphrase")
}

func phraseTexts(list []galley.PlacedKeyphrase) []string {
	texts := make([]string, len(list))
	for i, k := range list {
		texts[i] = k.Text
	}
	return texts
}
