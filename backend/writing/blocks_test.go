package writing_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/templatewriter"
	"galley/backend/writing"
)

const (
	chart  = `<TABLE class=chart data-app='sizes'><tr><th>Size<th>Chest</tr><tr><td>S<td>92&nbsp;cm</tr></TABLE>`
	player = `<div class="video-wrap" style="padding-top:56%"><iframe src="https://video.example/1" allow="autoplay" loading=lazy></iframe></div>`
	onShop = "<style>.chart{}</style><p>A lamp of oak.</p>" + chart + "<p>For the desk.</p>" + player
)

func describing(original string) galley.WriteRequest {
	req := request(galley.FieldDescription)
	req.Original = galley.Text(original)
	return req
}

func TestBlocksOfTheShopsTextKeepTheirBytes(t *testing.T) {
	for name, c := range map[string]struct{ answer, want string }{
		"in HTML": {
			"<p>A desk lamp of oak with a linen shade.</p>[[KEEP 1: size table, 2 rows]]<p>It suits the desk.</p>[[KEEP 2: video]]",
			"<style>.chart{}</style><p>A desk lamp of oak with a linen shade.</p>" + chart + "<p>It suits the desk.</p>" + player,
		},
		"in plain lines": {
			"A desk lamp of oak with a linen shade.\n[[KEEP 1]]\nIt suits the desk.\n\n[[KEEP 2]]",
			"<style>.chart{}</style><p>A desk lamp of oak with a linen shade.</p>" + chart + "<p>It suits the desk.</p>" + player,
		},
		"within a paragraph, twice, and one made up": {
			"<p>A desk lamp [[KEEP 1: size table, 2 rows]]of oak with a linen shade.[[KEEP 2: video]]</p><p>[[KEEP 1]]</p>[[KEEP 7: table]]",
			"<style>.chart{}</style><p>A desk lamp of oak with a linen shade.</p>" + chart + player,
		},
	} {
		t.Run(name, func(t *testing.T) {
			w := saying(c.answer)
			draft, _, err := writing.New(nil).Draft(t.Context(), w, describing(onShop))
			require.NoError(t, err)
			require.Equal(t, c.want, draft.Content)
			for _, asked := range w.asked {
				require.NotContains(t, asked.Note, "left out")
			}
			require.Contains(t, w.asked[0].Prompt.User, "<p>A lamp of oak.</p>[[KEEP 1: size table, 2 rows]]<p>For the desk.</p>[[KEEP 2: video]]\n"+
				"Stays on the page as KEEP 1: Size Chest S 92 cm")
			require.NotContains(t, w.asked[0].Prompt.User, "video.example")
			require.Equal(t, onShop, draft.Original.Text)
		})
	}
}

func TestMissingBlockIsAskedForOnceMoreAndThenHeld(t *testing.T) {
	without := "<p>A desk lamp of oak with a linen shade.</p>[[KEEP 2: video]]"
	w := saying(without, "<p>A desk lamp of oak for the desk.</p>[[KEEP 1]][[KEEP 2]]")
	draft, _, err := writing.New(nil).Draft(t.Context(), w, describing(onShop))
	require.NoError(t, err)
	require.Contains(t, draft.Content, chart)
	require.False(t, draft.Report.HoldsBack())
	require.Contains(t, w.asked[1].Note, "[[KEEP 1: size table, 2 rows]]")
	require.NotContains(t, w.asked[1].Note, "[[KEEP 2")
	require.Equal(t, "<p>A desk lamp of oak with a linen shade.</p>[[KEEP 2]]", w.asked[1].Previous)

	draft, _, err = writing.New(nil).Draft(t.Context(), saying(without, without), describing(onShop))
	require.NoError(t, err)
	require.NotContains(t, draft.Content, "KEEP")
	require.True(t, hasRule(draft.Report, "lost_tables"))
	require.True(t, draft.Report.HoldsBack())
}

func TestAnAnswerOfMarksAloneIsNoText(t *testing.T) {
	only := "[[KEEP 1]]\n\n[[KEEP 2]]"
	_, _, err := writing.New(nil).Draft(t.Context(), saying(only, only), describing(onShop))
	require.Equal(t, galley.CodeWriterReply, galley.CodeOf(err))
}

func TestMarksInATextWithoutBlocksAreDropped(t *testing.T) {
	draft, _, err := writing.New(nil).Draft(t.Context(), saying("<p>A desk lamp of oak.</p>[[KEEP 1: size table, 6 rows]]"), describing("<p>A lamp.</p>"))
	require.NoError(t, err)
	require.Equal(t, "<p>A desk lamp of oak.</p>", draft.Content)
}

// Regenerating shows the model its draft with marks, not the bytes of blocks.
func TestPreviousDraftIsShownWithMarks(t *testing.T) {
	req := describing(onShop)
	req.Note, req.Previous = "Warmer.", "<style>.chart{}</style><p>An oak lamp.</p>"+chart+player
	w := saying("<p>A warm lamp of oak.</p>[[KEEP 1]][[KEEP 2]]")
	draft, _, err := writing.New(nil).Draft(t.Context(), w, req)
	require.NoError(t, err)
	require.Equal(t, "<p>An oak lamp.</p>[[KEEP 1: size table, 2 rows]][[KEEP 2: video]]", w.asked[0].Previous)
	require.Equal(t, "<style>.chart{}</style><p>A warm lamp of oak.</p>"+chart+player, draft.Content)
}

func TestTemplateWriterKeepsBlocks(t *testing.T) {
	req := describing(onShop + `<p>Soft <img src="i.png" srcset="i2.png 2x"> light.</p><h6>Care</h6><p>Dust it.</p><!-- split -->`)
	var texts []string
	for range 2 {
		draft, _, err := writing.New(nil).Draft(t.Context(), templatewriter.New(), req)
		require.NoError(t, err)
		for _, kept := range []string{"<style>.chart{}</style>", chart, player, `<img src="i.png" srcset="i2.png 2x">`, "<h6>Care</h6>", "<!-- split -->"} {
			require.Contains(t, draft.Content, kept)
		}
		require.NotContains(t, draft.Content, "KEEP")
		require.False(t, draft.Report.HoldsBack(), "%v", draft.Report.Warnings)
		texts = append(texts, draft.Content)
		req.Note, req.Previous = "Another.", draft.Content
	}
	require.NotEqual(t, texts[0], texts[1])
}
