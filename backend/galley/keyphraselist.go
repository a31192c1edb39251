package galley

import (
	"time"

	"galley/backend/galley/messages"
)

// KeyphraseFilter selects keyphrases by where they come from; "" is all.
type KeyphraseFilter string

// The filters of the list of keyphrases.
const (
	KeyphrasesAll      KeyphraseFilter = ""
	KeyphrasesTyped    KeyphraseFilter = "typed" // and confirmed
	KeyphrasesImported KeyphraseFilter = "imported"
	KeyphrasesGuessed  KeyphraseFilter = "guess"
	KeyphrasesNone     KeyphraseFilter = "none"
	KeyphrasesShared   KeyphraseFilter = "shared" // set for more than one place
)

// KeyphraseListQuery selects a window of the keyphrases of one language.
type KeyphraseListQuery struct {
	ShopID   ShopID          `json:"shop_id"`
	Kind     PlaceKind       `json:"kind"`
	Language string          `json:"language"` // ISO 639-1, "" for the shop's own
	Filter   KeyphraseFilter `json:"filter"`
	Search   string          `json:"search"` // in titles, handles and phrases
	Offset   int             `json:"offset"`
	Limit    int             `json:"limit"`
}

// Check refuses a query that no list has, with CodeInvalidInput.
func (q KeyphraseListQuery) Check() *Error {
	switch q.Filter {
	case KeyphrasesAll, KeyphrasesTyped, KeyphrasesImported, KeyphrasesGuessed, KeyphrasesNone, KeyphrasesShared:
		return nil
	}
	return NewError(CodeInvalidInput, messages.KeyphraseFilterUnknown(string(q.Filter)))
}

// KeyphraseRow is a line of the list: a product or collection with its keyphrase
// in the language of the query, or the guess for it.
type KeyphraseRow struct {
	PlacedKeyphrase

	ImageURL string  `json:"image_url"`
	Words    int     `json:"words"`   // that say something
	Verdict  Verdict `json:"verdict"` // on their number, "" without a phrase
	Shared   int     `json:"shared"`  // other places with the same phrase
	Longer   int     `json:"longer"`  // searches of the page that say more, where the phrase says too little
}

// MaxQueries is how many searches of a page an import keeps beside the one that it
// takes.
const MaxQueries = 20

// MaxUnknown is how many pages that are not of the shop an import keeps by name.
const MaxUnknown = 1000

// KeyphraseCounts are the rows of each filter.
type KeyphraseCounts struct {
	All      int `json:"all"`
	Typed    int `json:"typed"`
	Imported int `json:"imported"`
	Guess    int `json:"guess"`
	None     int `json:"none"`
	Shared   int `json:"shared"`
	Proposed int `json:"proposed"` // of the guesses, those of a model
}

// Lacking are the places that a model can be asked about: those without a
// keyphrase and without a model's guess for one.
func (c KeyphraseCounts) Lacking() int { return c.All - c.Typed - c.Imported - c.Proposed }

// KeyphraseLanguage is a language that a shop has keyphrases in.
type KeyphraseLanguage struct {
	Code string `json:"code"` // "" for the shop's own
	Set  int    `json:"set"`
}

// KeyphrasePage is a window of the list of keyphrases.
type KeyphrasePage struct {
	Total     int                  `json:"total"` // rows that the filter and the search select
	Rows      []KeyphraseRow       `json:"rows"`
	Counts    KeyphraseCounts      `json:"counts"` // of all rows
	Languages []KeyphraseLanguage  `json:"languages"`
	Import    *KeyphraseImportDone `json:"import"` // the latest that was not taken back
}

// KeyphraseImportDone is an import that was done and can be taken back.
type KeyphraseImportDone struct {
	ID    int64     `json:"id"`
	File  string    `json:"file"`
	By    string    `json:"by"`
	At    time.Time `json:"at"`
	Taken int       `json:"taken"` // phrases that it set
	// Unknown are the pages and handles of the file that are not of the shop, at
	// most MaxUnknown.
	Unknown []string `json:"unknown"`
}

// KeyphrasesRestored says what taking an import back did.
type KeyphrasesRestored struct {
	Restored []PlacedKeyphrase `json:"restored"` // as they are now; without text where there was none before
	Kept     int               `json:"kept"`     // phrases that were changed since the import
}

// MaxProposed is how many products one call has keyphrases proposed for.
const MaxProposed = 200

// KeyphraseProposal names the products or collections that a model is to propose
// keyphrases for, by ID or handle, or with All the first MaxProposed that have
// neither a keyphrase nor a model's guess. Those with a keyphrase are left out.
type KeyphraseProposal struct {
	ShopID   ShopID    `json:"shop_id"`
	Kind     PlaceKind `json:"kind"`
	Places   []string  `json:"places"`
	All      bool      `json:"all"`
	Language string    `json:"language"` // ISO 639-1, "" for the shop's own
}

// ProposeEstimate says what proposing keyphrases would cost.
type ProposeEstimate struct {
	Places     int        `json:"places"` // without a keyphrase
	Requests   int        `json:"requests"`
	Writer     WriterSpec `json:"writer"`
	CostUSD    float64    `json:"cost_usd"`     // about
	CostMaxUSD float64    `json:"cost_max_usd"` // at most
	Priced     bool       `json:"priced"`
	TodayUSD   float64    `json:"today_usd"`   // what was spent or set aside today before it
	NeedsPrice *Reason    `json:"needs_price"` // why it cannot start
}

// ProposedKeyphrases are a model's guesses, which are saved and not scored.
type ProposedKeyphrases struct {
	Proposed []PlacedKeyphrase `json:"proposed"`
	Without  int               `json:"without"` // places that the model gave no usable phrase for
	Usage    Usage             `json:"usage"`
}
