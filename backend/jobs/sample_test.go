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

// Where the model has no price, more is refused in words about more: a job is there.
func TestNothingMoreIsWrittenWithoutAPrice(t *testing.T) {
	ctx := context.Background()
	d := newDesk(t, 40)
	sample := d.wait(d.create(galley.FieldTitle, func(s *galley.JobSpec) { s.Sample = 10 }))
	c := d.compared()
	d.set.Prices, d.set.Caps.Day, d.set.Caps.Chosen = nil, 20, true
	_, onward := d.Continue(ctx, sample.ID)
	_, again := d.WriteSideAgain(ctx, galley.SideAgain{Job: c.B.ID, Instructions: "Plain."})
	_, rest := d.Choose(ctx, galley.ComparisonChoice{Job: c.A.ID, Rest: true, Kept: []galley.ItemAt{{ID: c.Pairs[0].A.ID, Revision: 1}}})
	for _, err := range []error{onward, again, rest} {
		require.Equal(t, galley.CodeWriterPrice, galley.CodeOf(err))
		require.Contains(t, galley.MessageOf(err), "Nothing more was written; what is written stays.")
		require.NotContains(t, galley.MessageOf(err), "No job was made")
	}
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

// compared are two samples of ten among forty, both written.
func (d *desk) compared() galley.Comparison {
	d.t.Helper()
	d.drafter.content = func(req galley.WriteRequest) string { return req.Instructions + " " + req.Product.Title }
	c, err := d.Compare(context.Background(), galley.ComparisonSpec{
		JobSpec:           galley.JobSpec{ShopID: d.shop.ID, Field: galley.FieldTitle, Selection: galley.Selection{All: true}, Sample: 10, Instructions: "Short."},
		OtherInstructions: "Long.",
	})
	require.NoError(d.t, err)
	d.wait(c.A)
	d.wait(c.B)
	c, err = d.Comparison(context.Background(), c.A.ID)
	require.NoError(d.t, err)
	return c
}

// The drafts that a person chose are the first of the job that goes on, and are
// not written again; the others are rejected in the other job.
func TestChosenDraftsBecomeTheFirstItemsOfTheJob(t *testing.T) {
	d := newDesk(t, 40)
	ctx := context.Background()
	c := d.compared()
	choice := galley.ComparisonChoice{Job: c.B.ID, Rest: true}
	for i, pair := range c.Pairs[:9] {
		item := pair.B
		if i < 3 {
			item = pair.A
		}
		choice.Kept = append(choice.Kept, galley.ItemAt{ID: item.ID, Revision: item.Revision})
	}
	job, err := d.Choose(ctx, choice)
	require.NoError(t, err)
	require.Equal(t, c.B.ID, job.ID)
	require.Equal(t, 40, d.wait(job).Counts.Successful)
	for place, calls := range d.drafter.calls {
		require.LessOrEqual(t, calls, 2, place) // once for each sample
	}
	items := d.items(job, galley.FilterAll)
	seen := map[string]bool{}
	for i, item := range items {
		require.False(t, seen[item.Place.ID])
		seen[item.Place.ID] = true
		want := "Long. "
		if i < 3 {
			want = "Short. "
		}
		require.Equal(t, want+item.Place.Title, item.Content, i)
		require.Equal(t, galley.DecisionOpen, item.Decision)
		revisions, err := d.store.Revisions(ctx, item.ID)
		require.NoError(t, err)
		require.Equal(t, item.Content, revisions[0].Content)
	}
	lost := d.items(c.A, galley.FilterRejected)
	require.Len(t, lost, 10, "nothing of the other sample is left to review")
	require.Equal(t, "Long. "+lost[0].Place.Title, lost[0].Content)

	_, err = d.Comparison(ctx, c.A.ID)
	require.Equal(t, galley.CodeIllegalState, galley.CodeOf(err), "it is decided")
	_, err = d.Choose(ctx, choice)
	require.Equal(t, galley.CodeIllegalState, galley.CodeOf(err))
}

func TestStoppingAComparisonKeepsOnlyWhatWasChosen(t *testing.T) {
	d := newDesk(t, 40)
	ctx := context.Background()
	c := d.compared()
	at := func(item galley.Item) galley.ItemAt { return galley.ItemAt{ID: item.ID, Revision: item.Revision} }
	kept := []galley.ItemAt{at(c.Pairs[0].A), at(c.Pairs[1].B)}
	job, err := d.Choose(ctx, galley.ComparisonChoice{Job: c.A.ID, Kept: kept})
	require.NoError(t, err)
	require.Equal(t, galley.JobCompleted, job.State)
	require.Equal(t, 2, job.Ready.Publish)
	require.Equal(t, 8, job.Counts.Rejected)
	require.True(t, job.Can.Continue, "the rest can still be written")
}

func TestAComparisonRefusesWhatWasNotOnScreen(t *testing.T) {
	d := newDesk(t, 40)
	ctx := context.Background()
	c := d.compared()
	first := c.Pairs[0]
	for name, x := range map[string]struct {
		choice galley.ComparisonChoice
		code   galley.Code
	}{
		"nothing chosen":    {galley.ComparisonChoice{Job: c.A.ID}, galley.CodeInvalidInput},
		"both of one place": {galley.ComparisonChoice{Job: c.A.ID, Kept: []galley.ItemAt{{ID: first.A.ID, Revision: 1}, {ID: first.B.ID, Revision: 1}}}, galley.CodeInvalidInput},
		"another revision":  {galley.ComparisonChoice{Job: c.A.ID, Kept: []galley.ItemAt{{ID: first.B.ID, Revision: 2}}}, galley.CodeChanged},
		"another job":       {galley.ComparisonChoice{Job: c.A.ID, Kept: []galley.ItemAt{{ID: "99/1", Revision: 1}}}, galley.CodeInvalidInput},
		"no such job":       {galley.ComparisonChoice{Job: "99", Rest: true}, galley.CodeNotFound},
	} {
		_, err := d.Choose(ctx, x.choice)
		require.Equal(t, x.code, galley.CodeOf(err), name)
	}
	again, err := d.Comparison(ctx, c.A.ID)
	require.NoError(t, err)
	require.Equal(t, c.Pairs, again.Pairs, "a refused choice changes nothing")
}

// One side is written again in other words; the other side's drafts stay, and
// are not paid for again.
func TestOneSideOfAComparisonIsWrittenAgain(t *testing.T) {
	d := newDesk(t, 40)
	ctx := context.Background()
	c := d.compared()
	_, err := d.WriteSideAgain(ctx, galley.SideAgain{Job: c.A.ID, Instructions: "Long."})
	require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err), "both would be the same")
	next, err := d.WriteSideAgain(ctx, galley.SideAgain{Job: c.A.ID, Instructions: "Plain."})
	require.NoError(t, err)
	require.Equal(t, c.B.ID, next.B.ID)
	require.NotEqual(t, c.A.ID, next.A.ID)
	d.wait(next.A)
	next, err = d.Comparison(ctx, next.B.ID)
	require.NoError(t, err)
	require.Len(t, next.Pairs, 10)
	for i, pair := range next.Pairs {
		require.Equal(t, "Plain. "+pair.A.Place.Title, pair.A.Content)
		require.Equal(t, c.Pairs[i].B, pair.B)
	}
	require.Equal(t, 10, next.SumA.Written)
	require.Equal(t, "characters", next.SumA.Unit)
	require.Len(t, d.items(c.A, galley.FilterRejected), 10)
	job, err := d.Choose(ctx, galley.ComparisonChoice{Job: next.A.ID, Rest: true})
	require.NoError(t, err)
	require.Equal(t, 40, d.wait(job).Counts.Successful)
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
	job, err := d.Create(context.Background(), spec)
	require.NoError(t, err)
	require.Contains(t, job.Unused.String(), "do not use instructions")
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
