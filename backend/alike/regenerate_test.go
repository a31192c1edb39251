package alike_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
)

// Drafts of a group are queued to be written again with what is wrong with them,
// and how the others begin.
func TestAGroupIsWrittenAgainUnlikeTheOthers(t *testing.T) {
	d := newDesk(t, galley.FieldMetaDescription, 6, first(4, known))
	group := d.find().Groups[0].ID
	estimate, err := d.queue().EstimateAlike(bg, d.job, []string{group})
	require.NoError(t, err)
	require.Equal(t, 4, estimate.Count)

	done, err := d.queue().RegenerateAlike(bg, d.job, []string{group, group})
	require.NoError(t, err)
	require.Equal(t, 4, done.Count)
	require.Empty(t, done.Left, "a draft that two groups have is written again once")
	plan := d.plan(galley.PublishRequest{})
	require.Equal(t, 2, plan.Count)
	require.Equal(t, 4, plan.Left.Rewriting)

	held := galley.Lease{Name: "rewrite:" + string(d.job), Holder: "test"}
	_, err = d.world.Store.TakeLease(bg, held.Name, held.Holder, time.Hour)
	require.NoError(t, err)
	_, err = d.world.Store.TakeRewrites(bg, d.job, held)
	require.NoError(t, err)
	claimed, err := d.world.Store.ClaimRewrites(bg, d.job, 10, held)
	require.NoError(t, err)
	require.Len(t, claimed, 4)
	require.Equal(t, "Not like the others: 3 other texts begin with “Get to know”. Begin in another way.", claimed[0].Note)
	require.Len(t, claimed[0].Unlike, 4)
	require.Contains(t, claimed[0].Unlike[1], "Get to know Number2")
	for _, text := range claimed[0].Unlike {
		require.LessOrEqual(t, len([]rune(text)), 80)
	}
}

func TestUnknownGroupsAreNotWrittenAgain(t *testing.T) {
	d := newDesk(t, galley.FieldMetaDescription, 4, first(3, known))
	_, err := d.queue().EstimateAlike(bg, d.job, []string{"nope"})
	require.Equal(t, galley.CodeChanged, galley.CodeOf(err))
	_, err = d.queue().RegenerateAlike(bg, d.job, []string{d.find().Groups[0].ID, "nope"})
	require.Equal(t, galley.CodeChanged, galley.CodeOf(err))
	require.Zero(t, d.counts().Rewriting.Total, "nothing was queued")
}
