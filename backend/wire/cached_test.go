package wire_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/llm/llmtest"
	"galley/backend/wire"
	"galley/backend/wire/wiretest"
)

// houseVoice is a profile as an agency would fill it in for a client.
var houseVoice = galley.Profile{
	Audience: "People who furnish a first home and read before they buy.",
	Voice:    "Calm, exact, a little dry. Says what a thing is for before what it looks like. Short sentences; never talks down.",
	Spelling: "British", Person: "you",
	Do:        []string{"Open with the use, not the look", "Give sizes in cm, then the fit", "Say how to care for it"},
	Dont:      []string{"Exclamation marks", "Questions as openings", "Comparisons with other brands"},
	Lengths:   []galley.FieldLength{{Field: galley.FieldDescription, Min: 5, Max: 220}},
	Forbidden: []string{"luxurious", "must-have", "elevat*"},
	Terms:     []galley.Term{{Write: "flex", Not: []string{"cable", "cord"}}},
	Examples: []galley.GoodText{
		{Field: galley.FieldDescription, Title: "Bramble stool", Type: "Stools", Text: "<p>The Bramble is a stool for one step up: to the top shelf, to the loft hatch, to the clock that needs winding.</p><p>Its feet are wide apart, so it does not tip. It folds flat and hangs on a hook.</p>"},
		{Field: galley.FieldDescription, Title: "Harrow lamp", Type: "Lamps", Text: "<p>The Harrow lights a page without lighting the room. Its shade turns, its arm does not.</p><p>Wipe it with a dry cloth. The bulb is not in the box.</p>"},
	},
}

// leastOfLater is the least share of the text of a product's later pictures that
// was sent before, in percent.
const leastOfLater = 95

// After the first ten items of a job at least 70 % of its input are read from the
// cache of an endpoint that caches exact prefixes, for every field but alt text:
// there most of the input is the picture, which is another one each time.
func TestMostOfTheInputOfAShopWithAProfileIsCached(t *testing.T) {
	w := openWithVoice(t, 24)
	for _, f := range galley.Fields() {
		if f.Place() == galley.PlaceImage {
			continue
		}
		t.Run(string(f), func(t *testing.T) {
			job, model := written(t, w, f)
			usage := afterTen(t, w, job)
			share := 100 * usage.CachedTokens / max(usage.InputTokens, 1)
			t.Logf("%s: %d %% of %d tokens in %d items", f, share, usage.InputTokens, job.Counts.Total-10)
			require.GreaterOrEqual(t, share, 70)
			require.Equal(t, model.Bill().Cached, job.Usage.CachedTokens, "the job says what the endpoint counted")
		})
	}
	prefix, err := w.Jobs.Prefix(t.Context(), w.Shop.ID)
	require.NoError(t, err)
	require.GreaterOrEqual(t, prefix.Tokens, 1200)
	require.GreaterOrEqual(t, 100*prefix.Cached/prefix.Sent, 65, "with the first ten items of each job")
}

// What is known of a product is sent in the same bytes for each of its pictures,
// right after what is the same for the whole job: of the text that goes with the
// second and later pictures nearly all has been read before.
func TestPicturesOfAProductReadItsDataFromTheCache(t *testing.T) {
	if testing.Short() {
		t.Skip("prepares pictures")
	}
	job, model := written(t, openWithVoice(t, 4), galley.FieldAltText)
	t.Logf("alt text: %d %% of %d tokens, pictures and all", 100*job.Usage.CachedTokens/job.Usage.InputTokens, job.Usage.InputTokens)
	before := map[string]string{} // what was sent last, by product
	size, shared, later, last := 0, 0, 0, ""
	for _, request := range model.Requests() {
		if len(request.Messages) != 2 || !strings.HasPrefix(request.User(), "Write the alt text") {
			continue // the probe of the endpoint, and answers that are asked for again
		}
		product, text := llmtest.Title(request), request.System()+request.User()
		if earlier, ok := before[product]; ok {
			require.Equal(t, product, last, "pictures of a product follow each other")
			size, shared, later = size+len(text), shared+sameStart(earlier, text), later+1
		}
		before[product], last = text, product
	}
	require.GreaterOrEqual(t, later, 3)
	t.Logf("%d %% of the text of %d later pictures", 100*shared/size, later)
	require.GreaterOrEqual(t, 100*shared/size, leastOfLater)
}

// sameStart is how many bytes two texts have in common from their start.
func sameStart(a, b string) (n int) {
	for n < min(len(a), len(b)) && a[n] == b[n] {
		n++
	}
	return n
}

// afterTen adds up what the items of a job used after the tenth.
func afterTen(t *testing.T, w *wiretest.World, job galley.Job) (sum galley.Usage) {
	t.Helper()
	page, err := w.Store.Items(t.Context(), galley.ItemQuery{JobID: job.ID, Filter: galley.FilterAll, Limit: galley.MaxPage})
	require.NoError(t, err)
	require.Greater(t, len(page.Items), 12)
	for _, item := range page.Items[10:] {
		sum = sum.Add(item.Usage)
	}
	return sum
}

func openWithVoice(t *testing.T, products int) *wiretest.World {
	t.Helper()
	w := wiretest.Open(t, wire.Options{Demo: wiretest.Fast(products)})
	w.AddDemo()
	_, err := w.Settings.SaveProfile(t.Context(), w.Shop.ID, houseVoice)
	require.NoError(t, err)
	return w
}

// written writes a field of all products, one after the other.
func written(t *testing.T, w *wiretest.World, f galley.Field) (galley.Job, *llmtest.Server) {
	t.Helper()
	model := llmtest.Start(t, llmtest.Options{Caches: true})
	w.UseModel(model)
	w.Set(map[string]string{"writer.concurrency": "1"})
	job, err := w.Jobs.Create(t.Context(), galley.JobSpec{ShopID: w.Shop.ID, Field: f, Selection: galley.Selection{All: true}})
	require.NoError(t, err)
	job, err = w.Runner.Wait(t.Context(), job.ID, nil)
	require.NoError(t, err)
	return job, model
}
