package sameness_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/sameness"
)

// Prints are stored: what was written by one version must be read by the next, or
// be refused.
func TestPrintsComeBackFromTheirBytes(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	for n := range 40 {
		p := sameness.PrintOf(text(randomWords(r, n), "w1"))
		got, ok := sameness.ParsePrint(p.Bytes())
		require.True(t, ok)
		require.Equal(t, p, got)
	}
	for _, broken := range [][]byte{nil, {}, {9, 1}, make([]byte, 9), make([]byte, 500)} {
		_, ok := sameness.ParsePrint(broken)
		require.False(t, ok)
	}
}

// The hash of a word may not change: stored prints would match nothing.
func TestPrintIsTheSameInEveryProcess(t *testing.T) {
	require.Equal(t, sameness.PrintOf(text("A lamp of oak")).Key(), sameness.PrintOf(text("a LAMP, of oak!")).Key())
	require.Equal(t, uint64(0xbf1d1f5a01f101ce), sameness.PrintOf(text("A lamp of oak")).Key())
}

func TestFiguresDoNotTellTextsApart(t *testing.T) {
	size := "The wall is 18 mm thick, so roots stay cool in summer, and it holds 14 litres of compost."
	other := "The wall is 22 mm thick, so roots stay cool in summer, and it holds 38 litres of compost."
	require.Equal(t, [][]int{{0, 1}}, find(sameness.Near, text(size), text(other)))
	require.Empty(t, find(sameness.Equal, text("Planter 30 cm"), text("Planter 45 cm")), "titles that name a size do not collide")
}

func TestEndings(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 10))
	var texts []sameness.Text
	for range 5 {
		texts = append(texts, text(randomWords(r, 30)))
	}
	for range 4 {
		texts = append(texts, text(randomWords(r, 30)+" for years to come."))
	}
	require.Equal(t, [][]int{{5, 6, 7, 8}}, find(sameness.Ending, texts...))
	words, from := sameness.Last(texts[8].Words, 4)
	require.Equal(t, "for years to come", words)
	require.Equal(t, "for years to come.", texts[8].Words[from:])
}

// A short opening is common in good copy, so it has to be that of many.
func TestShortOpeningsHaveToBeMany(t *testing.T) {
	r := rand.New(rand.NewPCG(11, 12))
	starts := func(n int, start string) [][]int {
		var texts []sameness.Text
		for i := range 100 {
			words := randomWords(r, 30)
			if i < n {
				words = start + " " + words
			}
			texts = append(texts, text(words, "Hesper"))
		}
		return find(sameness.Opening, texts...)
	}
	for _, c := range []struct {
		start string
		least int
	}{{"Made from recycled", 3}, {"Discover our", 8}, {"Introducing", 25}, {"Meet the Hesper", 8}} {
		require.Empty(t, starts(c.least-1, c.start), c.start)
		require.Len(t, starts(c.least, c.start), 1, c.start)
	}
	require.Empty(t, starts(100, "The Hesper"), "an article and the name are no opening")
}

// One draft that begins as a tenth of the shop's texts follows its habit; a few
// texts of a large shop are none.
func TestADraftFollowsAHabitOfTheShop(t *testing.T) {
	r := rand.New(rand.NewPCG(13, 14))
	for _, c := range []struct{ live, groups int }{{8, 0}, {12, 1}} {
		f := sameness.NewFinder()
		for i := range 100 {
			words := randomWords(r, 30)
			if i < c.live {
				words = "Get to know " + words
			}
			f.AddPrint(sameness.PrintOf(text(words)), false)
		}
		f.AddPrint(sameness.PrintOf(text("Get to know "+randomWords(r, 30))), true)
		require.Len(t, f.Groups(), c.groups)
	}
}

// What a stream lets pass is free of groups, but for texts that later ones are
// alike with.
func TestStreamFindsWhatTheFinderFinds(t *testing.T) {
	s := sameness.NewStream()
	add := func(words, name string) bool { return s.Add(sameness.PrintOf(text(words, name)), true) }
	require.False(t, add(oak, "Hesper lamp"))
	require.False(t, add(mug, ""))
	require.True(t, add(brindle, "Brindle lamp"), "nearly the same")
	require.True(t, add(mug+"!", ""), "equal")
	require.False(t, add("", ""))
	require.False(t, add("", ""), "two empty texts are not alike")
	r := rand.New(rand.NewPCG(15, 16))
	var held []bool
	for range 4 {
		held = append(held, add("Get to know this: "+randomWords(r, 40), ""))
	}
	require.Equal(t, []bool{false, false, true, true}, held)
}

func TestPercentSaysHowMuchIsAlike(t *testing.T) {
	words := strings.Fields(oak)
	words[10] = "plum"
	groups := groupsOf([]sameness.Text{text(oak), text(strings.Join(words, " "))})
	require.Len(t, groups, 1)
	require.InDelta(t, 98, groups[0].Least, 4)
	require.Equal(t, groups[0].Least, groups[0].Most)
}

// What an edit takes among a hundred thousand stored prints: they are read and
// grouped again.
func BenchmarkGroupAHundredThousandPrints(b *testing.B) {
	r := rand.New(rand.NewPCG(17, 18))
	stored := make([][]byte, 100_000)
	for i := range stored {
		stored[i] = sameness.PrintOf(text(randomWords(r, 30))).Bytes()
	}
	for b.Loop() {
		f := sameness.NewFinder()
		for i, raw := range stored {
			p, _ := sameness.ParsePrint(raw)
			f.AddPrint(p, i < 1000)
		}
		f.Groups()
	}
}
