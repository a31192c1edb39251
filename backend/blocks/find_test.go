package blocks_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/blocks"
)

const (
	sizes  = `<table class="t"><tr><th>Size</th><td>S</td></tr><tr><th>Chest</th><td>96</td></tr></table>`
	video  = `<iframe src="https://www.youtube.com/embed/1"></iframe>`
	prose  = "<p>A jacket for wet days with a hood that folds away.</p>"
	prose2 = "<p>Its seams are taped, and its cuffs close tightly.</p>"
)

func TestFind(t *testing.T) {
	page := blocks.Cut(prose + sizes + prose2 + video + prose2 + sizes)
	require.Len(t, page.Blocks, 3)
	text := "<p>New.</p>" + video + sizes
	spans := page.Find(text)
	require.Equal(t, sizes, spans[0].Of(text))
	require.Equal(t, video, spans[1].Of(text))
	require.Zero(t, spans[2], "a text with one table has one of the two")
	for i, at := range page.Find(page.Original()) {
		require.Equal(t, page.Blocks[i].Raw, at.Of(page.Original()))
	}
}

func TestRestore(t *testing.T) {
	for _, c := range []struct {
		name, original, text, want string
		number                     int
	}{
		{"before the next one", prose + sizes + prose2 + video, "<p>New.</p>" + video + "<p>Last.</p>", "<p>New.</p>" + sizes + video + "<p>Last.</p>", 1},
		{"at the end", prose + sizes + prose2 + video, sizes + "<p>New.</p>", sizes + "<p>New.</p>" + video, 2},
		{"within the container", "<div class=\"rte\">" + prose + sizes + "</div>", "<div class=\"rte\"><p>New.</p></div>", "<div class=\"rte\"><p>New.</p>" + sizes + "</div>", 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			page := blocks.Cut(c.original)
			got, ok := page.Restore(c.text, c.number)
			require.True(t, ok)
			require.Equal(t, c.want, got)
			_, again := page.Restore(got, c.number)
			require.False(t, again, "it is there")
		})
	}
	_, ok := blocks.Cut(prose).Restore("<p>New.</p>", 1)
	require.False(t, ok, "no such block")
}

// FuzzRestore: all that a text lost can be put back, and all of it is in place then.
func FuzzRestore(f *testing.F) {
	f.Add(prose+sizes+prose2+video, "<p>New.</p>")
	f.Add("<div class=\"rte\">"+prose+sizes+"</div>", "<div class=\"rte\"><p>New.</p></div>")
	f.Add(prose+"<hr>"+prose2+"<details><summary>Care</summary><hr></details>", "<hr>")
	f.Fuzz(func(t *testing.T, original, text string) {
		page := blocks.Cut(original)
		for _, b := range page.Blocks {
			restored, ok := page.Restore(text, b.Number)
			require.Contains(t, restored, b.Raw)
			if ok {
				require.Len(t, restored, len(text)+len(b.Raw), "nothing else changes")
			}
			text = restored
		}
	})
}
