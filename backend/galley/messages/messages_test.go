package messages

import (
	"encoding/json"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

func TestEachPlaceholderHasAParameterAndEachParameterAPlaceholder(t *testing.T) {
	for _, id := range IDs() {
		e := catalogue[id]
		var named []string
		for _, found := range placeholder.FindAllStringSubmatch(e.sentence, -1) {
			named = append(named, found[1])
			if found[2] != "" {
				require.Contains(t, formats, found[2], id)
			}
		}
		slices.Sort(named)
		params := slices.Sorted(slices.Values(e.params))
		require.Equal(t, params, slices.Compact(named), "the placeholders of %s", id)
		require.False(t, e.twice, "%s is defined twice", id)
		require.NotRegexp(t, `[{}]`, placeholder.ReplaceAllString(e.sentence, ""), "%s has a placeholder that cannot be read", id)
		require.NotRegexp(t, `%[a-z]`, e.sentence, "%s has a verb of fmt", id)
	}
}

func TestRendersParametersByType(t *testing.T) {
	made := time.Date(2026, 11, 27, 6, 5, 0, 0, time.Local)
	for _, c := range []struct {
		sentence string
		value    any
		want     string
	}{
		{"{v}", "text", "text"},
		{"{v as quoted}", `a "b"`, `"a \"b\""`},
		{"{v} {v: text|texts}", 1, "1 text"},
		{"{v} {v: text|texts}", 2000, "2000 texts"},
		{"{v as money}", 20.0, "$20.00"},
		{"{v as money}", 0.0, "$0.00"},
		{"{v as money}", 0.00123, "$0.0012"},
		{"{v as money}", 0.0000012, "$0.0000012"},
		{"{v as count}", 7, "7"},
		{"{v as count}", 1234567, "1,234,567"},
		{"{v as span}", 45 * time.Second, "45 seconds"},
		{"{v as span}", 90 * time.Second, "90 seconds"},
		{"{v as span}", 7 * time.Minute, "7 minutes"},
		{"{v as span}", 119 * time.Minute, "119 minutes"},
		{"{v as span}", 3 * time.Hour, "3 hours"},
		{"{v as span}", 26*time.Hour + 20*time.Minute, "26 hours"},
		{"{v as label}", "seo_title", "SEO title"},
		{"{v as joined}", []string{"a", "b"}, "a and b"},
		{"{v as series}", []string{"a", "b", "c"}, "a, b and c"},
		{"{v as series}", []string{"a"}, "a"},
		{"{v as day}", made, "27 November 2026, 06:05"},
		{"{v}", []string{"a", "b"}, "a, b"},
		{"{v}", 30 * time.Second, "30s"},
		{"{v as reason}", Message{ID: SkippedFilled.ID}, "Skipped: this field was filled in the meantime. Nothing was written, and the text on the shop is unchanged"},
	} {
		e := entry{sentence: c.sentence}
		require.Equal(t, c.want, e.render(Params{"v": c.value}))

		stored, err := json.Marshal(Message{ID: "x", Params: Params{"v": c.value}}.Record())
		require.NoError(t, err)
		var back Record
		require.NoError(t, json.Unmarshal(stored, &back))
		require.Equal(t, c.want, e.render(back.Message().Params), "the same after it was stored")
	}
}

func TestJSONErrorHasMessage(t *testing.T) {
	b, err := json.Marshal(map[string]any{"message": DraftChangedOnScreen(1, 2), "none": Message{}})
	require.NoError(t, err)
	require.JSONEq(t, `{"message":"The draft was changed since it was on screen (revision 1 then, 2 now). Nothing was changed. Look at the new draft first.","none":""}`, string(b))
}
