package jobs

import (
	"context"
	"math"

	"galley/backend/galley"
)

// assumedTwice is the share of answers that is assumed to be asked for once more
// until a model has written some drafts of the field: answers that are no copy,
// have claims without a source, or lack parts of the shop's text. It is an
// assumption. What models really take is measured on their drafts.
const assumedTwice = 0.2

// paidAgain allows for requests that fail after they were paid for, and are sent
// again: one in ten at most.
const paidAgain = 1.1

// measuredOn is how many of the newest drafts of a field by a model an estimate
// is measured on at most.
const measuredOn = 200

// usedBefore is what earlier drafts of the job's field by its model used, none
// where there are fewer than in a sample.
func (s *Service) usedBefore(ctx context.Context, job galley.Job) (galley.DraftsUsed, error) {
	used, err := s.store.DraftsUsed(ctx, job, measuredOn)
	if used.Drafts < galley.SampleSize {
		return galley.DraftsUsed{}, err
	}
	return used, err
}

// tokenSum is the tokens of some drafts that were measured, each asked for once:
// input, usual and longest output.
type tokenSum struct{ in, out, outMax, drafts int }

func (t *tokenSum) add(in, out, outMax int) {
	t.in, t.out, t.outMax, t.drafts = t.in+in, t.out+out, t.outMax+outMax, t.drafts+1
}

// means are the tokens of one draft.
func (t *tokenSum) means() (in, out, outMax float64) {
	n := float64(max(t.drafts, 1))
	return float64(t.in) / n, float64(t.out) / n, float64(t.outMax) / n
}

// expected is what n drafts use as a rule: as much as earlier drafts did, with
// their second requests, their thinking and their share of cached input. Where
// there are none, a share of the answers is assumed to be asked for twice. A
// prompt that is longer than the earlier ones counts in full.
func (t *tokenSum) expected(n int, before galley.DraftsUsed) galley.Usage {
	in, out, _ := t.means()
	if before.Drafts == 0 {
		return times(n, in+assumedTwice*(in+out), out*(1+assumedTwice), 0)
	}
	used := before.PerDraft()
	in = max(in, used.Input)
	return times(n, in, used.Output, in*used.CachedShare)
}

// most is what n drafts use where each is asked for twice, the second time with
// its first answer, and all answers are as long as their field allows.
func (t *tokenSum) most(n int, before galley.DraftsUsed) galley.Usage {
	in, _, out := t.means()
	used := before.PerDraft()
	in, out = max(2*in+out, used.Input), max(2*out, used.Output)
	return times(n, in*paidAgain, out*paidAgain, 0)
}

func times(n int, in, out, cached float64) galley.Usage {
	of := func(tokens float64) int { return int(math.Round(tokens * float64(n))) }
	return galley.Usage{InputTokens: of(in), OutputTokens: of(out), CachedTokens: of(cached)}
}
