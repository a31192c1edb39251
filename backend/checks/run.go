package checks

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"galley/backend/facts"
	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/language"
	"galley/backend/markup"
)

// Text is a text to be checked, with what it is held against.
type Text struct {
	galley.Subject

	Field      galley.Field
	Content    string
	Original   galley.Value        // what the shop has now
	Profile    galley.Profile      // how the shop speaks
	Keyphrase  string              // empty: the subject's own in the language of the text; where it has none, keyphrase rules are left out
	Kept       []galley.WarningKey // warnings that a person looked into: they are not given again
	SawPicture bool                // whether the writer saw the picture it describes
	PromptCut  bool                // whether the model read only a part of what it was sent
}

// Run checks one text. The score is nil if no scoring rule applies (alt text
// left empty for a decorative picture). Warnings are in the order of the text,
// those about the whole text first. Only unsupported claims, losses, additions
// (new links and pictures), emptied fields, words that the shop's profile avoids
// and Shopify's limits hold a draft back. A person's text counts as written with the picture seen.
func Run(d Text) galley.Report {
	s := newSubject(d)
	score := s.score()
	s.checkLimits()
	s.checkEmpty()
	s.checkLosses()
	s.checkClaims()
	s.checkLostFacts()
	s.checkProfile()
	if d.PromptCut {
		s.note("prompt_cut", galley.SeverityHold, markup.Span{}, messages.PromptCut)
	}
	return galley.Report{Score: score, Warnings: s.report(), Claims: s.claimReport(), OffLength: OfLength(d.Profile, d.Field, d.Content)}
}

// Score scores one text without looking for warnings.
func Score(d Text) *galley.Score { return newSubject(d).score() }

func (s *subject) score() *galley.Score {
	var card scorecard
	if score, ok := scores[s.draft.Field.Role()]; ok {
		score(s, &card)
	}
	return card.score()
}

// scores are the rules of each role.
var scores = map[galley.Role]func(*subject, *scorecard){
	galley.RoleTitle:           (*subject).scoreTitle,
	galley.RoleDescription:     (*subject).scoreDescription,
	galley.RoleSEOTitle:        (*subject).scoreSEOTitle,
	galley.RoleMetaDescription: (*subject).scoreMetaDescription,
	galley.RoleAltText:         (*subject).scoreAltText,
}

// subject is a text prepared for the rules, with their findings.
type subject struct {
	draft     Text
	page      markup.Page
	language  language.Code
	grammar   *grammar // nil where the rules do not know the language
	english   bool     // or too short to tell
	spaceless bool
	keyphrase keyphrase
	noted     []note
	claims    []facts.Claim
	shown     *string // the shop's text, once read
}

// note is a warning whose span is still in bytes.
type note struct {
	markup.Span
	rule     string
	severity galley.Severity
	message  messages.Message
	measured string // what was found in the whole text, "" where the rule measures nothing
	grade    galley.Grade
	source   *galley.Quote
	right    string // of a contradiction
}

// about tells warnings of one rule apart: by the words that the warning points
// at, or by what was measured. One more lost link is another warning.
func (n note) about(text string) string {
	if n.End > n.Start {
		return n.Of(text)
	}
	return n.measured
}

func newSubject(d Text) *subject {
	d.Content = strings.ToValidUTF8(d.Content, "\uFFFD")
	s := &subject{draft: d, page: markup.PageOf(d.Field, d.Content)}
	s.language = likelyLanguage(s.page.Text, d.Subject)
	s.english = s.language == language.English || s.language == language.Unknown
	if s.english {
		s.grammar = grammarOf(language.English)
	} else {
		s.grammar = grammarOf(s.language)
	}
	s.spaceless = isSpaceless(s.page.Text)
	s.keyphrase = newKeyphrase(s.phrase(), s.grammar)
	return s
}

// phrase is the given keyphrase, else the one that a person set for the place.
func (s *subject) phrase() string {
	if given := strings.TrimSpace(s.draft.Keyphrase); given != "" {
		return given
	}
	return s.draft.Keyphrases.In(string(s.language)).Text
}

// enoughForLanguage is how many words a text needs to detect its language
// alone; shorter ones are judged together with the product's text.
const enoughForLanguage = 20

// likelyLanguage judges a text that shows no known language, such as a list of
// names, together with the product's text too.
func likelyLanguage(text string, of galley.Subject) language.Code {
	code := language.Of(sampleOfLanguage(text, of)).Likely()
	if code == language.Unknown || code == language.Other {
		return language.Of(text + "\n" + markup.VisibleText(of.HTML())).Likely()
	}
	return code
}

func sampleOfLanguage(text string, of galley.Subject) string {
	if markup.WordCount(text) >= enoughForLanguage {
		return text
	}
	return text + "\n" + markup.VisibleText(of.HTML())
}

func (s *subject) note(rule string, severity galley.Severity, at markup.Span, message messages.Message) {
	s.noted = append(s.noted, note{Span: at, rule: rule, severity: severity, message: message})
}

// noteMeasured notes a warning of the whole text, with what was measured.
func (s *subject) noteMeasured(rule string, severity galley.Severity, measured int, message messages.Message) {
	s.noted = append(s.noted, note{rule: rule, severity: severity, message: message, measured: strconv.Itoa(measured)})
}

// report converts the warnings' spans to runes.
func (s *subject) report() []galley.Warning {
	slices.SortStableFunc(s.noted, func(a, b note) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
	})
	warnings := make([]galley.Warning, 0, len(s.noted))
	places := runeCounter{text: s.page.Text}
	for _, n := range s.noted {
		w := galley.Warning{Rule: n.rule, Severity: n.severity, Message: n.message, About: n.about(s.page.Text), Grade: n.grade, Source: n.source, Right: n.right}
		if w.IsKept(s.draft.Kept) {
			continue
		}
		w.Start = places.at(n.Start)
		w.End = w.Start + len([]rune(s.page.Text[n.Start:n.End]))
		warnings = append(warnings, w)
	}
	return warnings
}

// runeCounter converts ascending byte offsets to rune offsets in one pass.
type runeCounter struct {
	text         string
	bytes, runes int
}

func (c *runeCounter) at(offset int) int {
	c.runes += len([]rune(c.text[c.bytes:offset]))
	c.bytes = offset
	return c.runes
}
