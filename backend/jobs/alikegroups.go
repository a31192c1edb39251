package jobs

import (
	"context"
	"fmt"
	"slices"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// unlikeShown is how many other beginnings a model is given, and how long each is.
const (
	unlikeShown = 8
	unlikeRunes = 80
)

// RegenerateAlike queues the drafts of groups of a job to be written again, unlike
// the others of their group. A group that has other texts by now is CodeChanged,
// and nothing is queued. Drafts that cannot be written again are named.
func (s *Service) RegenerateAlike(ctx context.Context, id galley.JobID, groups []string) (galley.Decided, error) {
	done := galley.Decided{Left: []galley.LeftOut{}}
	found, err := s.alike.Groups(ctx, id, groups)
	if err != nil {
		return done, err
	}
	if err := s.refuseUnpricedJob(ctx, id, messages.RewriteNeedsPrice); err != nil {
		return done, err
	}
	seen := map[galley.ItemID]bool{}
	for _, g := range found {
		drafts := slices.DeleteFunc(slices.Clone(g.Members), func(d galley.ItemAt) bool { return seen[d.ID] })
		for _, d := range drafts {
			seen[d.ID] = true
		}
		some, err := s.store.QueueRewrites(ctx, id, drafts, galley.RewriteAsk{Note: noteFor(g), Unlike: beginnings(g)})
		if err != nil {
			return done, err
		}
		done.Count += some.Count
		done.Left = append(done.Left, some.Left...)
	}
	return done, nil
}

// noteFor says to the writer what is wrong with the drafts of a group.
func noteFor(g galley.AlikeGroup) string {
	others := g.Size() - 1
	switch g.Kind {
	case galley.AlikeOpening:
		return fmt.Sprintf("Not like the others: %d other texts begin with “%s”. Begin in another way.", others, g.Opening)
	case galley.AlikeEnding, galley.AlikeClosing:
		return fmt.Sprintf("Not like the others: %d other texts end with “%s”. End in another way.", others, g.Opening)
	case galley.AlikeEqual:
		return fmt.Sprintf("Not like the others: %d other texts are the same. Say what only this one has.", others)
	case galley.AlikeNear:
	}
	return fmt.Sprintf("Not like the others: %d other texts are nearly the same. Say what only this one has, in other words and another order.", others)
}

// beginnings are some ways in which the texts of a group begin.
func beginnings(g galley.AlikeGroup) []string {
	found := []string{}
	add := func(text string) {
		if r := []rune(text); len(r) > unlikeRunes {
			text = string(r[:unlikeRunes])
		}
		if text != "" && len(found) < unlikeShown && !slices.Contains(found, text) {
			found = append(found, text)
		}
	}
	for _, l := range g.Live {
		add(l.Text)
	}
	for _, d := range g.Drafts {
		add(d.Text)
	}
	return found
}

// EstimateAlike computes what RegenerateAlike would do and cost. Tokens and money
// are scaled up from some of the drafts.
func (s *Service) EstimateAlike(ctx context.Context, id galley.JobID, groups []string) (e galley.AlikeRewrite, err error) {
	found, err := s.alike.Groups(ctx, id, groups)
	if err != nil {
		return e, err
	}
	job, err := s.store.Job(ctx, id)
	if err != nil {
		return e, err
	}
	set, err := s.settings.For(ctx, job.ShopID)
	if err != nil {
		return e, err
	}
	today, err := s.store.Spend(ctx)
	if err != nil {
		return e, err
	}
	e = galley.AlikeRewrite{Writer: job.Writer, TodayUSD: today.TotalUSD, NeedsPrice: galley.ReasonOf(set.NeedsPrice(job.Writer))}
	sum, err := s.rewriteTokens(ctx, job, found, &e)
	if err != nil {
		return e, err
	}
	price, ok := set.PriceOf(job.Writer)
	if e.Priced = ok || job.Writer.Kind.Traits().Free || sum.drafts == 0; ok && sum.drafts > 0 {
		before, err := s.usedBefore(ctx, job)
		if err != nil {
			return e, err
		}
		e.Measured = before.Drafts
		e.CostUSD, e.CostMaxUSD = price.Cost(sum.expected(e.Count, before)), price.Cost(sum.most(e.Count, before))
	}
	return e, nil
}

// rewriteTokens counts the drafts of groups that can be written again, and
// measures the first of them.
func (s *Service) rewriteTokens(ctx context.Context, job galley.Job, groups []galley.AlikeGroup, e *galley.AlikeRewrite) (sum tokenSum, err error) {
	drafts, note, unlike := draftsOf(groups)
	for _, draft := range drafts {
		item, err := s.store.Item(ctx, draft.ID)
		if err != nil {
			return sum, err
		}
		if !item.Can.Regenerate {
			e.Left++
			continue
		}
		if e.Count++; sum.drafts == measured {
			continue
		}
		of, err := s.store.Subject(ctx, job.ShopID, item.Listed())
		if err != nil && !galley.HasCode(err, galley.CodeNotFound) {
			return sum, err
		}
		in, out, outMax := s.drafter.EstimateTokens(galley.WriteRequest{
			Subject: of, Field: job.Field, Instructions: job.Instructions, Profile: job.Profile, Unlike: unlike,
		})
		sum.add(in+galley.Tokens(item.Content)+galley.Tokens(note), out, outMax)
	}
	return sum, nil
}

// draftsOf are the drafts of groups, each once, and the most that is asked of one.
func draftsOf(groups []galley.AlikeGroup) (drafts []galley.ItemAt, note string, unlike []string) {
	seen := map[galley.ItemID]bool{}
	for _, g := range groups {
		if others := beginnings(g); len(others) >= len(unlike) {
			note, unlike = noteFor(g), others
		}
		for _, d := range g.Members {
			if !seen[d.ID] {
				seen[d.ID] = true
				drafts = append(drafts, d)
			}
		}
	}
	return drafts, note, unlike
}
