package checks_test

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/checks"
	"galley/backend/galley"
)

// percentIn is the percentage that a rule shows, false where it shows something else.
func percentIn(r *galley.Rule) (float64, bool) {
	shown, found := strings.CutSuffix(r.Measured.String(), " %")
	if !found {
		return 0, false
	}
	value, err := strconv.ParseFloat(shown, 64)
	return value, err == nil
}

// What a person reads beside a rule agrees with its verdict.
func TestDensityThatIsShownAgreesWithItsVerdict(t *testing.T) {
	for _, phrase := range []string{"lamp", "brass lamp", "brass reading lamp dimmer"} {
		for words := 100; words < 700; words += 37 {
			for mentions := 1; mentions < 14; mentions++ {
				r := ruleOf(t, checks.Run(checks.Text{
					Field: galley.FieldDescription, Keyphrase: phrase, Content: mentionsIn(words, mentions, phrase),
				}), "keyphrase_density")
				require.NotNil(t, r)
				name := fmt.Sprintf("%q %d times in %d words: %s, %s", phrase, mentions, words, r.Measured, r.Verdict)
				shown, isPercent := percentIn(r)
				if !isPercent {
					require.Contains(t, r.Measured.String(), "time", name)
					require.LessOrEqual(t, mentions, 2, name)
					continue
				}
				require.Equal(t, shown >= 0.5 && shown <= 3, r.Verdict == galley.VerdictGood, name)
			}
		}
	}
}

func TestShareThatIsShownAgreesWithItsVerdict(t *testing.T) {
	long := strings.Repeat("lamp ", 21) + "glows. "
	for all := 1; all < 90; all++ {
		for n := range min(all, 30) {
			text := strings.Repeat(long, n) + strings.Repeat("The lamp glows. ", all-n)
			r := ruleOf(t, checks.Run(checks.Text{Field: galley.FieldDescription, Content: "<p>" + text + "</p>"}), "sentence_length")
			require.NotNil(t, r)
			shown, isPercent := percentIn(r)
			require.True(t, isPercent)
			want := galley.VerdictPoor
			switch {
			case shown <= 20:
				want = galley.VerdictGood
			case shown <= 25:
				want = galley.VerdictFair
			}
			require.Equal(t, want, r.Verdict, "%d of %d: %s", n, all, r.Measured)
		}
	}
}
