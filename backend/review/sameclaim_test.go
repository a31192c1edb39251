package review_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
)

const twice = "<p>A lamp for the desk. It has a 5-year warranty.</p><p>Read by it. The 5-year Warranty covers it.</p>"

// A claim that a draft makes more than once is answered once.
func TestClaimMadeTwiceIsAnsweredOnce(t *testing.T) {
	d := newDesk(t, galley.FieldDescription)
	item, w := d.claimed(twice)
	require.Len(t, sameAs(item, w), 2)
	out, err := d.TakeOut(bg, item.ID, item.Revision, w.Key())
	require.NoError(t, err)
	require.Equal(t, "<p>A lamp for the desk. </p><p>Read by it. </p>", out.Content)

	item, w = d.claimed(twice)
	kept, err := d.Keep(bg, item.ID, item.Revision, w.Key(), true)
	require.NoError(t, err)
	require.Empty(t, sameAs(kept, w))
	again, err := d.Keep(bg, item.ID, item.Revision, w.Key(), false)
	require.NoError(t, err)
	require.Len(t, sameAs(again, w), 2)
}

func sameAs(item galley.Item, w galley.Warning) (found []galley.Warning) {
	for _, other := range item.Warnings {
		if other.Key().IsSameClaim(w.Key()) {
			found = append(found, other)
		}
	}
	return found
}

// Two places in one sentence go with it, and no other sentence does.
func TestClaimMadeTwiceInASentenceTakesThatSentenceAlone(t *testing.T) {
	d := newDesk(t, galley.FieldDescription)
	item, w := d.claimed("<p>It has a 5-year warranty, a 5-year warranty on all parts. It stands on a desk by day and in a hall by night.</p>")
	require.Len(t, sameAs(item, w), 2)
	out, err := d.TakeOut(bg, item.ID, item.Revision, w.Key())
	require.NoError(t, err)
	require.Contains(t, out.Content, "It stands on a desk by day and in a hall by night.")
	require.NotContains(t, out.Content, "warranty")
}
