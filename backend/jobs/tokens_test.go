package jobs_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

func (d *desk) estimate(change func(*galley.JobSpec)) galley.Estimate {
	d.t.Helper()
	spec := galley.JobSpec{ShopID: d.shop.ID, Field: galley.FieldTitle, Selection: galley.Selection{All: true}}
	if change != nil {
		change(&spec)
	}
	e, err := d.Estimate(context.Background(), spec)
	require.NoError(d.t, err)
	return e
}

func TestCostIsAssumedBeforeThereAreDrafts(t *testing.T) {
	d := newDesk(t, 30)
	e := d.estimate(nil)
	require.Zero(t, e.Measured)
	require.Equal(t, 30*(100+22), e.InputTokens, "one answer in five is asked for again, with the first")
	require.Equal(t, 30*12, e.OutputTokens)
	require.InDelta(t, (30*122*1+30*12*10)/1e6, e.CostUSD, 1e-12)
	require.InDelta(t, 1.1*(30*(2*100+50)*1+30*2*50*10)/1e6, e.CostMaxUSD, 1e-12, "all twice, and as long as may be")
}

func TestCostIsMeasuredOnEarlierDrafts(t *testing.T) {
	d := newDesk(t, 30)
	d.set.Prices[0].Cached = 0.1
	d.drafter.uses = galley.Usage{InputTokens: 300, OutputTokens: 90, CachedTokens: 150}
	d.wait(d.create(galley.FieldTitle, func(s *galley.JobSpec) { s.Sample = 9 }))
	require.Zero(t, d.estimate(nil).Measured, "fewer than a sample show nothing")
	d.wait(d.create(galley.FieldTitle, func(s *galley.JobSpec) { s.Sample = 10 }))

	e := d.estimate(nil)
	require.Equal(t, 19, e.Measured)
	require.Equal(t, 30*300, e.InputTokens)
	require.Equal(t, 30*90, e.OutputTokens)
	require.InDelta(t, (30*150*1+30*150*0.1+30*90*10)/1e6, e.CostUSD, 1e-12)
	require.GreaterOrEqual(t, e.CostMaxUSD, e.CostUSD)

	other := galley.JobSpec{ShopID: d.shop.ID, Field: galley.FieldMetaDescription, Selection: galley.Selection{All: true}}
	of, err := d.Estimate(context.Background(), other)
	require.NoError(t, err)
	require.Zero(t, of.Measured, "another field takes other answers")
	require.Zero(t, d.estimate(func(s *galley.JobSpec) { s.Model = "another" }).Measured)
}

func TestPaidAnswersOfFailedItemsAreMeasured(t *testing.T) {
	d := newDesk(t, 20)
	d.drafter.hook = func(context.Context, galley.WriteRequest) error {
		return galley.NewError(galley.CodeWriterReply, messages.AnswerEmpty)
	}
	d.wait(d.create(galley.FieldTitle, nil))
	require.Equal(t, 20, d.estimate(nil).Measured)
}
