package ui

import "galley/backend/galley"

var jobStates = map[galley.JobState]Cell{
	galley.JobQueued:    {"Queued", TonePlain},
	galley.JobRunning:   {"Running", ToneActive},
	galley.JobPaused:    {"Paused", ToneWarn},
	galley.JobCompleted: {"Completed", TonePlain},
	galley.JobCancelled: {"Cancelled", ToneDim},
	galley.JobFailed:    {"Failed", ToneBad},
}

// jobState is the word for a job's state. One that has ended may have drafts that
// are written again.
func jobState(j galley.Job) Cell {
	switch {
	case !j.State.Ended() || j.Rewriting.Open() == 0:
		return jobStates[j.State]
	case j.Rewriting.Waiting > 0:
		return Cell{"Writing again", ToneActive}
	}
	return Cell{"Writing again, paused", ToneWarn}
}

var itemStates = map[galley.ItemState]Cell{
	galley.ItemPending:    {"Pending", TonePlain},
	galley.ItemGenerating: {"Writing", ToneActive},
	galley.ItemFailed:     {"Failed", ToneBad},
	galley.ItemSkipped:    {"Skipped", ToneDim},
	galley.ItemCancelled:  {"Cancelled", ToneDim},
}

var publishStates = map[galley.PublishState]Cell{
	galley.PublishQueued:   {"Queued", TonePlain},
	galley.PublishConflict: {"Conflict", ToneWarn},
	galley.PublishFailed:   {"Failed", ToneBad},
}

// itemState is the word for an item's state.
func itemState(it galley.Item, words publishingWords) Cell {
	if word, ok := itemStates[it.State]; ok {
		return word
	}
	if it.PublishState == galley.Published {
		return Cell{words.published, ToneGood}
	}
	if it.PublishState == galley.Publishing {
		return Cell{words.state, ToneActive}
	}
	if word, ok := publishStates[it.PublishState]; ok {
		return word
	}
	switch it.Decision {
	case galley.DecisionRejected:
		return Cell{"Rejected", ToneDim}
	case galley.DecisionApproved:
		return Cell{"Approved", ToneWaits}
	case galley.DecisionOpen:
	}
	return Cell{"Unpublished", ToneWaits}
}

var verdicts = map[galley.Verdict]Cell{
	galley.VerdictGood: {"Good", ToneGood},
	galley.VerdictFair: {"Fair", ToneWaits},
	galley.VerdictPoor: {"Poor", ToneBad},
}

// scored is a score with its word.
func scored(s *galley.Score) Cell {
	if s == nil {
		return Cell{Text: "–"}
	}
	word := verdicts[s.Verdict()]
	return Cell{Count(s.Total) + " " + word.Text, word.Tone}
}

// red is a number that is bad unless it is zero.
func red(n int) Cell {
	if n == 0 {
		return Cell{"0", ToneDim}
	}
	return Cell{Count(n), ToneBad}
}
