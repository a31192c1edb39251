package galley

import (
	"strings"
	"time"
	"unicode/utf8"

	"galley/backend/galley/messages"
)

// JobRun is how far the writes of a job to its shop are that are under way: all
// of the plans that have one queued or being sent.
type JobRun struct {
	Total     int       `json:"total"`
	Waiting   int       `json:"waiting"` // queued or being sent
	Published int       `json:"published"`
	Undone    int       `json:"undone"`
	Conflict  int       `json:"conflict"`
	Failed    int       `json:"failed"`
	Withdrawn int       `json:"withdrawn"`
	Undo      bool      `json:"undo"`       // all of it puts earlier texts back
	StartedAt time.Time `json:"started_at"` // when the first of them was confirmed
	Person    string    `json:"person"`     // who confirmed it
}

// Add joins the run of one more plan.
func (j *JobRun) Add(r Run, person string) {
	undo := r.Kind == PlanToUndo
	if j.StartedAt.IsZero() || r.ConfirmedAt.Before(j.StartedAt) {
		j.StartedAt, j.Person = r.ConfirmedAt, person
	}
	j.Undo = undo && (j.Undo || j.Total == 0)
	j.Total += r.Total
	j.Waiting += r.Waiting
	j.Published += r.Published
	j.Undone += r.Undone
	j.Conflict += r.Conflict
	j.Failed += r.Failed
	j.Withdrawn += r.Withdrawn
}

// MaxJobName is the longest name of a job, in characters.
const MaxJobName = 200

// ParseJobName returns a name for a job without blanks at its ends, or CodeInvalidInput.
func ParseJobName(name string) (string, error) {
	name = strings.Join(strings.Fields(name), " ")
	n := utf8.RuneCountInString(name)
	if n == 0 || n > MaxJobName {
		return "", NewError(CodeInvalidInput, messages.JobNameInvalid(n, MaxJobName))
	}
	return name, nil
}
