package galley

import (
	"strings"
	"time"
	"unicode/utf8"

	"galley/backend/galley/messages"
)

// KeyphraseSource is where a keyphrase comes from.
type KeyphraseSource string

// The sources. A guess is computed and never stored: a person who confirms it
// makes it KeyphraseConfirmed.
const (
	KeyphraseTyped     KeyphraseSource = "typed"
	KeyphraseImported  KeyphraseSource = "imported"
	KeyphraseConfirmed KeyphraseSource = "confirmed"
	KeyphraseGuess     KeyphraseSource = "guess"
	KeyphraseNone      KeyphraseSource = "none"
)

// Keyphrase is what a product or collection should be found by, in one language.
type Keyphrase struct {
	Language    string          `json:"language"` // ISO 639-1, "" for the shop's own language
	Text        string          `json:"text"`
	Source      KeyphraseSource `json:"source"`
	By          string          `json:"by"` // the person who typed or confirmed it, the file it was imported from
	At          *time.Time      `json:"at"`
	Clicks      int             `json:"clicks"` // of a search-console export
	Impressions int             `json:"impressions"`
	Position    float64         `json:"position"` // 0 where it is not known
}

// Keyphrases are those of one place, one a language.
type Keyphrases []Keyphrase

// In returns the keyphrase for a text in a language, else the one in the shop's
// own language. A text whose language is not known takes the only one.
func (k Keyphrases) In(language string) Keyphrase {
	var own Keyphrase
	for _, phrase := range k {
		if phrase.Language == language && language != "" {
			return phrase
		}
		if phrase.Language == "" {
			own = phrase
		}
	}
	if own.Text == "" && language == "" && len(k) == 1 {
		return k[0]
	}
	return own
}

// PlacedKeyphrase is a keyphrase with what it is for.
type PlacedKeyphrase struct {
	Place PlaceRef `json:"place"`
	Keyphrase
}

// MaxKeyphrase is the longest keyphrase, in characters.
const MaxKeyphrase = 200

// ParseKeyphrase tidies what a person typed or a file holds. What is too long, or
// a language that is no code of two or three letters, is CodeInvalidInput.
func ParseKeyphrase(text, language string) (phrase, code string, problem *Error) {
	phrase = strings.Join(strings.Fields(strings.ToValidUTF8(text, "")), " ")
	if n := utf8.RuneCountInString(phrase); n > MaxKeyphrase {
		return "", "", NewError(CodeInvalidInput, messages.KeyphraseTooLong(MaxKeyphrase, n))
	}
	code, problem = ParseLanguage(language)
	return phrase, code, problem
}

// ParseLanguage tidies the code of a language: "de" for "de-AT". What is no code of
// two or three letters is CodeInvalidInput.
func ParseLanguage(language string) (code string, problem *Error) {
	code, _, _ = strings.Cut(strings.ToLower(strings.TrimSpace(language)), "-")
	code, _, _ = strings.Cut(code, "_")
	if code != "" && !isLanguageCode(code) {
		return "", NewError(CodeInvalidInput, messages.LanguageUnknown(language))
	}
	return code, nil
}

func isLanguageCode(code string) bool {
	if len(code) < 2 || len(code) > 3 {
		return false
	}
	return strings.Trim(code, "abcdefghijklmnopqrstuvwxyz") == ""
}

// IsSet reports whether a person set the keyphrase.
func (k Keyphrase) IsSet() bool { return k.Text != "" && k.Source != KeyphraseGuess }

// HasFiguresOf reports whether two keyphrases have the same figures of searches.
func (k Keyphrase) HasFiguresOf(other Keyphrase) bool {
	return k.Clicks == other.Clicks && k.Impressions == other.Impressions && k.Position == other.Position
}

// Replaces reports whether the keyphrase may take the place of an earlier one: an
// import never replaces what a person typed or confirmed.
func (k Keyphrase) Replaces(earlier Keyphrase) bool {
	return k.Source != KeyphraseImported || earlier.Source == KeyphraseImported || !earlier.IsSet()
}

// ListedKeyphrase is a line of the list of keyphrases: a place once for each
// language that it has one in, or once. Vendor and type are what a guess needs.
type ListedKeyphrase struct {
	PlacedKeyphrase

	Vendor      string `json:"-"`
	ProductType string `json:"-"`
}

// KeyphraseQuery selects a window of the products or collections of a shop.
type KeyphraseQuery struct {
	ShopID ShopID
	Kind   PlaceKind
	Offset int
	Limit  int
}

// KeyphraseImport is the result of an import.
type KeyphraseImport struct {
	Rows      int               `json:"rows"`      // of the file
	Set       int               `json:"set"`       // phrases that are new or changed
	Taken     []PlacedKeyphrase `json:"taken"`     // the first of these, at most MaxPage
	Unchanged int               `json:"unchanged"` // phrases that were there before
	Left      []PlacedKeyphrase `json:"left"`      // phrases that a person typed or confirmed, and the file did not replace
	Unknown   []string          `json:"unknown"`   // handles and pages that are not of this shop
	Invalid   []InvalidLine     `json:"invalid"`   // lines that were passed over
}

// InvalidLine is a line of a file that could not be used.
type InvalidLine struct {
	Line   int              `json:"line"`
	Reason messages.Message `json:"reason"`
}
