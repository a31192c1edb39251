package facts

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/language"
)

// found lists the amounts of a text as "value unit".
func found(text string, lang language.Code) []string {
	var list []string
	for _, a := range amountsInDigits(text, lang) {
		list = append(list, fmt.Sprintf("%g %s", a.values[0], a.unit))
	}
	return list
}

func TestAmountsInDigits(t *testing.T) {
	for _, c := range []struct {
		text string
		lang language.Code
		want []string
	}{
		{"A hose of 15 m.", "en", []string{"15 m"}},
		{"15m long, 19mm wide", "en", []string{"15 m", "19 mm"}},
		{"A .5 in wide nozzle.", "en", []string{"0.5 in"}},
		{"1/2 inch thread", "en", []string{"0.5 in"}},
		{"2 ½ inches", "en", []string{"2.5 in"}},
		{"½ l", "en", []string{"0.5 l"}},
		{"30 × 40 cm", "en", []string{"30 cm", "40 cm"}},
		{"30x40x50cm", "en", []string{"30 cm", "40 cm", "50 cm"}},
		{"10–12 hours", "en", []string{"10 hour", "12 hour"}},
		{"10 bis 12 Stunden", "de", []string{"10 hour", "12 hour"}},
		{"de 2 à 3 kg", "fr", []string{"2 kg", "3 kg"}},
		{"1.500 g", "de", []string{"1.5 g"}},
		{"1,5 kg", "de", []string{"1.5 kg"}},
		{"1,500 ml", "en", []string{"1500 ml"}},
		{"a 5-year promise", "en", []string{"5 year"}},
		{"12\u00a0cm and 5\u202fkg", "en", []string{"12 cm", "5 kg"}},
		{"8 % alcohol", "en", []string{"8 %"}},
		{`a 14" rim`, "en", []string{"14 in"}},
		{`He called it "size 9".`, "en", nil},
		{"14 in the morning", "en", nil},
		{"a 14 in wide rim", "en", []string{"14 in"}},
		{"14in rim", "en", []string{"14 in"}},
		{"model S24 mm", "en", nil},
		{"4 mmm, 3 metresque", "en", nil},
		{"version 1.2.3", "en", nil},
		{"40 M", "en", nil},
		{"60 w", "en", nil},
		{"60W", "en", []string{"60 w"}},
		{"2 x 30 bananas, 4 kg", "en", []string{"4 kg"}},
		{"", "en", nil},
		{"7", "en", nil},
		{"7 ", "en", nil},
		{"×7", "en", nil},
		{".½ kg, .5 kg", "en", []string{"0.5 kg"}},
	} {
		t.Run(c.text, func(t *testing.T) { require.Equal(t, c.want, found(c.text, c.lang)) })
	}
}

// A figure says the same in any place, and a space before its unit does
// not matter.
func TestAmountsDoNotDependOnWhatIsAround(t *testing.T) {
	for _, figure := range []string{"15 m", "30 × 40 cm", "1.8 kg", "½ l", "10–12 hours", "5 %"} {
		alone := found(figure, "en")
		require.NotEmpty(t, alone, figure)
		for _, frame := range []string{"%s", "It is %s, and new.", "(%s)", "x\n%s\ny", "“%s”", "A: %s; B"} {
			require.Equal(t, alone, found(fmt.Sprintf(frame, figure), "en"), frame)
		}
		require.Equal(t, append(alone, alone...), found(figure+". "+figure, "en"))
	}
}

func FuzzAmounts(f *testing.F) {
	for _, seed := range []string{"30 × 40 cm", `14" "x`, "½½½", "1.2,3.4 kg", "5-", "7 to 8 to", ".5", "\xff5 m", ".½ kg", "5 \u00a0m", "9 ° c"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, lang := range []language.Code{"en", "de"} {
			last := 0
			for _, a := range amountsInDigits(text, lang) {
				if a.Start < last || a.End <= a.Start || a.End > len(text) || a.unit == "" || len(a.values) == 0 {
					t.Fatalf("%q: %+v", text, a)
				}
				last = a.Start
				if !strings.ContainsAny(a.Of(text), "0123456789"+fractionSigns) {
					t.Fatalf("%q has no digit", a.Of(text))
				}
			}
		}
	})
}

// Every phrase of the grammars is a text that can be judged, alone and at the end.
func TestEveryPhraseOfGrammarCanBeJudged(t *testing.T) {
	sheet := SheetOf([]Source{{Kind: FromTitle, Text: "Lantern"}}, "")
	for lang, lex := range lexicons() {
		for _, list := range lex.grammar.phrases {
			for _, phrases := range list.byFirst {
				for _, phrase := range phrases {
					text := strings.Join(phrase, " ")
					require.NotPanics(t, func() { sheet.Judge(text, lang) }, text)
					require.NotPanics(t, func() { sheet.Judge("Lantern "+text+".", lang) }, text)
				}
			}
		}
	}
}
