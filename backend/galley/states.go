package galley

import (
	"slices"

	"galley/backend/galley/messages"
)

// JobState is the state of a job.
type JobState string

// The states of a job. A job with failed items still completes; JobFailed
// means that it could not run at all.
const (
	JobQueued    JobState = "queued"
	JobRunning   JobState = "running"
	JobPaused    JobState = "paused"
	JobCompleted JobState = "completed"
	JobCancelled JobState = "cancelled"
	JobFailed    JobState = "failed"
)

// ItemState is the progress of an item's writing.
type ItemState string

// The states of an item.
const (
	ItemPending    ItemState = "pending"
	ItemGenerating ItemState = "generating"
	ItemGenerated  ItemState = "generated"
	ItemFailed     ItemState = "failed"
	ItemSkipped    ItemState = "skipped"
	ItemCancelled  ItemState = "cancelled"
)

// PublishState is the state of an item's draft on the shop.
type PublishState string

// The publish states.
const (
	Unpublished     PublishState = "unpublished"
	PublishQueued   PublishState = "queued"
	Publishing      PublishState = "publishing"
	Published       PublishState = "published"
	PublishFailed   PublishState = "failed"
	PublishConflict PublishState = "conflict"
	PublishUndone   PublishState = "undone"
)

// RewriteState is the progress of a request to regenerate a draft.
// The draft stays in place until another one is saved.
type RewriteState string

// The states of such a request.
const (
	RewriteQueued    RewriteState = "queued"
	RewriteWriting   RewriteState = "writing"
	RewritePaused    RewriteState = "paused"
	RewriteDone      RewriteState = "written"
	RewriteFailed    RewriteState = "failed"
	RewriteCancelled RewriteState = "cancelled"
)

// Open reports whether the draft may still be replaced.
func (s RewriteState) Open() bool {
	return s == RewriteQueued || s == RewriteWriting || s == RewritePaused
}

// Decision is a person's decision on a draft.
type Decision string

// The decisions.
const (
	DecisionOpen     Decision = "open"
	DecisionApproved Decision = "approved"
	DecisionRejected Decision = "rejected"
)

// PublicationState is the state of one write to a shop.
type PublicationState string

// The states of a publication. Withdrawn ones were cancelled before they were
// sent.
const (
	PublicationQueued    PublicationState = "queued"
	PublicationSending   PublicationState = "publishing"
	PublicationDone      PublicationState = "published"
	PublicationConflict  PublicationState = "conflict"
	PublicationFailed    PublicationState = "failed"
	PublicationWithdrawn PublicationState = "withdrawn"
)

// Table is a state machine: for each state, the states it may move to.
type Table[S ~string] map[S][]S

// Allows reports whether the table has the move.
func (t Table[S]) Allows(from, to S) bool { return slices.Contains(t[from], to) }

// Check returns CodeIllegalState for a move that the table does not have.
func (t Table[S]) Check(from, to S) error {
	if t.Allows(from, to) {
		return nil
	}
	return NewError(CodeIllegalState, messages.IllegalMove(string(from), string(to)))
}

// The transition tables. SQL guards (CHECK and UPDATE … WHERE state IN …) say
// the same; a test compares both.
var (
	// JobMoves: a retry takes an ended job that has failed items back to the queue.
	JobMoves = Table[JobState]{
		JobQueued:    {JobRunning, JobPaused, JobCancelled, JobFailed},
		JobRunning:   {JobPaused, JobCompleted, JobCancelled, JobFailed},
		JobPaused:    {JobRunning, JobCancelled},
		JobCompleted: {JobQueued},
		JobCancelled: {JobQueued},
		JobFailed:    {JobQueued},
	}
	// ItemMoves: generating → pending is a rescue from a killed process, failed
	// → pending a retry, and skipped → pending one of an item whose product was
	// missing from the shop. A draft that was paid for
	// is kept also when it comes after the item was cancelled.
	ItemMoves = Table[ItemState]{
		ItemPending:    {ItemGenerating, ItemCancelled, ItemSkipped},
		ItemGenerating: {ItemGenerated, ItemFailed, ItemSkipped, ItemCancelled, ItemPending},
		ItemFailed:     {ItemPending},
		ItemGenerated:  {},
		ItemSkipped:    {ItemPending},
		ItemCancelled:  {ItemGenerating},
	}
	// PublishMoves: queued → unpublished is a withdrawal, publishing → queued a
	// rescue or a wait for the network, undone → published the undo of an undo. A
	// draft whose write was carried out after it had been given up becomes
	// published from any state in which nothing waits. A text that was changed on
	// the shop since it was published can be put back (published → queued, and back
	// to published where that is withdrawn), or be the start of another draft
	// (published → unpublished). A text that was published from the product editor
	// makes other drafts of its place conflicts, without a write of their own.
	PublishMoves = Table[PublishState]{
		Unpublished:     {PublishQueued, Published, PublishConflict},
		PublishQueued:   {Publishing, Unpublished, Published},
		Publishing:      {Published, PublishConflict, PublishFailed, PublishQueued},
		Published:       {PublishUndone, PublishQueued, Unpublished},
		PublishUndone:   {Unpublished, Published, PublishConflict},
		PublishConflict: {PublishQueued, Unpublished, Published},
		PublishFailed:   {PublishQueued, Unpublished, Published},
	}
	// RewriteMoves: writing → queued is a rescue from a killed process, writing →
	// paused a writer that fails for all alike, paused → failed a caller that does
	// not wait for it to go on. A draft can be written again as often as wanted.
	RewriteMoves = Table[RewriteState]{
		RewriteQueued:    {RewriteWriting, RewritePaused, RewriteCancelled},
		RewriteWriting:   {RewriteDone, RewriteFailed, RewriteCancelled, RewriteQueued, RewritePaused},
		RewritePaused:    {RewriteQueued, RewriteFailed, RewriteCancelled},
		RewriteDone:      {RewriteQueued},
		RewriteFailed:    {RewriteQueued},
		RewriteCancelled: {RewriteQueued},
	}
	// DecisionMoves: every decision can be taken back.
	DecisionMoves = Table[Decision]{
		DecisionOpen:     {DecisionApproved, DecisionRejected},
		DecisionApproved: {DecisionOpen, DecisionRejected},
		DecisionRejected: {DecisionOpen, DecisionApproved},
	}
	// PublicationMoves: sending → queued is a rescue or a wait for the network.
	PublicationMoves = Table[PublicationState]{
		PublicationQueued:    {PublicationSending, PublicationWithdrawn},
		PublicationSending:   {PublicationDone, PublicationConflict, PublicationFailed, PublicationQueued},
		PublicationDone:      {},
		PublicationConflict:  {},
		PublicationFailed:    {},
		PublicationWithdrawn: {},
	}
)

// Ended reports whether the job will do nothing more unless a person acts.
func (s JobState) Ended() bool {
	return s == JobCompleted || s == JobCancelled || s == JobFailed
}
