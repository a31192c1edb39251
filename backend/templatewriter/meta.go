package templatewriter

import (
	"slices"
	"strings"
	"unicode/utf8"

	"galley/backend/checks"
	"galley/backend/galley"
	"galley/backend/markup"
)

// metaDescriptions begin differently and then take the shop's sentences,
// choices, details and tags, as many as fit. One sentence without a fact may
// fill up a short one.
func metaDescriptions(k knowledge) []string {
	k.title = shorten(k.title, func(s string) bool { return utf8.RuneCountInString(s) <= longestName })
	var list []string
	for i, lead := range metaLeads(k) {
		list = append(list, fillMeta(lead, metaFacts(k, i), k.english))
	}
	return list
}

// longestName leaves room for facts beside a long title.
const longestName = 90

func metaLeads(k knowledge) []string {
	vendor := k.shortVendor()
	if !k.english {
		return []string{
			endSentence(join(" – ", k.title, vendor)),
			endSentence(join(": ", vendor, k.title)),
		}
	}
	return []string{
		endSentence(k.title + prefixed(" by ", vendor)),
		endSentence(k.title + prefixed(" from ", vendor) + ", in detail"),
		endSentence("Take a closer look at " + k.title + prefixed(" by ", vendor)),
		endSentence(join(": ", vendor, k.title)),
	}
}

func metaFacts(k knowledge, wording int) []string {
	facts := k.othersSentences()
	for _, o := range k.options {
		facts = append(facts, choice(o, wording, k.english))
	}
	for _, d := range k.details {
		facts = append(facts, endSentence(d.Name+": "+d.Value))
	}
	if k.kind != "" && k.english {
		facts = append(facts, endSentence("Listed under "+k.kind))
	}
	return append(facts, tagSentence(k, wording)...)
}

// othersSentences are the shop's, without additions by an earlier draft of this
// writer.
func (k knowledge) othersSentences() []string {
	mine := ownWords(k)
	return slices.DeleteFunc(slices.Clone(k.sentences), func(s string) bool {
		return mine[s] || mine[strings.TrimSuffix(s, ".")]
	})
}

var fillers = []string{
	"Details and choices are on the product page.",
	"See the product page for all details.",
	"More on the product page.",
}

func fillMeta(lead string, facts []string, english bool) string {
	text := lead
	for _, fact := range facts {
		if strings.Contains(text, fact) {
			continue
		}
		if next := text + " " + fact; fitsMeta(next) {
			text = next
		} else if clause := clauseOf(fact, checks.MaxMeta-utf8.RuneCountInString(text)-1); clause != "" && isShort(text) {
			text += " " + clause
		}
	}
	for _, filler := range fillers {
		if next := text + " " + filler; english && isShort(text) && fitsMeta(next) {
			return next
		}
	}
	return text
}

func isShort(text string) bool  { return utf8.RuneCountInString(text) < checks.MinMeta }
func fitsMeta(text string) bool { return utf8.RuneCountInString(text) <= checks.MaxMeta }

// clauseOf is the beginning of a sentence up to its last comma or semicolon
// within the limit; never a fragment cut in mid-thought ("gold" of "gold
// plated").
func clauseOf(sentence string, most int) string {
	const fewestWords = 4
	for {
		at := max(strings.LastIndex(sentence, ", "), strings.LastIndex(sentence, "; "))
		if at < 0 {
			return ""
		}
		sentence = strings.TrimSpace(sentence[:at])
		clause := endSentence(sentence)
		if utf8.RuneCountInString(clause) <= most && markup.WordCount(clause) >= fewestWords {
			return clause
		}
	}
}

// choice lists the values of an option.
func choice(o galley.Option, wording int, english bool) string {
	values := listed(o.Values, "or")
	if !english || len(o.Values) == 1 {
		return endSentence(o.Name + ": " + strings.Join(o.Values, ", "))
	}
	name := lowerFirst(o.Name)
	return endSentence([]string{
		"Choose your " + name + ": " + values,
		"There is a choice of " + name + ": " + values,
		"Pick the " + name + " you need: " + values,
		upperFirst(name) + " to choose from: " + values,
	}[wording%4])
}

// listed joins words as people do. Figures are separated by commas only: "8 or
// 10 cm" would say 8 cm.
func listed(list []string, last string) string {
	n := len(list)
	if n < 2 || strings.ContainsAny(strings.Join(list, ""), "0123456789") {
		return strings.Join(list, ", ")
	}
	return strings.Join(list[:n-1], ", ") + " " + last + " " + list[n-1]
}

func tagSentence(k knowledge, wording int) []string {
	if len(k.tags) == 0 || !k.english {
		return nil
	}
	all := listed(k.tags, "and")
	return []string{endSentence([]string{"Listed with: ", "Filed under: ", "Find more under: ", "Found under: "}[wording%4] + all)}
}
