package alike_test

import (
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
