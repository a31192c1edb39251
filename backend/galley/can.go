package galley

// ItemStatus is everything that decides which actions an item allows.
type ItemStatus struct {
	State    ItemState
	Publish  PublishState
	Decision Decision
	// Write is the state of the item's write that is queued or being sent, "" if
	// there is none. While an undo waits, its item still counts as published.
	Write PublicationState
	// Since is what became of its published text on the shop.
	Since Since
	// Rewriting: a regenerate of the draft is queued, under way or paused.
	Rewriting bool
	// Alike: the draft is in a group of texts that are too much alike, which no
	// person has kept.
	Alike bool
	// Missing: it was skipped because its product was not in the local copy.
	Missing bool
	// Warned: its draft has unanswered warnings. It decides no action, only filters and counts.
	Warned bool
	// OffLength of its draft. It decides no action, only filters.
	OffLength OffLength
}

// ItemCan says what may be done with an item now. Services, commands and pages
// use it and repeat no part of the rule.
type ItemCan struct {
	Edit       bool `json:"edit"`       // replace the text of the draft, or take words out of it
	Regenerate bool `json:"regenerate"` // have the draft written again
	// CancelRegenerate: cancel the regenerate and keep the draft.
	CancelRegenerate bool `json:"cancel_regenerate"`
	Decide           bool `json:"decide"`      // approve, reject or reopen
	Answer           bool `json:"answer"`      // keep a warning, bring it back, or name a fact as its source
	Publish          bool `json:"publish"`     // publish this draft alone
	PublishAll       bool `json:"publish_all"` // is included when all drafts of a job are published
	Overwrite        bool `json:"overwrite"`   // publish over the text that the conflict showed
	Undo             bool `json:"undo"`        // restore the earlier text
	Retry            bool `json:"retry"`       // write, or publish, again after a failure
	Withdraw         bool `json:"withdraw"`    // withdraw its queued write
	// If the shop has another text than the published one: accept it, publish
	// Galley's again, or start another draft from it.
	TakeOver    bool `json:"take_over"`
	PutBack     bool `json:"put_back"`
	EditChanged bool `json:"edit_changed"`
}

// Can is the rule for one item.
func (s ItemStatus) Can() ItemCan {
	free := s.draft() && s.Write == ""
	open := free && !s.Publish.holdsDraft()
	changed := s.changed()
	wanted := open && s.Decision != DecisionRejected && !s.Rewriting
	return ItemCan{
		Edit:             open,
		Regenerate:       open && !s.Rewriting,
		CancelRegenerate: s.draft() && s.Rewriting,
		Decide:           open,
		Answer:           s.draft(),
		Publish:          wanted,
		PublishAll:       wanted && s.unheld(),
		Overwrite:        wanted && s.Publish == PublishConflict,
		Undo:             s.undoable(),
		Retry:            s.unwritten() || wanted && s.Publish == PublishFailed,
		Withdraw:         s.Write == PublicationQueued,
		TakeOver:         changed, PutBack: changed, EditChanged: changed,
	}
}

// unheld reports whether the draft goes along when all are published. What failed
// or is in conflict, and what is too much like other texts, waits for a person.
func (s ItemStatus) unheld() bool {
	return s.Publish != PublishFailed && s.Publish != PublishConflict && !s.Alike
}

// changed reports whether the shop has another text than the published one, and
// nothing is about to be written there.
func (s ItemStatus) changed() bool {
	return s.published() && s.Since == SinceChanged
}

// undoable reports whether the published text is on the shop, so that the
// earlier one can be put back.
func (s ItemStatus) undoable() bool {
	return s.published() && s.Since != SinceChanged && s.Since != SinceTakenOver
}

func (s ItemStatus) published() bool {
	return s.onShop() && s.Write == ""
}

// unwritten reports whether there is no draft for a reason that may be gone.
func (s ItemStatus) unwritten() bool {
	return s.State == ItemFailed || s.State == ItemSkipped && s.Missing
}

// Undecided is the status without its decision: for a person who names a
// rejected draft and wants to publish it all the same.
func (s ItemStatus) Undecided() ItemStatus {
	s.Decision = DecisionOpen
	return s
}

// holdsDraft reports whether the draft is on the shop or queued, so
// that it must stay as it is.
func (p PublishState) holdsDraft() bool {
	return p == PublishQueued || p == Publishing || p == Published
}

// Ready counts the items of a job that each action would take now.
type Ready struct {
	Publish  int `json:"publish"`
	Approved int `json:"approved"` // of these, approved drafts
	Undo     int `json:"undo"`
	Retry    int `json:"retry"`
	Withdraw int `json:"withdraw"`
}

// Add counts n more items of that status; a negative n takes them out again.
func (r *Ready) Add(s ItemStatus, n int) {
	can := s.Can()
	for _, c := range []struct {
		can   bool
		count *int
	}{{can.PublishAll, &r.Publish}, {can.PublishAll && s.Decision == DecisionApproved, &r.Approved}, {can.Undo, &r.Undo}, {can.Retry, &r.Retry}, {can.Withdraw, &r.Withdraw}} {
		if c.can {
			*c.count += n
		}
	}
}

// JobCan says what may be done with a job now.
type JobCan struct {
	Pause    bool `json:"pause"`
	Resume   bool `json:"resume"`
	Cancel   bool `json:"cancel"`
	Retry    bool `json:"retry"`     // some items failed in writing or publishing
	Publish  bool `json:"publish"`   // some drafts are included when all are published
	Undo     bool `json:"undo"`      // some published items can be undone
	Withdraw bool `json:"withdraw"`  // some queued writes can be withdrawn
	WriteNow bool `json:"write_now"` // what waits for another batch can be written at once
	Continue bool `json:"continue"`  // it is a sample that has ended: the rest can be written
	// Archive: it has ended, and nothing of it is being written or sent.
	Archive   bool `json:"archive"`
	Unarchive bool `json:"unarchive"`
}

// atRest reports whether nothing of an ended job is being written or sent.
func atRest(j *Job) bool {
	return j.Rewriting.Open() == 0 && j.Publishing == nil && !j.Batches.Waiting()
}

// WithCan returns the job with its current JobCan.
func (j Job) WithCan() Job {
	j.Can = JobCan{
		Pause:    JobMoves.Allows(j.State, JobPaused) || j.Rewriting.Waiting > 0 || j.State == JobPaused && j.Waits != nil,
		Resume:   j.State == JobPaused && JobMoves.Allows(j.State, JobRunning) || j.Rewriting.Paused > 0,
		Cancel:   JobMoves.Allows(j.State, JobCancelled) || j.Rewriting.Open() > 0,
		Retry:    j.Ready.Retry > 0,
		WriteNow: j.State == JobPaused && j.InBatches,
		Continue: j.Sample > 0 && j.State.Ended(),
		Publish:  j.Ready.Publish > 0,
		Undo:     j.Ready.Undo > 0,
		Withdraw: j.Ready.Withdraw > 0,

		Archive:   j.ArchivedAt == nil && j.State.Ended() && atRest(&j),
		Unarchive: j.ArchivedAt != nil,
	}
	return j
}

// ShopCan says what may be done with a shop now.
type ShopCan struct {
	Sync      bool `json:"sync"`       // no other sync is running
	CreateJob bool `json:"create_job"` // it was synced, so there is something to write for
	Publish   bool `json:"publish"`    // some draft of its jobs is included when all are published
	Undo      bool `json:"undo"`       // something written to it can be undone
	Withdraw  bool `json:"withdraw"`   // something is queued in its outbox
	TryNow    bool `json:"try_now"`    // its outbox is paused until the next try
	SignIn    bool `json:"sign_in"`    // its sign-in can be replaced
	Export    bool `json:"export"`     // its published texts can be written to a file
	Remove    bool `json:"remove"`     // at once: no write to it is under way or of unknown outcome, and no sync; else the service waits, then refuses
}

// WithCan returns the shop with its current ShopCan.
func (s ShopOverview) WithCan() ShopOverview {
	s.Can = ShopCan{
		Sync:      s.Sync == nil,
		CreateJob: s.SyncedAt != nil || s.ProductCount > 0,
		Publish:   s.Publishable,
		Undo:      s.Undoable,
		Withdraw:  s.Waiting > s.Sending,
		TryNow:    s.Halted != nil && s.TryAt != nil,
		SignIn:    s.Kind.Traits().Connect == ConnectSignIn,
		Export:    s.Kind.Traits().Exports,
		Remove:    s.Sending == 0 && s.Sync == nil,
	}
	return s
}
