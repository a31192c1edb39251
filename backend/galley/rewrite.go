package galley

// Rewrite is a request to have a draft written again, and what became of it.
// The draft that it was made for is kept unless the request is RewriteDone.
type Rewrite struct {
	State  RewriteState `json:"state"`
	Note   string       `json:"note"`
	Reason *Reason      `json:"reason"` // why it is paused, or the draft was kept
	Brief  string       `json:"brief"`  // the reason in a few words
	// Revision is the draft that the request was made for: what a person saw. Once
	// it is RewriteDone, the current draft is the next one.
	Revision int `json:"revision"`
}

// RewriteNotes are notes to choose from where drafts of a shop are written again.
type RewriteNotes struct {
	Last  []string `json:"last"`  // that people gave, the newest first
	House []string `json:"house"` // of the shop's profile
}

// LastNotes is how many notes of a shop are remembered.
const LastNotes = 12

// RewriteCounts counts the drafts of a job that were last to be written again
// together. Every request that is made while others are open joins them.
type RewriteCounts struct {
	Total     int `json:"total"`
	Waiting   int `json:"waiting"` // queued or being written
	Paused    int `json:"paused"`
	Written   int `json:"written"`
	Failed    int `json:"failed"`
	Cancelled int `json:"cancelled"`
	// Reason is why the first of them is paused, or failed.
	Reason *Reason `json:"reason"`
}

// Open counts those that may still be written.
func (r RewriteCounts) Open() int { return r.Waiting + r.Paused }
