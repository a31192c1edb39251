package llm

import (
	"fmt"
	"time"

	"galley/backend/galley"
)

// occasion is where a sentence will be read.
type occasion int

const (
	inJob  occasion = iota // beside an item, or as the reason of a paused job
	inTest                 // under the button that tests the connection
)

// words are the sentences of a code: what happened, and what to do about it.
type words struct {
	what string
	job  string // the way on where a job paused
	test string // the way on where somebody tries the connection
}

const kept = " The drafts written so far are kept. "

var wording = map[galley.Code]words{
	galley.CodeWriterKey: {
		what: "The model endpoint refused the key.",
		job:  "Enter a new key in Settings, then resume the job.",
		test: "Enter a new key.",
	},
	galley.CodeWriterQuota: {
		what: "The account behind the key has no credit left.",
		job:  "Add credit with the provider, then resume the job.",
		test: "Add credit with the provider.",
	},
	galley.CodeWriterModel: {
		what: "The model endpoint does not have this model.",
		job:  "Make the model available there and resume the job, or correct Settings and start a new job.",
		test: "Check the address and the name of the model.",
	},
	galley.CodeRateLimited: {
		what: "The model endpoint keeps asking to slow down.",
		job:  "Resume the job later, or allow fewer requests a minute in Settings.",
		test: "Try again later, or allow fewer requests a minute.",
	},
	galley.CodeOffline: {
		what: "The model endpoint cannot be reached.",
		job:  "Check the network and that the endpoint runs, then resume the job.",
		test: "Check the network, the address, and that the endpoint runs.",
	},
}

// Item errors stand in a row: no more than what happened.
var itemWording = map[galley.Code]string{
	galley.CodeTimeout:       "Not written: the model endpoint took too long.",
	galley.CodeWriterFailed:  "Not written: the model endpoint answered with a fault.",
	galley.CodeWriterCut:     "Not written: answer cut short.",
	galley.CodeWriterReply:   "Not written: the answer cannot be read.",
	galley.CodeWriterRefused: "Not written: the model declined.",
}

func (f *fault) sentence(where occasion) string {
	w, pauses := wording[f.code]
	what := f.what
	if what == "" {
		what = w.what
	}
	if what == "" {
		what = itemWording[f.code]
	}
	switch {
	case !pauses:
		return what
	case where == inTest:
		return what + " " + w.test
	}
	return what + kept + w.job
}

// explain makes the error that leaves this package.
func (f *fault) explain(where occasion) error {
	if f == nil {
		return nil
	}
	return galley.Wrap(f.cause, f.code, "%s", f.sentence(where))
}

// spell writes a duration as people say it.
func spell(d time.Duration) string {
	for _, unit := range []struct {
		name string
		of   time.Duration
	}{{"hours", time.Hour}, {"minutes", time.Minute}} {
		if d >= 2*unit.of {
			return fmt.Sprintf("%.0f %s", d.Round(unit.of).Hours()/unit.of.Hours(), unit.name)
		}
	}
	return fmt.Sprintf("%.0f seconds", d.Seconds())
}
