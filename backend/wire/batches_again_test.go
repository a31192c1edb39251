package wire_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/llm/llmtest"
)

// A cut answer is asked for again with more room in the following batch, as it is where requests go at once: of each
// draft, not only of the first that shows that the room is too small, and also after a restart.
func TestCutAnswersOfABatchAreAskedForWithMoreRoom(t *testing.T) {
	for name, restarts := range map[string]bool{"in one go": false, "restarted": true} {
		t.Run(name, func(t *testing.T) {
			b := newBatcher(t, 12, llmtest.Options{Answer: cutsShort})
			b.model.HoldBatches(true)
			job := b.start(galley.FieldTitle)
			b.model.HoldBatches(false)
			for range 4 {
				if restarts {
					b.reopen()
				}
				job = b.later(job)
			}
			require.Equal(t, galley.JobCompleted, job.State, "%v", job.Reason)
			require.Equal(t, 12, job.Counts.Successful, "%+v", job.Failures)
			require.Equal(t, []int{12, 12}, b.model.BatchesOf())
			require.Zero(t, b.reserved())
		})
	}
}

// cutsShort is a model that needs more room for a draft than it is given at first.
func cutsShort(r llmtest.Request) llmtest.Reply {
	const needs = 1000
	reply, room := llmtest.Says(llmtest.Draft(r)), max(r.MaxTokens, r.MaxCompletionTokens)
	if room < needs && !strings.Contains(string(r.Body), `the word \"ready\"`) {
		reply.Content, reply.Finish = reply.Content[:len(reply.Content)/2], "length"
		reply.Usage = &llmtest.Usage{Prompt: len(r.Body) / 4, Completion: room}
	}
	return reply
}

// An answer of a batch that would not have ended is asked for once more, without JSON mode, and what is paid for then is
// read: whether one draft shows it or each, and also where the drafts are made again after a restart.
func TestEndlessAnswersOfABatchAreAskedForInAnotherForm(t *testing.T) {
	for _, c := range []struct {
		endless  int
		restarts bool
	}{{1, false}, {1, true}, {12, false}, {12, true}} {
		t.Run(fmt.Sprintf("%d, restarts %v", c.endless, c.restarts), func(t *testing.T) {
			left := c.endless
			b := newBatcher(t, 12, llmtest.Options{NoSchema: true, Answer: func(r llmtest.Request) llmtest.Reply {
				if left == 0 || strings.Contains(string(r.Body), `the word \"ready\"`) {
					return llmtest.Writes(llmtest.Draft(r))
				}
				left--
				return llmtest.Reply{Content: `{"content": "A lamp"` + strings.Repeat(" \n", 600), Finish: "length"}
			}})
			b.model.HoldBatches(true)
			job := b.start(galley.FieldTitle)
			b.model.HoldBatches(false)
			for range 4 {
				if c.restarts {
					b.reopen()
				}
				job = b.later(job)
			}
			require.Equal(t, galley.JobCompleted, job.State, "%v", job.Reason)
			require.Equal(t, 12, job.Counts.Successful, "%+v", job.Failures)
			require.Equal(t, []int{12, c.endless}, b.model.BatchesOf())
			require.Zero(t, b.reserved())
		})
	}
}

// One endless answer costs JSON mode one step, however often it is read again.
func TestAnEndlessAnswerOfABatchChangesTheFormOnce(t *testing.T) {
	endless, format := true, ""
	b := newBatcher(t, 2, llmtest.Options{Answer: func(r llmtest.Request) llmtest.Reply {
		format = r.Format
		if !endless || strings.Contains(string(r.Body), `the word \"ready\"`) {
			return llmtest.Writes(llmtest.Draft(r))
		}
		endless = false
		return llmtest.Reply{Content: `{"content": "A lamp"` + strings.Repeat(" \n", 600), Finish: "length"}
	}})
	job := b.start(galley.FieldTitle)
	for range 4 {
		job = b.later(job)
	}
	require.Equal(t, galley.JobCompleted, job.State, "%v", job.Reason)
	require.Equal(t, "json_object", format)
	job = b.start(galley.FieldDescription)
	for range 2 {
		job = b.later(job)
	}
	require.Equal(t, 2, job.Counts.Successful)
	require.Equal(t, "json_object", format)
}
