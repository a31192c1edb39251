package writing_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/writing"
)

func harbourLamp() galley.Subject {
	return galleytest.SampleRequest(galley.FieldTitle).Product.Subject()
}

// What the profile does not want is named once, in the words of the answer.
func TestTheRepairNamesWhatTheProfileDoesNotWant(t *testing.T) {
	profile := galley.Profile{
		Forbidden: []string{"luxurious", "must-have"}, Lengths: []galley.FieldLength{{Field: galley.FieldTitle, Min: 30, Max: 40}},
	}
	req := galley.WriteRequest{Field: galley.FieldTitle, Subject: harbourLamp(), Profile: profile}
	w := saying("Luxurious harbour lamp, a must have", "Harbour lamp of oak with a linen shade")
	draft, _, err := writing.New(nil).Draft(t.Context(), w, req)
	require.NoError(t, err)
	require.Len(t, w.asked, 2)
	require.Contains(t, w.asked[1].Note, "“Luxurious”, “must have”")
	require.Equal(t, "Harbour lamp of oak with a linen shade", draft.Content)
	require.False(t, draft.Report.HoldsBack(), draft.Report.Warnings)
}

// A draft that has a forbidden word still is held.
func TestAForbiddenWordHolds(t *testing.T) {
	req := galley.WriteRequest{
		Field: galley.FieldTitle, Subject: harbourLamp(),
		Profile: galley.Profile{Forbidden: []string{"luxurious"}},
	}
	w := saying("Luxurious harbour lamp", "A luxurious harbour lamp")
	draft, _, err := writing.New(nil).Draft(t.Context(), w, req)
	require.NoError(t, err)
	require.True(t, draft.Report.HoldsBack())
}
