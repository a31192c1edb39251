package wire_test

import (
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

// After the first ten items of a job at least 70 % of its input are read from the
// cache of an endpoint that caches exact prefixes, for every field but alt text:
// there most of the input is the picture, which is another one each time.
func TestMostOfTheInputOfAShopWithAProfileIsCached(t *testing.T) {
	w := wiretest.Open(t, wire.Options{Demo: wiretest.Fast(24)})
	w.AddDemo()
	_, err := w.Settings.SaveProfile(t.Context(), w.Shop.ID, houseVoice)
	require.NoError(t, err)
	for _, f := range galley.Fields() {
		if f.Place() == galley.PlaceImage {
			continue
		}
		t.Run(string(f), func(t *testing.T) {
			model := llmtest.Start(t, llmtest.Options{Caches: true})
			w.UseModel(model)
			w.Set(map[string]string{"writer.concurrency": "1"})
			job, err := w.Jobs.Create(t.Context(), galley.JobSpec{ShopID: w.Shop.ID, Field: f, Selection: galley.Selection{All: true}})
			require.NoError(t, err)
			job, err = w.Runner.Wait(t.Context(), job.ID, nil)
			require.NoError(t, err)
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
