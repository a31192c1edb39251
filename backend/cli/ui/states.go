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

var itemMarks = map[galley.ItemMark]Cell{
	galley.ItemMarkPending:    {"Pending", TonePlain},
	galley.ItemMarkGenerating: {"Writing", ToneActive},
	galley.ItemMarkFailed:     {"Failed", ToneBad},
	galley.ItemMarkSkipped:    {"Skipped", ToneDim},
	galley.ItemMarkCancelled:  {"Cancelled", ToneDim},
	galley.ItemMarkQueued:     {"Queued", TonePlain},
	galley.ItemMarkConflict:   {"Conflict", ToneWarn},
	galley.ItemMarkRejected:   {"Rejected", ToneDim},
}

// itemMark is the word for an item's mark; an approved draft is told apart from
// one to review.
func itemMark(it galley.Item, words publishingWords) Cell {
	if word, ok := itemMarks[it.Mark]; ok {
		return word
	}
	if it.Mark == galley.ItemMarkPublished || it.Mark == galley.ItemMarkChanged {
		return Cell{words.published, ToneGood}
	}
	if it.Mark == galley.ItemMarkPublishing {
		return Cell{words.state, ToneActive}
	}
	return decided(it.Decision)
}

func decided(d galley.Decision) Cell {
	switch d {
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
