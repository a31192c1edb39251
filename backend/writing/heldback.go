package writing

import (
	"slices"
	"strings"

	"galley/backend/checks"
	"galley/backend/galley"
)

// mostNamed is how many words or parts of one kind a repair names.
const mostNamed = 8

// findHeld names what of an answer would hold it back for a person: claims that
// the data contradicts or does not support, and what of the shop's text is gone.
// Parts whose marks are missing are named already, and so are words that the
// shop avoids. What writing again cannot mend, such as a language that claims
// are not checked in, is no fault.
func findHeld(report galley.Report, partsNamed bool) fault {
	var found heldBack
	for _, w := range report.Warnings {
		if w.Severity == galley.SeverityHold {
			found.add(w, partsNamed)
		}
	}
	reasons := found.reasons()
	if len(reasons) == 0 {
		return fault{}
	}
	return fault{kind: held, reason: strings.Join(reasons, " ")}
}

// heldBack is what holds an answer back, in its own words.
type heldBack struct{ wrong, without, lost, parts []string }

func (h *heldBack) add(w galley.Warning, partsNamed bool) {
	switch {
	case w.Grade == galley.GradeContradicts:
		h.wrong = append(h.wrong, againstData(w))
	case w.Grade == galley.GradeNoSource:
		h.without = append(h.without, "“"+w.About+"”")
	case checks.LostKind(galley.WarningKey{Rule: w.Rule, About: w.About}) != "":
		h.lost = append(h.lost, "“"+w.About+"”")
	case isLossOrGain(w.Rule) && !partsNamed:
		h.parts = append(h.parts, strings.TrimSpace(w.Message.String()))
	}
}

// reasons are sentences for the writer, one for each kind and for each part.
func (h *heldBack) reasons() (reasons []string) {
	for _, kind := range []struct {
		words         []string
		before, after string
	}{
		{h.wrong, "It says what the data contradicts: ", ". Say what the data says, or leave it out."},
		{h.without, "It has claims that nothing in the data supports: ", ". Leave them out, and put no other claim in their place."},
		{h.lost, "It leaves out what the text on the shop says and has to stay: ", ". Say it again in full."},
	} {
		if len(kind.words) > 0 {
			reasons = append(reasons, kind.before+once(kind.words)+kind.after)
		}
	}
	slices.Sort(h.parts)
	for _, sentence := range slices.Compact(h.parts) {
		reasons = append(reasons, sentence+" Keep such parts of the text on the shop as they are, and add none.")
	}
	return reasons
}

// againstData are the words of a claim, with what they should be where its source says so.
func againstData(w galley.Warning) string {
	if w.Right != "" {
		return "“" + w.About + "”, where the data has “" + w.Right + "”"
	}
	return "“" + w.About + "”"
}

// isLossOrGain reports whether a rule is about parts of the shop's text that a
// draft dropped, or about links and pictures that it brought along.
func isLossOrGain(rule string) bool {
	return strings.HasPrefix(rule, "lost_") || strings.HasPrefix(rule, "new_")
}

// once lists words, each once and no more than a model can follow.
func once(words []string) string {
	var kept []string
	for _, word := range words {
		if !slices.Contains(kept, word) && len(kept) < mostNamed {
			kept = append(kept, word)
		}
	}
	return strings.Join(kept, ", ")
}

// both are two faults in one repair: each is named once. A fault for which an
// answer cannot be used is named alone.
func both(a, b fault) fault {
	switch {
	case a.kind == sound || b.kind >= refused && b.kind >= a.kind:
		return b
	case b.kind == sound || a.kind >= refused:
		return a
	}
	a.kind, a.reason = max(a.kind, b.kind), a.reason+" "+b.reason
	return a
}
