package galley

import (
	"slices"
	"strings"

	"galley/backend/galley/messages"
)

// AnswerKind is how a person answers a claim.
type AnswerKind string

// The answers.
const (
	AnswerTakeOut AnswerKind = "take_out" // remove the sentence
	AnswerAddFact AnswerKind = "add_fact" // it is true: note the fact
	AnswerKeep    AnswerKind = "keep"     // a person looked into it
)

// AnswerRequest answers one claim in all drafts of a job that make it. Drafts
// are found by the rule and the words of the warning; case and spaces do not
// matter.
type AnswerRequest struct {
	JobID   JobID      `json:"job_id"`
	Warning WarningKey `json:"warning"`
	Do      AnswerKind `json:"do"`
	Fact    FactEdit   `json:"fact"`  // of AnswerAddFact
	Scope   FactScope  `json:"scope"` // of AnswerAddFact; FactOfProducts for each product or collection of these drafts
}

// AnsweredDraft is what an answer does to one draft.
type AnsweredDraft struct {
	ItemAt

	Place        PlaceRef `json:"place"`
	Before       string   `json:"before"` // the sentence with the claim, as people see it
	After        string   `json:"after"`  // what becomes of it, "" where it goes
	Warnings     int      `json:"warnings"`
	WarningsLeft int      `json:"warnings_left"`
	Reopens      bool     `json:"reopens"` // it was approved or rejected, and would be open again
}

// AnswerPreview says what an answer would do.
type AnswerPreview struct {
	Count  int             `json:"count"`
	Drafts []AnsweredDraft `json:"drafts"`
	Left   []LeftOut       `json:"left"` // make the claim and cannot be changed now
}

// AnswerID identifies an answer, so that it can be undone.
type AnswerID int64

// Answered is the result of an answer, or of taking one back.
type Answered struct {
	ID    AnswerID  `json:"id"`
	Count int       `json:"count"`
	Left  []LeftOut `json:"left"` // changed or published meanwhile
}

// ParseAnswer returns the answer of that name, or CodeInvalidInput.
func ParseAnswer(s string) (AnswerKind, error) {
	switch a := AnswerKind(s); a {
	case AnswerTakeOut, AnswerAddFact, AnswerKeep:
		return a, nil
	}
	return "", NewError(CodeInvalidInput, messages.AnswerUnknown(s))
}

// IsSameClaim reports whether two warnings are about the same claim: of one
// rule, in the same words but for case and spaces.
func (k WarningKey) IsSameClaim(other WarningKey) bool {
	words := func(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), " ")) }
	return k.Rule == other.Rule && words(k.About) == words(other.About)
}

// DraftAnswer is what an answer changes in one draft: its text, or what is known
// of it.
type DraftAnswer struct {
	Item     Item // as it was when the answer was worked out
	Draft    *Draft
	Recheck  *Recheck
	Fact     *NotedFact  // of its product
	Scoped   *ScopedFact // of its collection and the products in it
	Decision Decision    // to be restored, "" to leave it
}

// LeftOut names the draft as one that an answer leaves alone.
func (it Item) LeftOut(why *Error) LeftOut {
	return LeftOut{JobID: it.JobID, ItemID: it.ID, Place: it.Place, Product: it.Product, Field: it.Field, Reason: *ReasonOf(why)}
}

// NewAnswer is an answer to be saved.
type NewAnswer struct {
	Request  AnswerRequest
	ShopID   ShopID
	ShopFact string      // a line to be added to the facts of the shop
	Scoped   *ScopedFact // a fact to be added for a part of its products
	Person   string
	Drafts   []DraftAnswer
}

// SavedAnswer is an answer with what it changed.
type SavedAnswer struct {
	ID       AnswerID
	JobID    JobID
	Do       AnswerKind
	Warning  WarningKey
	ShopFact string
	Scoped   int64 // 0 for none
	Undone   bool
	Drafts   []SavedDraftAnswer
}

// SavedDraftAnswer is what an answer changed in one draft.
type SavedDraftAnswer struct {
	ID          ItemID
	WasRevision int
	Revision    int
	Decision    Decision // before
	Product     string   // that a fact was added to
	Fact        int64    // its id, 0 for none
	Scoped      int64    // the id of a fact of its collection, 0 for none
}

// Without is what is known of a product without the facts of the answer.
func (a SavedAnswer) Without(d SavedDraftAnswer) func(of Subject) Subject {
	return func(of Subject) Subject {
		of.Noted.Facts = slices.DeleteFunc(slices.Clone(of.Noted.Facts), func(f NotedFact) bool { return d.Fact != 0 && f.ID == d.Fact })
		of.Noted.Scoped = slices.DeleteFunc(slices.Clone(of.Noted.Scoped), func(f ScopedFact) bool { return f.ID != 0 && (f.ID == a.Scoped || f.ID == d.Scoped) })
		if a.ShopFact == "" {
			return of
		}
		of.Product.ShopFacts = WithoutLine(of.Product.ShopFacts, a.ShopFact)
		if of.Collection != nil {
			c := *of.Collection
			c.ShopFacts = WithoutLine(c.ShopFacts, a.ShopFact)
			of.Collection = &c
		}
		return of
	}
}

// JobClaim is a claim that drafts of a job make and that is not answered.
type JobClaim struct {
	Warning  WarningKey       `json:"warning"`
	Grade    Grade            `json:"grade"`
	Message  messages.Message `json:"message"`
	Drafts   int              `json:"drafts"`   // that make it
	Editable int              `json:"editable"` // of these, drafts that can be changed now
}
