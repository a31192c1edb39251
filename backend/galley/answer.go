package galley

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
	Scope   FactScope  `json:"scope"` // of AnswerAddFact; FactOfProducts for each product of these drafts
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
