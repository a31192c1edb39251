package jobs_test

import (
	"context"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
)

// A sample goes on in the same job, with the same words and profile, and what is
// written is not paid for again.
func TestASampleContinues(t *testing.T) {
	d := newDesk(t, 77)
	ctx := context.Background()
	require.NoError(t, d.store.SetProfile(ctx, d.shop.ID, galley.Profile{Voice: "Calm."}))
	var mu sync.Mutex
	voices := map[string]int{}
	d.drafter.hook = func(_ context.Context, req galley.WriteRequest) error {
		mu.Lock()
		defer mu.Unlock()
		voices[req.Profile.Voice+"/"+req.Instructions]++
		return nil
	}
	job := d.create(galley.FieldTitle, func(s *galley.JobSpec) { s.Sample, s.Instructions = 10, "Short." })
	_, err := d.Continue(ctx, job.ID)
	require.Equal(t, galley.CodeIllegalState, galley.CodeOf(err), "it is still being written")
	done := d.wait(job)
	require.True(t, done.Can.Continue)
	require.Equal(t, 10, done.Sample)
	written := d.items(done, galley.FilterAll)

	require.NoError(t, d.store.SetProfile(ctx, d.shop.ID, galley.Profile{Voice: "Loud!"}))
	e, err := d.EstimateRest(ctx, job.ID)
	require.NoError(t, err)
	require.Equal(t, 67, e.Items)
	require.Equal(t, 6700, e.InputTokens)

	going, err := d.Continue(ctx, job.ID)
	require.NoError(t, err)
	require.Equal(t, galley.JobQueued, going.State)
	require.Equal(t, 77, going.Counts.Total)
	require.Equal(t, "All products", going.Name)
	done = d.wait(going)
	require.Equal(t, galley.JobCompleted, done.State)
	require.Equal(t, 77, done.Counts.Successful)
	require.Equal(t, 7700, done.Usage.InputTokens, "each was paid for once")
	require.Equal(t, 1, d.drafter.most())
	require.Equal(t, map[string]int{"Calm./Short.": 77}, voices, "the profile that the job started with")

	places := map[string]bool{}
	for _, item := range d.items(done, galley.FilterAll) {
		places[item.Place.ID] = true
	}
	require.Len(t, places, 77)
	require.Equal(t, written, d.items(done, galley.FilterAll)[:10])

	require.False(t, done.Can.Continue)
	_, err = d.Continue(ctx, job.ID)
	require.Equal(t, galley.CodeIllegalState, galley.CodeOf(err), "it is no sample any more")
}

func TestASampleOfEverythingHasNoRest(t *testing.T) {
	d := newDesk(t, 5)
	job := d.wait(d.create(galley.FieldAltText, func(s *galley.JobSpec) { s.Sample = 10 }))
	_, err := d.Continue(context.Background(), job.ID)
	require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err))
	e, err := d.EstimateRest(context.Background(), job.ID)
	require.NoError(t, err)
	require.Zero(t, e.Items)
}

// Two samples have exactly the same items, and either can be continued.
func TestTwoInstructionsAreCompared(t *testing.T) {
	d := newDesk(t, 40)
	ctx := context.Background()
	d.drafter.content = func(req galley.WriteRequest) string { return req.Instructions + " " + req.Product.Title }
	spec := galley.ComparisonSpec{
		JobSpec:           galley.JobSpec{ShopID: d.shop.ID, Field: galley.FieldTitle, Selection: galley.Selection{All: true}, Sample: 10, Strategy: galley.StrategyPublish, Instructions: "Short."},
		OtherInstructions: "Long.",
	}
	c, err := d.Compare(ctx, spec)
	require.NoError(t, err)
	d.wait(c.A)
	b := d.wait(c.B)
	require.Equal(t, galley.StrategyReview, b.Strategy, "a person chooses first")
	for _, id := range []galley.JobID{c.A.ID, c.B.ID} {
		got, err := d.Comparison(ctx, id)
		require.NoError(t, err)
		require.Equal(t, c.A.ID, got.A.ID)
		require.Len(t, got.Pairs, 10)
		for _, pair := range got.Pairs {
			require.Equal(t, "Short. "+pair.A.Place.Title, pair.A.Content)
			require.Equal(t, "Long. "+pair.A.Place.Title, pair.B.Content)
		}
	}
	_, err = d.Continue(ctx, c.B.ID)
	require.NoError(t, err)
	require.Equal(t, 40, d.wait(c.B).Counts.Successful)

	spec.OtherInstructions = " Short. "
	_, err = d.Compare(ctx, spec)
	require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err), "both are the same")
	spec.OtherModel, spec.Sample = "other", 0
	_, err = d.Compare(ctx, spec)
	require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err), "no sample")
	_, err = d.Comparison(ctx, d.create(galley.FieldTitle, nil).ID)
	require.Equal(t, galley.CodeIllegalState, galley.CodeOf(err))
}

func TestTwoModelsAreCompared(t *testing.T) {
	d := newDesk(t, 4)
	d.set.Prices = append(d.set.Prices, galley.Price{Model: "other", Input: 2, Output: 3})
	c, err := d.Compare(context.Background(), galley.ComparisonSpec{
		JobSpec:    galley.JobSpec{ShopID: d.shop.ID, Field: galley.FieldTitle, Selection: galley.Selection{All: true}, Sample: 3},
		OtherModel: "other",
	})
	require.NoError(t, err)
	require.Equal(t, "m", c.A.Writer.Model)
	require.Equal(t, "other", c.B.Writer.Model)
}

// The template writer says that it does not use instructions.
func TestTheTemplateWriterSaysWhatItDoesNotUse(t *testing.T) {
	d := newDesk(t, 4)
	d.set.Writer = galley.WriterSettings{Kind: galley.WriterTemplate}
	spec := galley.JobSpec{ShopID: d.shop.ID, Field: galley.FieldTitle, Selection: galley.Selection{All: true}}
	e, err := d.Estimate(context.Background(), spec)
	require.NoError(t, err)
	require.Nil(t, e.Unused)
	spec.Instructions = "Name {vendor} and {brand}."
	e, err = d.Estimate(context.Background(), spec)
	require.NoError(t, err)
	require.Contains(t, e.Unused.String(), "do not use instructions")
	require.Equal(t, []string{"{brand}"}, e.UnknownPlaceholders)
	_, err = d.Compare(context.Background(), galley.ComparisonSpec{JobSpec: galley.JobSpec{
		ShopID: d.shop.ID, Field: galley.FieldTitle, Selection: galley.Selection{All: true}, Sample: 2, Instructions: "Short.",
	}})
	require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err))
	spec.Model = "m"
	_, err = d.Estimate(context.Background(), spec)
	require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err))
	_, err = d.EstimateLearn(context.Background(), d.shop.ID)
	require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err))
}
