package galley

import (
	"errors"
	"slices"
	"time"

	"galley/backend/galley/fields"
	"galley/backend/galley/messages"
)

// JobID is a job's number within one home, as text: "431".
type JobID string

// JobType is the type of a bulk run: bulk_generation or alt_text.
type JobType = fields.JobType

// The job types.
const (
	JobBulkGeneration = fields.BulkGeneration
	JobAltText        = fields.AltTexts
)

// TypeFor returns the job type that writes the field.
func TypeFor(f Field) JobType { return f.Spec().Job }

// Strategy says whether good drafts wait for review or are published at once.
type Strategy string

// The strategies, with the names that people see.
const (
	StrategyReview  Strategy = "review"  // Review before publish
	StrategyPublish Strategy = "publish" // Publish without review
)

// ParseStrategy returns the strategy of that name, or CodeInvalidInput.
func ParseStrategy(s string) (Strategy, error) {
	switch Strategy(s) {
	case StrategyReview, StrategyPublish:
		return Strategy(s), nil
	}
	return "", NewError(CodeInvalidInput, messages.NoSuchStrategy(s))
}

// Label is the strategy's name in the interface.
func (s Strategy) Label() string {
	if s == StrategyPublish {
		return "Publish without review"
	}
	return "Review before publish"
}

// Selection says which products, or collections, a job covers: all, those that match a search,
// or those named by id or handle.
type Selection struct {
	All        bool           `json:"all,omitempty"`
	Search     string         `json:"search,omitempty"`
	Filter     *ProductFilter `json:"filter,omitempty"` // narrows All or Search
	ProductIDs []string       `json:"product_ids,omitempty"`
	Handles    []string       `json:"handles,omitempty"`
	// CollectionIDs and Handles name collections where the field is theirs.
	CollectionIDs []string `json:"collection_ids,omitempty"`
	Except        []string `json:"except,omitempty"` // ids left out of All or Search
}

// IDs are the ids that the selection names.
func (s Selection) IDs() []string { return slices.Concat(s.ProductIDs, s.CollectionIDs) }

// Check returns CodeInvalidInput if the selection names things of which the
// field is not.
func (s Selection) Check(f Field) error {
	filtered := s.Filter != nil && !s.Filter.IsEmpty()
	switch owner := f.Owner(); {
	case owner == PlaceCollection && (len(s.ProductIDs) > 0 || filtered), owner != PlaceCollection && len(s.CollectionIDs) > 0:
		return NewError(CodeInvalidInput, messages.SelectionOfOthers(string(f), string(owner)))
	case s.Filter != nil:
		return s.Filter.Check()
	}
	return nil
}

// JobSpec is what a person chooses when starting a job. An empty strategy uses
// the one in settings.
type JobSpec struct {
	ShopID           ShopID    `json:"shop_id"`
	Field            Field     `json:"field"`
	Selection        Selection `json:"selection"`
	OnlyEmpty        bool      `json:"only_empty"`
	Unseen           bool      `json:"unseen"` // alt text also of pictures that the model does not see
	Sample           int       `json:"sample"` // number of items, spread over the selection; 0 takes all
	Model            string    `json:"model"`  // at the endpoint of settings; "" for the one in settings
	Instructions     string    `json:"instructions"`
	InstructionsName string    `json:"instructions_name"` // the name they are saved under, '' for instructions typed for this job
	Strategy         Strategy  `json:"strategy" blank:"true"`
	InBatches        bool      `json:"in_batches,omitempty"` // at a part of the price, within BatchWindow
	Name             string    `json:"name,omitempty"`       // that a person gave it; "" for what is selected, in words
}

// Instructions are words for the writer that were saved by name, for one field,
// and one shop or ("") all. A job copies them.
type Instructions struct {
	ID        string    `json:"id"` // UUID
	Name      string    `json:"name"`
	Field     Field     `json:"field"`
	ShopID    ShopID    `json:"shop_id"`
	Text      string    `json:"text"`
	House     bool      `json:"house"` // comes with Galley, and stays as it is
	UpdatedAt time.Time `json:"updated_at,omitzero"`
}

// InstructionsQuery asks for saved instructions: of a field, or with "" of all,
// and of a shop with those of all shops.
type InstructionsQuery struct {
	Field  Field  `json:"field" blank:"true"`
	ShopID ShopID `json:"shop_id"`
}

// MaxInstructions is the longest instructions of a job, in characters.
const MaxInstructions = 8000

// SampleSize is how many items a job begins with that is tried out first.
const SampleSize = 10

// MaxNote is the longest note for writing a draft again, in characters.
const MaxNote = 2000

// Job is one bulk run over many items for one field. Strategy, instructions and
// writer are the job's own copies: later changes of settings do not affect it.
type Job struct {
	ID           JobID    `json:"id"`
	ShopID       ShopID   `json:"shop_id"`
	Name         string   `json:"name"` // what was selected, in words, or as a person named it
	Named        bool     `json:"-"`    // by a person: the name stays
	Type         JobType  `json:"type"`
	Field        Field    `json:"field"`
	Strategy     Strategy `json:"strategy"`
	Instructions string   `json:"instructions"`
	// InstructionsName is the name of the saved instructions when the job was
	// made.
	InstructionsName string `json:"instructions_name"`
	// Unused says that the writer does not use the instructions, nil where it does.
	Unused       *messages.Message `json:"unused"`
	OnlyEmpty    bool              `json:"only_empty"`
	Unseen       bool              `json:"unseen"` // alt text also of pictures that the model does not see
	Writer       WriterSpec        `json:"writer"`
	Profile      Profile           `json:"-"`             // the shop's when it was made, as the writer gets it
	Sample       int               `json:"sample"`        // of so many items, while the rest is not written
	ComparedWith JobID             `json:"compared_with"` // the sample of the same items, "" for none
	ComparedAs   Side              `json:"compared_as"`
	State        JobState          `json:"state"`
	Reason       *Reason           `json:"reason"`     // why it is paused or failed, or completed without a draft
	Waits        *Waits            `json:"waits"`      // what it waits for, nil where it is at work or has ended
	InBatches    bool              `json:"in_batches"` // what is left to write goes into batches
	Batches      *JobBatches       `json:"batches"`    // nil where it had none
	CreatedAt    time.Time         `json:"created_at"`
	StartedAt    *time.Time        `json:"started_at"`
	FinishedAt   *time.Time        `json:"finished_at"`
	ArchivedAt   *time.Time        `json:"archived_at"` // nil while it is in the list
	Publishing   *JobRun           `json:"publishing"`  // its writes to the shop under way, nil for none
	Failures     *Failures         `json:"failures"`    // why items failed, nil where none did
	Counts       Counts            `json:"counts"`
	Progress     Progress          `json:"progress"`
	Rewriting    RewriteCounts     `json:"rewriting"`
	Usage        Usage             `json:"usage"`
	Ready        Ready             `json:"ready"`
	Alike        AlikeCounts       `json:"alike"`
	Can          JobCan            `json:"can"`
}

// Reason is why something is in its state: a code, its sentence, and what the
// shop or the endpoint really said.
type Reason struct {
	Code    Code             `json:"code"`
	Message messages.Message `json:"message"`
	Detail  string           `json:"detail,omitempty"` // the cause without secrets, "" where there is none

	// GoesOn is when what is paused goes on by itself, and Waits why; zero where a
	// person has to decide.
	GoesOn time.Time `json:"-"`
	Waits  WaitFor   `json:"-"`
}

// Err makes an error of the reason.
func (r Reason) Err() *Error {
	err := NewError(r.Code, r.Message)
	err.RetryAt = r.GoesOn
	if r.Detail != "" {
		err.Cause = errors.New(r.Detail)
	}
	return err
}

// BriefOf is a reason in a few words that can follow a colon, "" for none.
func BriefOf(r *Reason) string {
	if r == nil {
		return ""
	}
	return r.Message.Brief()
}

// ReasonOf makes a reason of an error.
func ReasonOf(err error) *Reason {
	if err == nil {
		return nil
	}
	why := &Reason{Code: CodeOf(err), Message: messageOf(err), Detail: DetailOf(err), GoesOn: RetryAt(err)}
	switch {
	case why.GoesOn.IsZero():
	case why.Code == CodeWriterDay:
		why.Waits = WaitForDay
	case why.Code == CodeSpendCap:
		why.Waits = WaitForCap
	default:
		why.Waits = WaitForRate
	}
	return why
}

// Counts are the numbers of a job. Successful, Failed, Published,
// PendingReview, Skipped and Cancelled follow the definitions in the glossary;
// the rest are the filters of the job page.
type Counts struct {
	Total         int `json:"total"`
	Successful    int `json:"successful"`     // generated and not failed in publishing
	Failed        int `json:"failed"`         // failed in generation or in publishing
	Published     int `json:"published"`      // on the shop, and not changed there since
	PendingReview int `json:"pending_review"` // successful, not published, not rejected
	Skipped       int `json:"skipped"`
	Cancelled     int `json:"cancelled"`

	Unpublished int `json:"unpublished"` // successful and not published, with any decision
	Conflict    int `json:"conflict"`    // without those settled by keeping the text on the shop
	Approved    int `json:"approved"`    // approved and not published
	Rejected    int `json:"rejected"`
	Warned      int `json:"warned"`    // drafts with warnings
	Waiting     int `json:"waiting"`   // queued or publishing
	Changed     int `json:"changed"`   // published, and changed on the shop since
	Alike       int `json:"alike"`     // held because they are like other texts
	ToReview    int `json:"to_review"` // drafts to read: see ItemStatus.ToReview
}

// OnShop counts the drafts that were published and not undone, including those
// changed on the shop since.
func (c *Counts) OnShop() int { return c.Published + c.Changed }

// Progress is the progress of writing. Done counts items that are not retried
// automatically: generated, failed, skipped or cancelled.
type Progress struct {
	Done    int     `json:"done"`
	Total   int     `json:"total"`
	Percent float64 `json:"percent"` // 0 to 100
}

// NewProgress computes the percentage; an empty job is 100 % done.
func NewProgress(done, total int) Progress {
	p := Progress{Done: done, Total: total, Percent: 100}
	if total > 0 {
		p.Percent = float64(done) * 100 / float64(total)
	}
	return p
}

// Usage is what writing took. CostUSD is 0 while Priced is false: the price of
// the model is unknown, which is not the same as free. Estimated: a part was
// counted by length, or assumed for an answer that was lost.
type Usage struct {
	InputTokens  int     `json:"input_tokens"`
	OutputTokens int     `json:"output_tokens"`
	CachedTokens int     `json:"cached_tokens"`
	CostUSD      float64 `json:"cost_usd"`
	Priced       bool    `json:"priced"`
	Estimated    bool    `json:"estimated"`
}

// Add returns the sum; it is priced only if both parts are, and estimated if
// either is.
func (u Usage) Add(v Usage) Usage {
	return Usage{
		InputTokens:  u.InputTokens + v.InputTokens,
		OutputTokens: u.OutputTokens + v.OutputTokens,
		CachedTokens: u.CachedTokens + v.CachedTokens,
		CostUSD:      u.CostUSD + v.CostUSD,
		Priced:       u.Priced && v.Priced,
		Estimated:    u.Estimated || v.Estimated,
	}
}

// Estimate says what a job would do before it is created.
type Estimate struct {
	Matching     int        `json:"matching"`  // products that the selection names
	Items        int        `json:"items"`     // items the job would have
	NotEmpty     int        `json:"not_empty"` // left out because the field is filled (only-empty jobs)
	Writer       WriterSpec `json:"writer"`
	InputTokens  int        `json:"input_tokens"`
	OutputTokens int        `json:"output_tokens"`
	CostUSD      float64    `json:"cost_usd"`     // about
	CostMaxUSD   float64    `json:"cost_max_usd"` // at most
	// Measured is how many earlier drafts by the model the figures are measured on,
	// 0 where it is assumed how many answers are asked for twice.
	Measured int  `json:"measured"`
	Priced   bool `json:"priced"`
	// CachedShare is the part of the input that endpoints are about to read from
	// their cache, 0 to 1, measured on the same drafts.
	CachedShare float64 `json:"cached_share"`
	// Batch is what the job would cost in batches, nil where the endpoint is not
	// known to take them or the job is small.
	Batch    *BatchOffer `json:"batch"`
	TodayUSD float64     `json:"today_usd"` // what was spent or set aside today before it
	// NeedsPrice is why the job cannot start: a cap is set and the price is not known.
	NeedsPrice *Reason `json:"needs_price"`
	// UnknownPlaceholders are words in braces of the instructions that mean nothing.
	UnknownPlaceholders []string `json:"unknown_placeholders"`
	// Unused says that the writer does not use the instructions, nil where it does.
	Unused *messages.Message `json:"unused"`
	// Unseen is how many pictures the writer cannot see: all where it cannot look at
	// pictures, else those without an address. They are not written unless the job
	// says so. Whether a model at an endpoint sees is found out when it is asked.
	Unseen       int      `json:"unseen"`
	SightUnknown bool     `json:"sight_unknown"`
	Sample       []Sample `json:"sample"` // the first few items
}

// DraftsUsed is what some drafts used, each with all requests that were made for
// it until it was written.
type DraftsUsed struct{ Drafts, InputTokens, OutputTokens, CachedTokens int }

// DraftUse is what one draft uses on average, in tokens.
type DraftUse struct{ Input, Output, CachedShare float64 }

// PerDraft is the average, nothing without drafts.
func (d DraftsUsed) PerDraft() DraftUse {
	if d.Drafts == 0 || d.InputTokens == 0 {
		return DraftUse{}
	}
	n, in := float64(d.Drafts), float64(d.InputTokens)
	return DraftUse{Input: in / n, Output: float64(d.OutputTokens) / n, CachedShare: float64(d.CachedTokens) / in}
}

// Sample is one item of an estimate: its current text.
type Sample struct {
	Place    PlaceRef   `json:"place"`
	Product  ProductRef `json:"product"`
	Image    *ImageRef  `json:"image"`
	Original string     `json:"original"`
}

// PromptPreview is what would be sent to the writer for the first few items of a
// job.
type PromptPreview struct {
	System       string       `json:"system"` // the same for every item
	SystemTokens int          `json:"system_tokens"`
	Items        []PromptItem `json:"items"`
	// UnknownPlaceholders and Unused are as in an estimate.
	UnknownPlaceholders []string          `json:"unknown_placeholders"`
	Unused              *messages.Message `json:"unused"`
}

// PromptItem is the part of a prompt that is about one item.
type PromptItem struct {
	Place  PlaceRef `json:"place"`
	User   string   `json:"user"`
	Tokens int      `json:"tokens"`
}

// PromptPrefix is the part of a prompt that is the same for every product of a
// shop, and what of it endpoints had cached.
type PromptPrefix struct {
	Tokens int `json:"tokens"` // of the prompt's stable part for a description, estimated
	Sent   int `json:"sent"`   // input tokens of the shop's jobs with a profile, in the last 30 days
	Cached int `json:"cached"` // of these, read from the endpoint's cache
}

// UnusedBy says that a writer does not use instructions or a note, nil where it
// does or where there are none.
func UnusedBy(writer WriterSpec, words string) *messages.Message {
	if words == "" || writer.Kind.Traits().Prompted {
		return nil
	}
	why := messages.InstructionsUnused
	return &why
}
