package writing

import (
	"regexp"
	"strings"

	"galley/backend/admission"
	"galley/backend/galley"
	"galley/backend/markup"
)

var (
	codeFence  = regexp.MustCompile("(?s)^```[a-zA-Z]*[ \t]*\n(.*?)\n?```$")
	markupLike = regexp.MustCompile(`<[a-zA-Z/!][^>]*>|&(?:#\d+|#[xX][0-9a-fA-F]+|[a-zA-Z]+);`)
	blockTags  = regexp.MustCompile(`(?i)<(?:p|h[1-6]|ul|ol|li|table|div|br|section|article)\b`)
	emphasis   = regexp.MustCompile(`(\*\*|__)(\S(?:.*?\S)?)(\*\*|__)`)
	lineStart  = regexp.MustCompile(`^(?:#{1,6}\s+|[-*•]\s+)`)
)

// Clean converts an answer to the format of its field: for a description, safe
// and well-formed HTML that keeps the addresses of the shop's text; for other
// fields one line of plain text, without the markup, labels and quotation marks
// that models add.
func Clean(f galley.Field, text string, original galley.Value) string {
	text = unfence(admission.Visible(text))
	if f.IsHTML() {
		if !blockTags.MatchString(text) {
			text = markup.FromMarkdown(unquote(text))
		}
		return strings.TrimSpace(admission.Visible(markup.SanitizeDraft(text, shown(original))))
	}
	text = admission.Visible(withoutMarkup(text))
	text = strings.Join(strings.Fields(text), " ")
	text = emphasis.ReplaceAllString(text, "$2")
	text = lineStart.ReplaceAllString(text, "")
	return unquote(unlabel(unquote(text), f))
}

// shown returns the text of a value that a customer sees, "" for an unset one.
func shown(v galley.Value) string {
	if v.Null {
		return ""
	}
	return v.Text
}

// maxEscapes is the number of times that markup may have been escaped.
const maxEscapes = 5

// withoutMarkup removes tags and entities, escaped ones too.
func withoutMarkup(text string) string {
	for range maxEscapes {
		if !markupLike.MatchString(text) {
			break
		}
		text = markup.VisibleText(text)
	}
	return text
}

func unfence(text string) string {
	text = strings.TrimSpace(text)
	if m := codeFence.FindStringSubmatch(text); m != nil {
		return strings.TrimSpace(m[1])
	}
	return text
}

// unlabel removes a leading field name: "SEO title: …".
func unlabel(text string, f galley.Field) string {
	label, rest, found := strings.Cut(text, ":")
	if found && strings.EqualFold(strings.TrimSpace(label), f.Label()) && strings.TrimSpace(rest) != "" {
		return strings.TrimSpace(rest)
	}
	return text
}

var quotes = []struct{ open, close string }{{`"`, `"`}, {"'", "'"}, {"“", "”"}, {"„", "“"}, {"«", "»"}, {"‘", "’"}, {"`", "`"}, {"‚", "‘"}, {"‹", "›"}, {"»", "«"}, {"”", "”"}}

// apostrophe is one within a word: "it's".
var apostrophe = regexp.MustCompile(`(\p{L})['’](\p{L})`)

// unquote removes one pair of quotation marks around the whole text. An apostrophe within a word closes none.
func unquote(text string) string {
	for _, q := range quotes {
		inner, opened := strings.CutPrefix(text, q.open)
		inner, closed := strings.CutSuffix(inner, q.close)
		if opened && closed && !strings.ContainsAny(apostrophe.ReplaceAllString(inner, "$1$2"), q.open+q.close) {
			return strings.TrimSpace(inner)
		}
	}
	return text
}
