package store_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/unicode/norm"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/store"
	"galley/backend/store/storetest"
)

// Every letter there is becomes what its whole decomposition is without accents and case, wherever it is in a text.
func TestLettersAreFoldedByTheirWholeDecomposition(t *testing.T) {
	for r := range rune(unicode.MaxRune + 1) {
		want := "a"
		for _, part := range norm.NFD.String(string(r)) {
			switch {
			case unicode.Is(unicode.Mn, part):
			case !unicode.IsLetter(part) && !unicode.IsNumber(part) && !unicode.IsMark(part):
				want = strings.TrimSuffix(want, " ") + " "
			default:
				want += string(unicode.ToLower(part))
			}
		}
		want = " " + strings.TrimSuffix(want+"b", " ") + " "
		if got := store.AsWords("A" + string(r) + "B"); got != want {
			require.Equal(t, want, got, "%U", r)
		}
	}
	require.Equal(t, " a b ", store.AsWords("a\xff\xc3b"), "of broken bytes")
	require.Equal(t, " a ", store.AsWords("a\xc3"))
	text := strings.Repeat("Größe für Lampen aus Eiche. ", 100) + "Ламп из дуба"
	fewer := testing.AllocsPerRun(10, func() { store.AsWords(text) })
	require.Less(t, fewer, 30.0, "nothing is allocated for a letter")
}

// longDrafts are sentences of which drafts of 3 KB are made, and a word of each.
var longDrafts = map[string][2]string{
	"English": {"A lamp of oak and linen, made by hand, number #. ", "linen"},
	"German":  {"Größe für Räume: Leuchte aus Eiche, geölt und hübsch, Stück #. ", "hübsch"},
	"Russian": {"Лампа из дуба и льна, сделана вручную, номер #. ", "вручную"},
}

// BenchmarkSearchLongDrafts searches jobs of 1,000 drafts, which are read, and of 4,500, which are looked up unless one of the
// words is rare, each of 3 KB. One in five has a second word.
func BenchmarkSearchLongDrafts(b *testing.B) {
	for language, of := range longDrafts {
		for _, n := range []int{1_000, 4_500} {
			clock := galleytest.NewClock()
			s := storetest.Open(b, clock)
			job := freely(b, s, clock, "Lamps", n)
			allowAllMoves(b, s)
			storetest.Exec(b, s, `UPDATE items SET state = 'generated', revision = 1, content_sha256 = 'x',
				content = replace(?, '#', position) || iif(position % 5 = 0, ' beech', '')`, strings.Repeat(of[0], 3_000/len(of[0])))
			for name, search := range map[string]string{"frequent": of[1], "and none": of[1] + " zirconium", "and one in five": of[1] + " beech"} {
				b.Run(fmt.Sprintf("%s/%d/%s", language, n, name), func(b *testing.B) {
					begun := cpuTime(b)
					for b.Loop() {
						_, err := s.Items(b.Context(), galley.ItemQuery{JobID: job, Filter: galley.FilterAll, Search: search, Limit: 100})
						require.NoError(b, err)
					}
					b.ReportMetric(float64((cpuTime(b)-begun).Microseconds())/1000/float64(b.N), "ms-cpu/op")
				})
			}
		}
	}
}
