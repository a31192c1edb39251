package resilience_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
)

// tryFile publishes an alt text while the shop refuses the file for a while,
// and permanently.
func (r row) tryFile(t *testing.T, spec string, got seen) {
	for passing, faults := range map[bool]string{true: spec + ":times=4", false: spec} {
		d := newDesk(t, 1, faults)
		d.write(galley.FieldAltText)
		_, _, err := d.PublishNow(bg, galley.PublishRequest{JobID: d.job, ItemIDs: []galley.ItemID{d.item(1).ID}})
		require.NoError(t, err)
		require.NoError(t, d.dispatch(), "one picture halts no shop")
		require.Equal(t, r.publishing, d.requestsMet())
		it := d.item(1)
		if passing {
			require.Equal(t, galley.Published, it.PublishState)
			require.Len(t, d.writes(), 1)
			continue
		}
		require.Equal(t, galley.PublishFailed, it.PublishState)
		require.Empty(t, d.writes())
		got.noteError(it.Error)
	}
}

func TestTextThatChangesWhileItsFileIsLockedIsAConflict(t *testing.T) {
	d := newDesk(t, 1, "FILE_LOCKED:times=2,changed@ImageAltTexts=1/2:times=1")
	d.write(galley.FieldAltText)
	_, _, err := d.PublishNow(bg, galley.PublishRequest{JobID: d.job, ItemIDs: []galley.ItemID{d.item(1).ID}})
	require.NoError(t, err)
	require.NoError(t, d.dispatch())
	require.Equal(t, galley.PublishConflict, d.item(1).PublishState, "it is compared again before the next try")
	require.Empty(t, d.writes())
}
