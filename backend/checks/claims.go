package checks

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"galley/backend/facts"
	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/language"
	"galley/backend/markup"
)

// checkClaims marks claims that contradict the facts of the product or that
// none of them supports. The draft's own language decides which words are
// claims; a language without a lexicon is held, and so is another language than
// the shop's text has.
func (s *subject) checkClaims() {
	if strings.TrimSpace(s.page.Text) == "" {
		return
	}
	text := maskVendor(s.page.Text, s.draft.Product.Vendor)
	own := s.withoutNames(text)
	shop := facts.RecentLanguage(s.shopText())
	lang, isShown := languageShown(text, own, shop)
	sheet := facts.RecentSheet(sourcesOf(s.draft), lang)
	beyond := sheet.Beyond(text)
	if lang == language.Other {
		lang = facts.LanguageOf(beyond, shop) // what the shop has says nothing of the language
	}
	s.checkLanguage(lang, own, beyond)
	if !facts.Knows(lang) {
		lang = language.English
	}
	lists := s.listsOfValues()
	for _, c := range sheet.Judge(text, lang) {
		if s.isSeen(c) || isWithin(c.Span, lists) || !isShown && c.Class == facts.Name {
			continue
		}
		s.claims = append(s.claims, c)
		if c.IsHeld() {
			s.noted = append(s.noted, s.claimNote(c))
		}
	}
}

// languageShown is the language of a text by the words that are no names, else by all
// of them; the shop's where they show none.
func languageShown(text, own string, shop language.Code) (lang language.Code, isShown bool) {
	if !strings.ContainsFunc(own, unicode.IsLetter) {
		own = text
	}
	lang = facts.LanguageOf(own, shop)
	if lang == language.Unknown && facts.Knows(shop) {
		return shop, false
	}
	return lang, lang != language.Unknown
}

// checkLanguage holds what nothing can be said about, unless the shop has every
// word of it, and a change of language.
func (s *subject) checkLanguage(lang language.Code, text, beyond string) {
	isShops := beyond == ""
	if lang != language.Unknown && !facts.Knows(lang) && !isShops {
		s.note("claims_language", galley.SeverityHold, markup.Span{}, messages.ClaimsNotChecked)
		return
	}
	if isShops {
		return
	}
	shopText := s.shopText()
	if markup.WordCount(shopText) < enoughWords || language.Letters(shopText) < enoughLetters {
		return
	}
	shop := language.Of(shopText).Sure()
	if language.Of(text).Differs(shop) || facts.Differs(text, shop) || facts.ShowsAnother(beyond, shop) {
		s.note("language_changed", galley.SeverityHold, markup.Span{}, messages.LanguageChanged)
	}
}

// How many words and letters of the shop show its language. In scripts without
// spaces each character is a word, and a few are a name.
const (
	enoughWords   = 4
	enoughLetters = 12
)

// shopText is the text on the shop that shows the shop's language best.
func (s *subject) shopText() string {
	if s.shown == nil {
		text := s.readShopText()
		s.shown = &text
	}
	return *s.shown
}

func (s *subject) readShopText() string {
	original := s.draft.Original.Text
	if s.draft.Field.IsHTML() {
		original = markup.VisibleText(original)
	}
	description := markup.VisibleText(s.draft.HTML())
	if original == description {
		return original
	}
	return strings.TrimSpace(original + "\n" + description)
}

// listsOfValues are the places where all values of an option are listed: "S, 12
// in" says of no value that it is the other.
func (s *subject) listsOfValues() []markup.Span {
	var found []markup.Span
	for _, o := range s.draft.Product.Options {
		list := strings.Join(o.Values, ", ")
		for from := 0; len(o.Values) > 1; {
			i := strings.Index(s.page.Text[from:], list)
			if i < 0 {
				break
			}
			found = append(found, markup.Span{Start: from + i, End: from + i + len(list)})
			from += i + len(list)
		}
	}
	return found
}

func isWithin(at markup.Span, list []markup.Span) bool {
	return slices.ContainsFunc(list, func(s markup.Span) bool { return s.Start <= at.Start && at.End <= s.End })
}

// isSeen reports whether the model, which saw the picture, needs no other source.
func (s *subject) isSeen(c facts.Claim) bool {
	if s.draft.Field.Place() != galley.PlaceImage || !s.draft.SawPicture {
		return false
	}
	return c.Class == facts.Colour || c.Class == facts.Feature || c.Class == facts.Count
}

func (s *subject) claimNote(c facts.Claim) note {
	words := c.Of(s.page.Text)
	n := note{Span: c.Span, rule: ruleOf(c.Class), severity: galley.SeverityHold, grade: galley.Grade(c.Grade), source: quoteOf(c), right: c.Right}
	n.message = messages.NoSource(words, missingSource[c.Class])
	if c.Grade == facts.Contradicts && n.source != nil {
		n.message = messages.ContradictsData(words, n.source.Text)
	}
	return n
}

// quoteOf names what a claim was compared with.
func quoteOf(c facts.Claim) *galley.Quote {
	if c.Source == nil {
		return nil
	}
	text := c.Source.Text
	if c.Source.Name != "" {
		text = c.Source.Name + ": " + text
	}
	return &galley.Quote{Kind: string(c.Source.Kind), Text: text, Weak: c.Source.Weak}
}

// ruleOf is the rule of the warning about a claim of the class.
func ruleOf(class facts.Class) string { return "claim_" + string(class) }

// ClaimRules lists the rules of warnings about claims.
func ClaimRules() []string {
	var rules []string
	for class := range missingSource {
		rules = append(rules, ruleOf(class))
	}
	slices.Sort(rules)
	return rules
}

var missingSource = map[facts.Class]messages.Message{
	facts.Figure:        messages.NoSourceFigure,
	facts.Count:         messages.NoSourceCount,
	facts.Price:         messages.NoSourcePrice,
	facts.Size:          messages.NoSourceSize,
	facts.Material:      messages.NoSourceMaterial,
	facts.Colour:        messages.NoSourceColour,
	facts.Certification: messages.NoSourceCertification,
	facts.Origin:        messages.NoSourceOrigin,
	facts.Warranty:      messages.NoSourceWarranty,
	facts.Promise:       messages.NoSourcePromise,
	facts.Superlative:   messages.NoSourceSuperlative,
	facts.Care:          messages.NoSourceCare,
	facts.Feature:       messages.NoSourceFeature,
	facts.Ingredient:    messages.NoSourceIngredient,
	facts.Compatibility: messages.NoSourceCompatibility,
	facts.Name:          messages.NoSourceName,
}

// Claims lists what a text says of its product, each with its grade and source.
func Claims(d Text) []galley.Claim {
	s := newSubject(d)
	s.checkClaims()
	return s.claimReport()
}

// claimReport lists all claims with their grades.
func (s *subject) claimReport() []galley.Claim {
	list := make([]galley.Claim, 0, len(s.claims))
	places := runeCounter{text: s.page.Text}
	for _, c := range s.claims {
		claim := galley.Claim{
			Rule: ruleOf(c.Class), Class: string(c.Class), Grade: galley.Grade(c.Grade), Words: c.Of(s.page.Text), Right: c.Right, Source: quoteOf(c),
		}
		claim.Start = places.at(c.Start)
		claim.End = claim.Start + utf8.RuneCountInString(claim.Words)
		if c.Converted {
			note := messages.ConvertedFrom(cmp.Or(c.Said, c.Source.Text))
			claim.Note = &note
		}
		list = append(list, claim)
	}
	return list
}
