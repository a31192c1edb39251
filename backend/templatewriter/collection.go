package templatewriter

import (
	"fmt"
	"html"
	"strings"
	"unicode/utf8"

	"galley/backend/checks"
	"galley/backend/galley"
	"galley/backend/markup"
)

// collectionTexts are the texts of a collection: made of its title, its number
// of products and some of their names.
var collectionTexts = map[galley.Role]func(shelf) []string{
	galley.RoleDescription:     collectionDescriptions,
	galley.RoleSEOTitle:        collectionSEOTitles,
	galley.RoleMetaDescription: collectionMetaDescriptions,
}

// shelf is what is known of a collection, tidied.
type shelf struct {
	title   string
	html    string
	count   int
	members []string // titles of some of its products
	english bool
}

// fewMembers are as many names as a sentence holds.
const fewMembers = 4

func shelfOf(c galley.Collection) shelf {
	s := shelf{title: tidyTitle(c.Title), html: c.DescriptionHTML, count: c.ProductCount}
	text := markup.VisibleText(c.DescriptionHTML)
	sample := []string{c.Title}
	for _, p := range c.Products {
		title := tidyTitle(p.Title)
		sample = append(sample, title)
		if title != "" && len(s.members) < fewMembers {
			s.members = append(s.members, title)
		}
	}
	s.english = inEnglish(text, strings.Join(sample, "\n"))
	return s
}

// number is how many products there are, "" if none is known.
func (s shelf) number() string {
	switch {
	case s.count == 1:
		return "1 product"
	case s.count > 1:
		return fmt.Sprintf("%d products", s.count)
	}
	return ""
}

// openings name the collection in its first sentence.
func (s shelf) openings() []string {
	if !s.english {
		return []string{endSentence(s.title)}
	}
	in := prefixed(": ", s.number())
	return []string{
		endSentence("Everything in " + s.title + in),
		endSentence("Take a closer look at " + s.title + in),
		endSentence("On this page you find " + s.title + in),
		endSentence("Get to know " + s.title + in),
	}
}

// examples names some of its products, at most the given number.
func (s shelf) examples(most int) string {
	names := s.members[:min(len(s.members), most)]
	switch {
	case len(names) == 0:
		return ""
	case !s.english:
		return endSentence(strings.Join(names, "; "))
	}
	return endSentence("Among them: " + strings.Join(names, "; "))
}

// collectionDescriptions place an opening before the shop's own text, which is
// kept whole apart from what an earlier draft of this writer added.
func collectionDescriptions(s shelf) []string {
	mine := map[string]bool{s.examples(fewMembers): true}
	for _, opening := range s.openings() {
		mine[opening] = true
		mine[strings.TrimSpace(opening+" "+s.examples(fewMembers))] = true
	}
	body := bodyOf(s.html, mine)
	var list []string
	for _, opening := range s.openings() {
		text := "<p>" + html.EscapeString(strings.TrimSpace(opening+" "+s.examples(fewMembers))) + "</p>" + body
		list = append(list, strings.TrimSpace(markup.SanitizeDraft(text, s.html)))
	}
	return list
}

func collectionSEOTitles(s shelf) []string {
	fits := func(text string) bool {
		return utf8.RuneCountInString(text) <= checks.MaxTitleChars && checks.PixelWidth(text) <= checks.MaxTitleWidth
	}
	list := []string{shorten(s.title, fits)}
	if longer := join(" – ", s.title, s.number()); s.english && fits(longer) {
		list = append([]string{longer}, list...)
	}
	return list
}

func collectionMetaDescriptions(s shelf) []string {
	var facts []string
	for most := fewMembers; most > 0; most-- {
		facts = append(facts, s.examples(most))
	}
	facts = append(facts, markup.Sentences(markup.VisibleText(s.html))...)
	var list []string
	for _, opening := range s.openings() {
		opening = shorten(opening, func(text string) bool { return utf8.RuneCountInString(text) <= checks.MaxMeta })
		list = append(list, fillCollectionMeta(opening, facts))
	}
	return list
}

// fillCollectionMeta adds the first of the lists of names that fits, and then
// the shop's own sentences.
func fillCollectionMeta(text string, facts []string) string {
	named := false
	for _, fact := range facts {
		isList := strings.HasPrefix(fact, "Among them: ")
		if fact == "" || strings.Contains(text, fact) || isList && named {
			continue
		}
		if next := text + " " + endSentence(fact); fitsMeta(next) {
			text, named = next, named || isList
		}
	}
	return text
}
