package sameness_test

import (
	"fmt"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/sameness"
)

func groupsOf(texts []sameness.Text) []sameness.Group {
	f := sameness.NewFinder()
	for _, t := range texts {
		f.Add(t)
	}
	return f.Groups()
}

func find(kind sameness.Kind, texts ...sameness.Text) [][]int {
	var found [][]int
	for _, g := range groupsOf(texts) {
		if g.Kind == kind {
			found = append(found, g.Members)
		}
	}
	return found
}

func text(words string, name ...string) sameness.Text {
	return sameness.Text{Words: words, Name: strings.Join(name, " ")}
}

const (
	oak     = "The Hesper lamp is turned from solid oak, so its grain shows on every side. The linen shade softens the light for reading, and the cord is long enough to reach behind a bed. Its foot is weighted, because a desk is a busy place."
	brindle = "The Brindle lamp is turned from solid oak, so its grain shows on every side. The linen shade softens the light for reading, and the cord is long enough to reach behind a sofa. Its foot is weighted, because a desk is a busy place."
	mug     = "Two hands fit around this mug, which keeps coffee warm through a long meeting. Stoneware takes the dishwasher well. Four of them stack without scraping, thanks to a bare ring under the foot and a rim that is slightly wider."
)

func TestNearDuplicates(t *testing.T) {
	require.Equal(t, [][]int{{0, 2}}, find(sameness.Near, text(oak, "Hesper lamp"), text(mug), text(brindle, "Brindle lamp")))
	require.Empty(t, find(sameness.Near, text(oak), text(oak)), "the same text is a group of its own kind")
	require.Equal(t, [][]int{{0, 1}}, find(sameness.Equal, text(oak), text(strings.ToUpper(oak))))
	require.Empty(t, groupsOf(nil))
}

// Texts that are nearly the same begin and end alike too: that is one group.
func TestANearGroupIsOneGroup(t *testing.T) {
	var texts []sameness.Text
	for _, size := range []string{"a loaf", "two loaves", "a whole ham"} {
		texts = append(texts, text("Cut from one plank of beech and oiled twice, the board takes "+size+". The groove along its edge keeps crumbs off the table. Wipe it with a damp cloth.", "Rowan board"))
	}
	groups := groupsOf(texts)
	require.Len(t, groups, 1)
	require.Equal(t, sameness.Near, groups[0].Kind)
	groups = groupsOf(append(texts, text("Cut from one plank of ash, a spoon that is as long as a forearm and fits the deepest pot in the kitchen.", "Ash spoon")))
	require.Len(t, groups, 2, "one more begins so")
	require.Equal(t, sameness.Opening, groups[0].Kind)
}

// A template of which only the names differ is found, though a name is in every
// sentence.
func TestNamesDoNotHideATemplate(t *testing.T) {
	var texts []sameness.Text
	for _, name := range []string{"Hesper", "Ardent", "Quill", "Morrow"} {
		texts = append(texts, text(strings.ReplaceAll("Meet # today. # suits any desk. You will like # because # lasts. Give # to a friend, and # will please.", "#", name), name))
	}
	require.Equal(t, [][]int{{0, 1, 2, 3}}, find(sameness.Near, texts...))
}

func TestColliding(t *testing.T) {
	require.Equal(t, [][]int{{0, 2}}, find(sameness.Equal, text("Oak lamp | Aldermill"), text("Oak lamp, large | Aldermill"), text("OAK LAMP – Aldermill")))
	require.Equal(t, [][]int{{0, 1}}, find(sameness.Equal, text("木のランプ。"), text("木のランプ")))
	require.Empty(t, groupsOf([]sameness.Text{text(""), text(""), text(" !"), text("?")}))
}

func TestOpenings(t *testing.T) {
	var texts []sameness.Text
	for i, start := range []string{"Get to know the #, ", "Get to know # here: ", "get to know this #: ", "The # is ", "The # has ", "The # comes "} {
		name := []string{"Hesper", "Ardent", "Quill", "Morrow", "Tarn", "Vale"}[i]
		rest := strings.Fields(mug)
		texts = append(texts, text(strings.ReplaceAll(start, "#", name)+strings.Join(rest[i*5:i*5+12], " "), name))
	}
	var groups []sameness.Group
	for _, g := range groupsOf(texts) {
		if g.Kind == sameness.Opening {
			groups = append(groups, g)
		}
	}
	require.Equal(t, []sameness.Group{{Kind: sameness.Opening, Span: 3, Members: []int{0, 1, 2}}}, groups)
}

// Texts that are written freely about different things are in no group.
func TestDifferentTextsAreInNoGroup(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	var texts []sameness.Text
	for range 2000 {
		texts = append(texts, text(randomWords(r, 60)))
	}
	require.Empty(t, groupsOf(texts))
}

// How near: of texts with a part of their words replaced, nearly all with little
// replaced are found and nearly none with much replaced.
func TestNearnessByShareOfChangedWords(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	share := func(changed float64) float64 {
		found := 0
		const tries = 300
		for range tries {
			a := strings.Fields(randomWords(r, 120))
			b := slices.Clone(a)
			for range int(changed * float64(len(b))) {
				b[r.IntN(len(b))] = fmt.Sprint("x", r.IntN(1e9))
			}
			found += len(find(sameness.Near, text(strings.Join(a, " ")), text(strings.Join(b, " "))))
		}
		return float64(found) / tries
	}
	require.Greater(t, share(0.05), 0.98)
	require.Less(t, share(0.30), 0.05)
}

func randomWords(r *rand.Rand, n int) string {
	words := make([]string, n)
	for i := range words {
		words[i] = fmt.Sprint("w", r.IntN(3000))
	}
	return strings.Join(words, " ")
}

// A hundred thousand descriptions of a shop, some of them alike. Texts are made
// as they are added, so that the memory is the finder's.
func BenchmarkFindAmongAHundredThousand(b *testing.B) {
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	for b.Loop() {
		r := rand.New(rand.NewPCG(5, 6))
		f, last := sameness.NewFinder(), ""
		for i := range 100_000 {
			words := randomWords(r, 150)
			if i%50 == 1 {
				words = last + " again"
			}
			f.Add(text(words, "w1"))
			last = words
		}
		if got := len(f.Groups()); got != 2000 {
			b.Fatal(got)
		}
	}
	runtime.ReadMemStats(&after)
	b.ReportMetric(float64(after.Sys-before.Sys)/(1<<20), "MB-from-system")
}
