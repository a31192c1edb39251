package writing

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"galley/backend/admission"
	"galley/backend/blocks"
	"galley/backend/checks"
	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// faultKind grades the faults of an answer.
type faultKind int

const (
	sound   faultKind = iota
	advised           // longer than is good: usable, with a warning
	held              // with a warning that holds: usable
	lossy             // without parts of the shop's text: usable, with a warning that holds
	refused           // Shopify would not take it
	noCopy            // a refusal, thinking, an echo: see admission
	empty
)

type fault struct {
	kind   faultKind
	reason string           // for the writer
	said   messages.Message // for the person, if the answer cannot be used
}

// findFault checks emptiness and lengths: models do not hold to limits that an
// answer's schema names. Words is the content without the blocks of the shop's
// text.
func findFault(f galley.Field, profile galley.Profile, words, content string) fault {
	if words == "" {
		return fault{empty, "There was no text. Write the " + f.Label() + ".", messages.AnswerEmpty}
	}
	size := utf8.RuneCountInString(content)
	if f.IsHTML() {
		size = len(content)
	}
	if limit := f.Limit(); limit > 0 && size > limit {
		return tooLong(refused, size, limit, f)
	}
	if most := fieldParts[f].advised; most > 0 && size > most {
		return tooLong(advised, size, most, f)
	}
	if width, most := checks.PixelWidth(content), fieldParts[f].width; most > 0 && width > most {
		return fault{advised, fmt.Sprintf("That is too wide: %d pixels, and %d fit. Write it again about %d characters shorter.",
			width, most, 1+(width-most)/averageWidth), messages.Message{}}
	}
	return offProfile(f, profile, words)
}

// findMissing checks that all blocks of the shop's text have their place.
func findMissing(missing []blocks.Block) fault {
	if len(missing) == 0 {
		return fault{}
	}
	return fault{kind: lossy, reason: "That left out " + blocks.List(missing) + ". Write the text again, with each mark of the text on the shop once, on a line of its own."}
}

// offProfile names what the shop's profile does not want, all of it at once: the
// answer is asked for only once more.
func offProfile(f galley.Field, profile galley.Profile, content string) fault {
	var wrong []string
	if words := checks.ForbiddenWords(profile, f, content); len(words) > 0 {
		wrong = append(wrong, "It has words that this shop never uses: "+quoted(words)+". Write it again without them.")
	}
	want := checks.LengthRange(profile.Length(f)) + " " + checks.LengthUnit(f)
	switch n, short, long := checks.OffLength(profile, f, content); {
	case short:
		wrong = append(wrong, fmt.Sprintf("It is too short: %d %s, and this shop wants %s. Say more of what the data has; add nothing that it has not.", n, checks.LengthUnit(f), want))
	case long:
		wrong = append(wrong, fmt.Sprintf("It is too long: %d %s, and this shop wants %s.", n, checks.LengthUnit(f), want))
	}
	if len(wrong) == 0 {
		return fault{}
	}
	return fault{kind: advised, reason: strings.Join(wrong, " ")}
}

func quoted(words []string) string { return "“" + strings.Join(words, "”, “") + "”" }

// judge asks whether the answer is copy at all.
func judge(req galley.WriteRequest, a answer, facts string, saw bool) fault {
	original := req.Original
	if req.Field.IsHTML() && !original.Null {
		original = galley.Text(blocks.WithoutTokens(blocks.Cut(original.Text).Text))
	}
	found, bad := admission.Judge(admission.Answer{
		Subject: req.Subject, Field: req.Field, Raw: a.raw, Content: a.words, Original: original, SawPicture: saw,
		Rules: ownWords(req), Examples: exampleNames, Data: facts, Instructions: req.Profile.Language + "\n" + req.Instructions + "\n" + req.Note,
	})
	if !bad || found.Kind == admission.TooShort && a.reply.PromptCut {
		return fault{} // little is all that can come of a question of which little was read: the draft is held, and says so
	}
	return fault{noCopy, found.Reason, found.Said}
}

// ownWords of the prompt: no draft repeats them.
func ownWords(req galley.WriteRequest) string {
	if req.Profile.IsEmpty() {
		return rulesFor(req.Field)
	}
	return rulesFor(req.Field) + "\n" + craft
}

// averageWidth of a character in a search result's title, in pixels.
const averageWidth = 10

func tooLong(kind faultKind, size, most int, f galley.Field) fault {
	unit, said := "characters", messages.AnswerTooLong(size, most)
	if f.IsHTML() {
		unit, said = "bytes", messages.AnswerTooLarge(size, most)
	}
	return fault{kind, fmt.Sprintf("That is too long: %d %s, and the limit is %d. Write it again, shorter.", size, unit, most), said}
}
