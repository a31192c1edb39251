package store

import (
	"cmp"
	"context"
	"database/sql"
	"slices"
	"strings"
	"time"

	"galley/backend/galley"
	"galley/backend/store/column"
	"galley/backend/store/db"
)

// drafts are drafts to review of a job that are alike in what the inbox shows.
type drafts = db.ToReviewCountsRow

// Inbox returns all that is to be read, without the person's pace. It reads the
// counts that triggers keep; only a search reads drafts.
func (s *Store) Inbox(ctx context.Context, query galley.InboxQuery) (galley.Inbox, error) {
	inbox := galley.Inbox{Shops: []galley.InboxShop{}}
	today := int(s.midnight() / quarterMS)
	err := s.view(ctx, func(q *db.Queries, tx *sql.Tx) error {
		groups, err := q.ToReviewCounts(ctx, today)
		if err != nil {
			return err
		}
		byJob := groupsByJob(groups)
		jobs, err := q.InboxJobs(ctx, db.InboxJobsParams{JobIds: jsonArray(jobsOf(groups)), ShopID: query.ShopID})
		if err != nil {
			return err
		}
		for _, job := range jobs {
			countTabs(&inbox.Tabs, job, byJob[job.ID])
		}
		if err := narrow(ctx, tx, query.Search, today, jobs, byJob); err != nil {
			return err
		}
		for _, job := range jobs {
			addJob(&inbox, inboxJob(job, query, byJob[job.ID]), job)
		}
		return nil
	})
	sortShops(inbox.Shops, query.Order)
	return inbox, err
}

func groupsByJob(groups []drafts) map[galley.JobID][]drafts {
	byJob := map[galley.JobID][]drafts{}
	for _, g := range groups {
		byJob[g.JobID] = append(byJob[g.JobID], g)
	}
	return byJob
}

func jobsOf(groups []drafts) []galley.JobID {
	ids := []galley.JobID{}
	for _, g := range groups {
		if len(ids) == 0 || ids[len(ids)-1] != g.JobID {
			ids = append(ids, g.JobID)
		}
	}
	return ids
}

// countTabs counts what each tab has, also while one searches.
func countTabs(tabs *galley.TabCounts, job db.InboxJobsRow, groups []drafts) {
	for _, g := range groups {
		for tab, count := range map[galley.ReviewTab]*int{
			galley.ReviewAll: &tabs.All, galley.ReviewWarned: &tabs.Warned, galley.ReviewLow: &tabs.Low,
			galley.ReviewRewritten: &tabs.Rewritten, galley.ReviewToday: &tabs.Today,
		} {
			if inTab(tab, job, g) {
				*count += g.N
			}
		}
	}
}

// inTab reports whether a tab has the drafts. A plan that hides scores has none
// below a good one.
func inTab(tab galley.ReviewTab, job db.InboxJobsRow, g drafts) bool {
	switch tab {
	case galley.ReviewWarned:
		return g.Warned
	case galley.ReviewLow:
		return g.Low && job.ShopPlan.ShowsScores()
	case galley.ReviewRewritten:
		return g.Rewritten
	case galley.ReviewToday:
		return g.Today
	case galley.ReviewAll:
	}
	return true
}

func inboxJob(row db.InboxJobsRow, query galley.InboxQuery, groups []drafts) galley.InboxJob {
	job := galley.InboxJob{
		ID: row.ID, ShopID: row.ShopID, Name: row.Name, Field: row.Field, Total: row.Total, Named: isNamed(row, query.Search),
		StartedAt: row.StartedAt.Time, FinishedAt: row.FinishedAt.Time,
	}
	for _, g := range groups {
		if !inTab(query.Tab, row, g) {
			continue
		}
		job.Left += g.N
		job.Oldest = older(job.Oldest, quarter(g.Oldest))
		for count, holds := range map[*int]bool{
			&job.Warned: g.Warned, &job.Low: g.Low && row.ShopPlan.ShowsScores(), &job.Rewritten: g.Rewritten,
		} {
			if holds {
				*count += g.N
			}
		}
	}
	return job
}

// quarter is the moment at which a quarter of item_counts begins, nil for the one
// of drafts whose time is not known.
func quarter(n int) *time.Time {
	if n == 0 {
		return nil
	}
	at := time.UnixMilli(int64(n) * quarterMS).UTC()
	return &at
}

func older(a, b *time.Time) *time.Time {
	if a == nil || b != nil && b.Before(*a) {
		return b
	}
	return a
}

// addJob adds a job in which something is left to its shop.
func addJob(inbox *galley.Inbox, job galley.InboxJob, row db.InboxJobsRow) {
	if job.Left == 0 {
		return
	}
	inbox.Add(job.ReviewCounts)
	at := slices.IndexFunc(inbox.Shops, func(shop galley.InboxShop) bool { return shop.ID == job.ShopID })
	if at < 0 {
		at = len(inbox.Shops)
		inbox.Shops = append(inbox.Shops, galley.InboxShop{ID: job.ShopID, Name: row.ShopName, Scored: row.ShopPlan.ShowsScores()})
	}
	shop := &inbox.Shops[at]
	shop.Add(job.ReviewCounts)
	shop.Oldest = older(shop.Oldest, job.Oldest)
	shop.Jobs = append(shop.Jobs, job)
}

func sortShops(shops []galley.InboxShop, order galley.ShopOrder) {
	slices.SortStableFunc(shops, func(a, b galley.InboxShop) int {
		byName := cmp.Compare(strings.ToLower(a.Name), strings.ToLower(b.Name))
		switch order {
		case galley.ShopsMostLeft:
			return cmp.Or(b.Left-a.Left, byName)
		case galley.ShopsOldest:
			return cmp.Or(waiting(a).Compare(waiting(b)), byName)
		case galley.ShopsByName:
		}
		return byName
	})
}

func waiting(shop galley.InboxShop) time.Time {
	if shop.Oldest == nil {
		return time.Time{}
	}
	return *shop.Oldest
}

// decisionsKept is how many times of decisions are kept of a person: enough for a pace of late.
const decisionsKept = 200

// NoteDecision keeps that a person decided about one draft now.
func (s *Store) NoteDecision(ctx context.Context, person string) error {
	return s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		if err := q.NoteDecision(ctx, db.NoteDecisionParams{Person: person, DecidedAt: column.At(s.clock.Now())}); err != nil {
			return err
		}
		return q.PruneDecisions(ctx, db.PruneDecisionsParams{Person: person, Keep: decisionsKept})
	})
}

// DecisionTimes returns when a person decided about single drafts of late, newest first.
func (s *Store) DecisionTimes(ctx context.Context, person string) (times []time.Time, err error) {
	err = s.view(ctx, func(q *db.Queries, _ *sql.Tx) error {
		rows, err := q.DecisionTimes(ctx, person)
		for _, at := range rows {
			times = append(times, at.Time)
		}
		return err
	})
	return times, err
}
