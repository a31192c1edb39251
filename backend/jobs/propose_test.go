package jobs_test

import (
	"context"
	"log/slog"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/jobs"
)

// proposal is for all products of the desk.
func (d *desk) proposal(t *testing.T) galley.KeyphraseProposal {
	t.Helper()
	p := galley.KeyphraseProposal{ShopID: d.shop.ID, Kind: galley.PlaceProduct}
	for _, row := range d.phrases(t) {
		p.Places = append(p.Places, row.Place.ID)
	}
	return p
}

// phrases are the listed keyphrases of the desk's products.
func (d *desk) phrases(t *testing.T) []galley.KeyphraseRow {
	t.Helper()
	rows, _, err := d.store.PhrasePage(t.Context(), galley.KeyphraseListQuery{ShopID: d.shop.ID, Kind: galley.PlaceProduct, Limit: 100})
	require.NoError(t, err)
	return rows
}

func TestProposedKeyphrasesAreGuesses(t *testing.T) {
	d := newDesk(t, 4)
	ctx := context.Background()
	p := d.proposal(t)
	_, err := d.store.SaveKeyphrases(ctx, d.shop.ID, []galley.PlacedKeyphrase{{
		Place: galley.PlaceRef{Kind: galley.PlaceProduct, ID: p.Places[0]}, Keyphrase: galley.Keyphrase{Text: "mine", Source: galley.KeyphraseTyped},
	}})
	require.NoError(t, err)
	w := &proposing{answer: "<p>1: **oak desk lamp small**</p><p>2: [Product Name]</p><p>9: nothing</p><p>Sure! Here you go</p><li>3. : \"ash bowl\"</li><p>1: again</p>"}
	r := jobs.NewRunner(d.Service, w, d.meters(), "p", slog.New(slog.DiscardHandler))

	e, err := d.EstimatePropose(ctx, p)
	require.NoError(t, err)
	require.Equal(t, 3, e.Places)
	require.Equal(t, 1, e.Requests)
	require.Positive(t, e.CostUSD)
	require.Greater(t, e.CostMaxUSD, e.CostUSD)
	require.Empty(t, w.asked, "an estimate asks no model")

	done, err := r.Propose(ctx, p)
	require.NoError(t, err)
	require.Len(t, w.asked, 1)
	require.NotContains(t, w.asked[0].Prompt.User, "mine")
	require.Len(t, done.Proposed, 2)
	require.Equal(t, 1, done.Without)
	require.InDelta(t, 0.002, done.Usage.CostUSD, 1e-9)
	found := map[string]galley.Keyphrase{}
	for _, row := range d.phrases(t) {
		found[row.Place.ID] = row.Keyphrase
	}
	require.Equal(t, "mine", found[p.Places[0]].Text)
	require.Equal(t, "oak desk lamp small", found[p.Places[1]].Text)
	require.Equal(t, galley.KeyphraseGuess, found[p.Places[1]].Source)
	require.Equal(t, "lamp", found[p.Places[2]].Text, "the title's, where the model gave none")
	every := galley.KeyphraseProposal{ShopID: d.shop.ID, Kind: galley.PlaceProduct, All: true}
	e, err = d.EstimatePropose(ctx, every)
	require.NoError(t, err)
	require.Equal(t, 1, e.Places, "what has no guess by a model yet")
	require.Equal(t, "ash bowl", found[p.Places[3]].Text)
	of, err := d.store.Subject(ctx, d.shop.ID, galley.Listed{Target: galley.Target{Kind: galley.PlaceProduct, ID: p.Places[1]}})
	require.NoError(t, err)
	require.Empty(t, of.Keyphrases, "neither the writer nor the score has a guess")

	today, err := d.store.Spend(ctx)
	require.NoError(t, err)
	require.InDelta(t, 0.002, today.TotalUSD, 1e-9, "what it cost is in the day's spending")
	d.set.Caps.Day = 0.001
	_, err = jobs.NewRunner(d.Service, w, d.meters(), "p", slog.New(slog.DiscardHandler)).Propose(ctx, p)
	require.Equal(t, galley.CodeSpendCap, galley.CodeOf(err))
}

func TestProposalsAreRefused(t *testing.T) {
	d := newDesk(t, 1)
	ctx := context.Background()
	p := d.proposal(t)
	for name, bad := range map[string]galley.KeyphraseProposal{
		"no places":    {ShopID: d.shop.ID, Kind: galley.PlaceProduct},
		"too many":     {ShopID: d.shop.ID, Kind: galley.PlaceProduct, Places: make([]string, galley.MaxProposed+1)},
		"odd language": {ShopID: d.shop.ID, Kind: galley.PlaceProduct, Places: p.Places, Language: "english"},
	} {
		_, err := d.EstimatePropose(ctx, bad)
		require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err), name)
	}
	_, err := d.EstimatePropose(ctx, galley.KeyphraseProposal{ShopID: d.shop.ID, Kind: galley.PlaceProduct, Places: []string{"gone"}})
	require.Equal(t, galley.CodeNotFound, galley.CodeOf(err))
}
