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

// The same last sentence is a line that is there on purpose more often than a habit.
func TestClosings(t *testing.T) {
	r := rand.New(rand.NewPCG(19, 20))
	ending := func(ends ...string) (kinds []sameness.Kind) {
		var texts []sameness.Text
		for _, end := range ends {
			texts = append(texts, text(randomWords(r, 30)+". "+end, "Hesper lamp"))
		}
		for _, g := range groupsOf(texts) {
			kinds = append(kinds, g.Kind)
		}
		return kinds
	}
	for _, c := range []struct {
		what string
		ends []string
		want []sameness.Kind
	}{
		{"sentences that end alike", []string{"Made for years to come.", "It stays for years to come!", "Yours for years to come"}, []sameness.Kind{sameness.Ending}},
		{"one line", []string{"Wipe it with a damp cloth.", "Wipe it with a damp cloth.", "Wipe it with a damp cloth."}, []sameness.Kind{sameness.Closing}},
		{"one line and another", []string{"Wipe it with a damp cloth.", "Wipe it with a damp cloth.", "Clean with a damp cloth."}, []sameness.Kind{sameness.Closing}},
		{"figures", []string{"Wash it at 30 degrees gently.", "Wash by hand or at 40 degrees gently.", "Only at 20 degrees gently."}, []sameness.Kind{sameness.Closing}},
		{"the name", []string{"Read by the Hesper lamp.", "Rest by the Hesper lamp.", "Eat by the Hesper lamp."}, nil},
		{"two", []string{"Made for years to come.", "It stays for years to come.", "Dry it in the shade first."}, nil},
		{"Japanese", []string{"木のぬくもりを毎日の食卓に。", "使うほどに毎日の食卓に。", "白い皿を毎日の食卓に。"}, []sameness.Kind{sameness.Ending}},
	} {
		require.Equal(t, c.want, ending(c.ends...), c.what)
	}
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

// In a stream the first two of a habit go, and a line that is the same each time.
func TestStreamHoldsEndingsThatBecameAHabit(t *testing.T) {
	r := rand.New(rand.NewPCG(21, 22))
	s := sameness.NewStream()
	add := func(end string) bool { return s.Add(sameness.PrintOf(text(randomWords(r, 30)+". "+end)), true) }
	require.False(t, add("Made for years to come."))
	require.False(t, add("It stays for years to come."))
	require.True(t, add("Yours for years to come."))
	for range 5 {
		require.False(t, add("Wipe it with a damp cloth."))
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
