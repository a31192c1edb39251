package checks_test

import (
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/checks"
	"galley/backend/galley"
	"galley/backend/markup"
)

// Drafts made of the data of all kept products, whose truth is known without a person: each
// sentence and row as it is, rows with another's value, sentences with a denial put in or
// taken out. Of sentences with a denial or a value too many, the change may also be one that
// makes no sense, and is missed; the shares are by the kinds below.

var (
	sentenceEnd = regexp.MustCompile(`([.!?])\s+`)
	denial      = regexp.MustCompile(`(?i)\b(not|no|never|without|cannot|don['’]t|isn['’]t)\b`)
	takenOut    = []struct{ word, by string }{
		{" is not ", " is "}, {" are not ", " are "}, {" can not ", " can "}, {" cannot ", " can "}, {" will not ", " will "}, {" does not ", " does "},
		{"Do not ", "Always "}, {"Never ", "Always "}, {" never ", " always "}, {" without ", " with "}, {"Without ", "With "}, {"No ", "With "}, {" no ", " a "}, {" not ", " "}, {"Not ", ""},
	}
	putIn = []struct{ word, by string }{
		{" is ", " is not "}, {" are ", " are not "}, {" can ", " cannot "}, {" includes ", " does not include "}, {" with ", " without "}, {"With ", "Without "},
		{" has ", " has no "}, {" fits ", " does not fit "}, {" works ", " does not work "}, {" comes ", " does not come "},
	}
)

// madeUp are drafts of a product by their kinds.
type madeUp map[string][]string

func madeOf(p galley.Product) madeUp {
	drafts := madeUp{}
	for line := range strings.Lines(sentenceEnd.ReplaceAllString(markup.VisibleText(p.DescriptionHTML), "$1\n")) {
		sentence := strings.TrimSpace(line)
		if len(strings.Fields(sentence)) < 3 || !strings.HasSuffix(sentence, ".") {
			continue
		}
		drafts["sentence"] = append(drafts["sentence"], sentence)
		drafts["sentence, no quotation"] = append(drafts["sentence, no quotation"], notQuoted(sentence))
		kind, changes := "denial put in", putIn
		if denial.MatchString(sentence) {
			kind, changes = "denial taken out", takenOut
		}
		for _, change := range changes {
			if other := strings.Replace(sentence, change.word, change.by, 1); other != sentence {
				drafts[kind] = append(drafts[kind], other)
				break
			}
		}
	}
	for i, m := range p.Metafields {
		drafts["row"] = append(drafts["row"], m.Name+": "+m.Value+".")
		drafts["row, no quotation"] = append(drafts["row, no quotation"], notQuoted(m.Name+": "+m.Value+"."))
		if other := p.Metafields[(i+1)%len(p.Metafields)]; other.Value != m.Value {
			drafts["row with another's value"] = append(drafts["row with another's value"], m.Name+": "+other.Value+".")
		}
	}
	return drafts
}

// notQuoted is a sentence of the data with a word before it, so that it is read as any other
// and not passed as a quotation.
func notQuoted(sentence string) string { return "NB: " + sentence }

func isClaimHeld(p galley.Product, sentence string) bool {
	report := checks.Run(checks.Text{Field: galley.FieldMetaDescription, Content: sentence, Subject: p.Subject()})
	for _, w := range report.Warnings {
		if strings.HasPrefix(w.Rule, "claim_") && w.Severity == galley.SeverityHold {
			return true
		}
	}
	return false
}

func TestDataAsItIsAndChanged(t *testing.T) {
	counts := map[string]struct{ held, of int }{}
	for _, p := range readProducts(t, filepath.Join("testdata", "claims")) {
		for kind, list := range madeOf(p) {
			for _, sentence := range list {
				held := isClaimHeld(p, sentence)
				c := counts[kind]
				c.held, c.of = c.held+toInt(held), c.of+1
				counts[kind] = c
				isTrue := strings.HasPrefix(kind, "sentence") || kind == "row" || kind == "row, no quotation"
				if held == isTrue {
					t.Logf("%s, %s: %s", kind, p.Handle, sentence)
				}
			}
		}
	}
	for kind, c := range counts {
		t.Logf("%s: %d of %d held", kind, c.held, c.of)
	}
	for _, kind := range []string{"sentence", "row"} {
		require.Positive(t, counts[kind].of)
		require.Zero(t, counts[kind].held, "what the data says word for word is never held: %s", kind)
	}
	for kind, most := range map[string]float64{"sentence, no quotation": 0.008, "row, no quotation": 0.02} {
		require.Positive(t, counts[kind].of)
		require.LessOrEqual(t, share(counts[kind].held, counts[kind].of), most, kind)
	}
	for kind, least := range map[string]float64{"row with another's value": 0.7, "denial taken out": 0.9, "denial put in": 0.9} {
		require.Greater(t, share(counts[kind].held, counts[kind].of), least, kind)
	}
}
