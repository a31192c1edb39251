package store_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/store/storetest"
)

// TestRareWordsFindWhatTheIndexFinds: drafts of a small job, and those with a rare word in the inbox, are read for the words,
// which must say what the index of words says, in any script and with signs.
func TestRareWordsFindWhatTheIndexFinds(t *testing.T) {
	clock := galleytest.NewClock()
	s := storetest.Open(t, clock)
	job := freely(t, s, clock, "Lamps", 40)
	other := freely(t, s, clock, "Chairs", 40)
	allowAllMoves(t, s)
	for i, p := range wordedProducts(40) {
		for _, of := range []galley.JobID{job, other} {
			storetest.Exec(t, s, `UPDATE items SET state = 'generated', revision = 1, place_title = ?, place_handle = ?, content = ?, content_sha256 = 'x' WHERE job_id = ? AND position = ?`,
				p.Title, p.Handle, fmt.Sprintf("<p>%s&nbsp;%v – %v</p>", p.Vendor, p.Tags, p.SKUs), of, i+1)
		}
	}
	found := 0
	for i, a := range wordSearches {
		for j := range 12 {
			search := a + " " + wordSearches[(i*7+j*5)%len(wordSearches)]
			want, err := s.FoundInIndex(t.Context(), job, search)
			require.NoError(t, err)
			page, err := s.Items(t.Context(), galley.ItemQuery{JobID: job, Filter: galley.FilterAll, Search: search, Limit: 100})
			require.NoError(t, err)
			if want == nil {
				continue // a script without spaces, which the index cannot look up
			}
			got := []int{}
			for _, it := range page.Items {
				got = append(got, it.Position)
			}
			require.Equal(t, want, got, search)
			found += len(got)
			inbox, err := s.Inbox(t.Context(), galley.InboxQuery{Search: search})
			require.NoError(t, err)
			require.Equal(t, 2*len(want), inbox.Left, search)
		}
	}
	require.Greater(t, found, 50)
}

// TestFrequentWordsAreLookedUpInTheIndex: the job has more drafts, and more of them each word, than would be read.
func TestFrequentWordsAreLookedUpInTheIndex(t *testing.T) {
	const drafts = 5100
	clock := galleytest.NewClock()
	s := storetest.Open(t, clock)
	job := freely(t, s, clock, "Lamps", drafts)
	allowAllMoves(t, s)
	storetest.Exec(t, s, `UPDATE items SET state = 'generated', revision = 1, content_sha256 = 'x', content = '<p>Oak and linen' || iif(position % 100 = 0, ' with beech', '') || '</p>'`)
	for search, want := range map[string]int{
		"oak": drafts, "oak linen": drafts, "linen oa": 0, "oak lin": drafts, "oak-and linen": drafts, "linen-oak and": 0,
		"oak beech": 51, "beech oak": 51, "oak bee": 51, "beech": 51, "bee oak": 0, "oak be": 0, "oak zirconium": 0,
	} {
		page, err := s.Items(t.Context(), galley.ItemQuery{JobID: job, Filter: galley.FilterAll, Search: search, Limit: 10})
		require.NoError(t, err)
		require.Equal(t, want, page.Total, search)
		inbox, err := s.Inbox(t.Context(), galley.InboxQuery{Search: search})
		require.NoError(t, err)
		require.Equal(t, want, inbox.Left, search)
	}
}
