package evaluation_test

import (
	"encoding/json"
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/evaluation"
)

// A rule that lets a bad answer pass again, or holds a good text, lowers a
// figure. `make eval WRITE=1` keeps figures that rose.
func TestFiguresDoNotFall(t *testing.T) {
	raw, err := os.ReadFile("figures.json")
	require.NoError(t, err)
	var kept evaluation.Figures
	require.NoError(t, json.Unmarshal(raw, &kept))
	require.NotEmpty(t, kept)

	figures, misses, err := evaluation.Ours(t.Context(), os.DirFS(".."))
	require.NoError(t, err)
	for _, fall := range figures.Falls(kept) {
		t.Error(fall)
	}
	if t.Failed() {
		for _, m := range misses {
			t.Logf("%s, %s, %s of %s: %q became %q %s", m.Set, m.Case.Kind, m.Case.Field, m.Case.Product, m.Case.Answer, m.Draft, m.Reason)
		}
	}
}

func TestFalls(t *testing.T) {
	kept := evaluation.Figures{"answers/a/all": {Right: 9, Of: 10}, "answers/a/echo": {Right: 2, Of: 2}}
	require.Empty(t, evaluation.Figures{"answers/a/all": {Right: 10, Of: 11}, "answers/a/echo": {Right: 2, Of: 2}, "answers/a/new": {Of: 3}}.Falls(kept))
	require.Equal(t, []string{"answers/a/all: 8 of 10, was 9 of 10", "answers/a/echo: 0 of 0, was 2 of 2"},
		evaluation.Figures{"answers/a/all": {Right: 8, Of: 10}}.Falls(kept))
	require.Len(t, evaluation.Figures{"answers/a/all": {Right: 9, Of: 9}, "answers/a/echo": {Right: 2, Of: 2}}.Falls(kept), 1, "a case that is gone")
}
