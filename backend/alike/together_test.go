package alike_test

import (
	"context"
	"strconv"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/alike"
	"galley/backend/galley"
)

// Comparisons that run at once, while drafts are edited, leave the marks of the
// texts as they are in the end.
func TestComparisonsAtOnceAgree(t *testing.T) {
	d := newDesk(t, galley.FieldMetaDescription, 6, first(3, known))
	var all sync.WaitGroup
	for range 3 {
		all.Go(func() {
			for range 5 {
				if err := alike.New(d.world.Store).Compare(bg, d.job); err != nil {
					t.Error(err)
				}
			}
		})
	}
	for i := range 5 {
		d.edit(4, known(4)+strconv.Itoa(i))
		d.edit(5, told(20+i))
	}
	all.Wait()
	require.NoError(t, d.Compare(bg, d.job))
	for pos := 1; pos <= 6; pos++ {
		require.Equal(t, pos <= 4, d.world.Item(d.job, pos).Alike, pos)
	}
	require.False(t, d.counts().Alike.Due)
}

// overtaken saves its marks after before has run.
type overtaken struct {
	alike.Store
	before func()
}

func (o overtaken) SaveAlike(ctx context.Context, id galley.JobID, found galley.AlikeMarks) error {
	o.before()
	return o.Store.SaveAlike(ctx, id, found)
}

// The marks of a comparison that another one has overtaken are not saved: its
// drafts have the same texts, but a person has reopened their group since.
func TestLateComparisonMarksNothing(t *testing.T) {
	d := newDesk(t, galley.FieldMetaDescription, 6, first(3, known))
	group := d.find().Groups[0].ID
	d.keep(group)
	_, err := d.reviewing().Reject(bg, d.world.At(d.job, 6)) // something to compare
	require.NoError(t, err)
	reopened := false
	reopen := func() { reopened = d.Reopen(bg, d.job, group) == nil }
	require.NoError(t, alike.New(overtaken{d.world.Store, reopen}).Compare(bg, d.job))
	require.True(t, reopened)
	require.Equal(t, 3, d.plan(galley.PublishRequest{}).Left.Alike)
	require.Equal(t, 1, d.counts().Alike.Groups)
}
