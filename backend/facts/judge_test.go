package facts_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/facts"
	"galley/backend/language"
)

// hose is a product with facts of each kind.
func hose() []facts.Source {
	return []facts.Source{
		{Kind: facts.FromTitle, Text: "Meadow Garden Hose"},
		{Kind: facts.FromType, Text: "Garden tools"},
		{Kind: facts.FromTag, Text: "MARKET_USA"},
		{Kind: facts.FromOption, Name: "Length", Text: "15 m"},
		{Kind: facts.FromOption, Name: "Length", Text: "25 m"},
		{Kind: facts.FromMetafield, Name: "Bursting pressure", Text: "24 bar"},
		{Kind: facts.FromMetafield, Name: "Weight (kg)", Text: "3.2"},
		{Kind: facts.FromText, HTML: true, Text: "<p>A green hose of natural rubber, made in Portugal. Frost proof, free of phthalates. The nozzle of brass has two settings. 5-year guarantee.</p>"},
	}
}

// grades are the claims of a text by their words.
func grades(sources []facts.Source, text string, lang language.Code) map[string]facts.Grade {
	found := map[string]facts.Grade{}
	for _, c := range facts.SheetOf(sources, lang).Judge(text, lang) {
		found[c.Of(text)] = c.Grade
	}
	return found
}

func TestIncludedContradictsNotIncluded(t *testing.T) {
	clock := []facts.Source{{Kind: facts.FromText, Text: "Wall clock that runs on one AA battery, which is not included."}}
	require.Equal(t, facts.Contradicts, grades(clock, "Battery included.", "en")["Battery included"])
}

func TestJudge(t *testing.T) {
	for _, c := range []struct {
		text, claim string
		grade       facts.Grade
	}{
		{"A hose of 15 m.", "15 m", facts.Supported},
		{"A hose of 1500 cm.", "1500 cm", facts.Supported},
		{"A hose of 30 m.", "30 m", facts.NoSource},
		{"It weighs 3.2 kg.", "3.2 kg", facts.Supported},
		{"It weighs 3,200 grams.", "3,200 grams", facts.Supported},
		{"It weighs 4 kg.", "4 kg", facts.Contradicts},
		{"Made of rubber.", "rubber", facts.Supported},
		{"Made of vinyl.", "vinyl", facts.NoSource},
		{"Made in Portugal.", "Made in Portugal", facts.Supported},
		{"Made in Spain.", "Made in Spain", facts.Contradicts},
		{"Made in the USA.", "Made in the USA", facts.Contradicts},
		{"Phthalate-free.", "Phthalate-free", facts.Supported},
		{"It contains phthalates.", "phthalates", facts.Contradicts},
		{"A five-year guarantee.", "five-year guarantee", facts.Supported},
		{"A ten-year guarantee.", "ten-year guarantee", facts.Contradicts},
		{"Two settings.", "Two settings", facts.Supported},
		{"Three settings.", "Three settings", facts.Contradicts},
	} {
		t.Run(c.text, func(t *testing.T) {
			require.Equal(t, c.grade, grades(hose(), c.text, "en")[c.claim], "%v", grades(hose(), c.text, "en"))
		})
	}
}

// What a text of the product itself says is never a claim without source.
func TestTheProductsOwnSentencesAreSupported(t *testing.T) {
	for _, lang := range facts.Languages {
		for _, source := range hose() {
			if source.Kind != facts.FromText || lang != "en" {
				continue
			}
			for sentence := range strings.SplitSeq(strings.TrimSuffix(strings.TrimPrefix(source.Text, "<p>"), "</p>"), ". ") {
				for words, grade := range grades(hose(), sentence+".", lang) {
					require.Equal(t, facts.Supported, grade, "%s: %s", sentence, words)
				}
			}
		}
	}
}

// More facts never make a supported figure unsupported.
func TestFurtherFactsTakeNoSupportAway(t *testing.T) {
	more := append(hose(), facts.Source{Kind: facts.FromMetafield, Name: "Colour", Text: "Green"},
		facts.Source{Kind: facts.FromMetafield, Name: "Box", Text: "40 cm"})
	for _, text := range []string{"15 m of hose.", "Made in Portugal.", "Two settings.", "Natural rubber."} {
		require.Equal(t, grades(hose(), text, "en"), grades(more, text, "en"), text)
	}
}

func FuzzJudge(f *testing.F) {
	for _, seed := range []string{"A 15 m hose of rubber.", "Made in", "no, not, nor 5-", "100% of the best", "set of", "with of with", "\x00\xff 5 kg", "l'", "6er-Set", "half a litre"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, lang := range facts.Languages {
			sheet := facts.SheetOf(append(hose(), facts.Source{Kind: facts.FromText, Text: text, HTML: true}), lang)
			last := 0
			for _, c := range sheet.Judge(text, lang) {
				if c.Start < last || c.End <= c.Start || c.End > len(text) {
					t.Fatalf("%s, %q: %+v after %d", lang, text, c, last)
				}
				last = c.End
			}
		}
		facts.LostBetween(text, "A hose.")
	})
}

func BenchmarkJudge(b *testing.B) {
	const sentences = "A green hose of natural rubber, 15 m long, for beds and borders. It weighs 3.2 kg, carries 24 bar and comes with a brass nozzle of two settings. Made in Portugal with a five-year guarantee. "
	for _, c := range []struct {
		name  string
		times int
	}{{"sentence", 1}, {"description", 8}, {"64 KB", 64 * 1024 / len(sentences)}, {"512 KB", 512 * 1024 / len(sentences)}} {
		text := strings.Repeat(sentences, c.times)
		b.Run(c.name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				facts.SheetOf(hose(), facts.LanguageOf(text, language.English)).Judge(text, "en")
			}
		})
	}
}

// A year in a text is a statement: when something was made, founded or won.
func TestYears(t *testing.T) {
	for text, grade := range map[string]facts.Grade{
		"Meadow Garden Hose, 2018":   facts.NoSource,
		"Made since 1985.":           facts.NoSource,
		"A design of 1962, by hand.": facts.NoSource,
		"Edition 2021":               facts.Supported,
		"A look of the 1950s.":       "",
		"Model HX-2000":              "",
	} {
		t.Run(text, func(t *testing.T) {
			found := grades(append(hose(), facts.Source{Kind: facts.FromMetafield, Name: "Edition", Text: "2021"}), text, "en")
			year := ""
			for words := range found {
				if strings.ContainsAny(words, "0123456789") {
					year = words
				}
			}
			require.Equal(t, grade, found[year], "%v", found)
		})
	}
}

// Years that the data has before a word, and numbers of norms, are no new years.
func TestYearsOfTheData(t *testing.T) {
	brush := []facts.Source{
		{Kind: facts.FromTitle, Text: "Meadow brush"},
		{Kind: facts.FromText, Text: "Since 1985 we have been making brushes by hand. The 1962 design. EN 1888 certified."},
	}
	for _, text := range []string{"Making brushes since 1985.", "A design of 1962.", "Certified to EN 1888.", "Certified to EN 1888 and more."} {
		for words, grade := range grades(brush, text, "en") {
			require.Equal(t, facts.Supported, grade, "%s: %s", text, words)
		}
	}
	require.Equal(t, facts.Contradicts, grades(brush, "A design of 1971.", "en")["1971"])
}
