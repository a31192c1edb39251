package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/store/column"
	"galley/backend/store/db"
)

// filters are galley.ItemFilter.Holds as conditions over items, in a form that
// items_listed and items_off_length answer; a test compares them for every status.
var filters = map[galley.ItemFilter]string{
	galley.FilterAll:         "1",
	galley.FilterUnpublished: "state = 'generated' AND (publish_state IN ('unpublished', 'queued', 'publishing', 'undone') OR publish_state = 'conflict' AND decision = 'rejected')",
	galley.FilterPublished:   "state = 'generated' AND publish_state = 'published' AND since <> 'changed'",
	galley.FilterChanged:     "state = 'generated' AND publish_state = 'published' AND since = 'changed'",
	galley.FilterSkipped:     "state = 'skipped'",
	galley.FilterFailed:      "(state = 'failed' OR publish_state = 'failed')",
	galley.FilterConflict:    "state = 'generated' AND publish_state = 'conflict' AND decision <> 'rejected'",
	galley.FilterApproved:    "state = 'generated' AND decision = 'approved' AND publish_state NOT IN ('published', 'failed')",
	galley.FilterRejected:    "state = 'generated' AND decision = 'rejected'",
	galley.FilterWaiting:     "publish_state IN ('queued', 'publishing')",
	galley.FilterToReview:    toReview,
	galley.FilterAlike:       "state = 'generated' AND alike = 1 AND decision <> 'rejected' AND publish_state IN ('unpublished', 'undone', 'conflict')",
	galley.FilterWarned:      "state = 'generated' AND warned = 1",
	galley.FilterShort:       "state = 'generated' AND off_length = 'short' AND off_length IN ('short', 'long')",
	galley.FilterLong:        "state = 'generated' AND off_length = 'long' AND off_length IN ('short', 'long')",
}

// toReview is galley.ItemStatus.ToReview, as the column to_review has it, in a
// form that looks into items_listed.
const toReview = "state = 'generated' AND decision = 'open' AND publish_state IN ('unpublished', 'undone') AND rewrite <> 'open'"

// rewriteOpen is items.rewrite of a draft that is to be written again.
const rewriteOpen = "open"

func selectedItem(job galley.JobID, it galley.ItemStanding) galley.SelectedItem {
	item := galley.SelectedItem{
		ItemAt:   galley.ItemAt{ID: galley.NewItemID(job, it.Position), Revision: it.Revision},
		Decision: it.Decision,
	}
	if it.Publish == galley.PublishConflict {
		item.OnShop = it.OnShop
	}
	return item
}

// Item returns one item with its draft and can, or CodeNotFound.
func (s *Store) Item(ctx context.Context, id galley.ItemID) (item galley.Item, err error) {
	err = s.view(ctx, func(q *db.Queries, _ *sql.Tx) error {
		row, err := itemRow(ctx, q, id)
		if err != nil {
			return err
		}
		items, err := withCan(ctx, q, []db.Item{row})
		if err == nil {
			item = items[0]
		}
		return err
	})
	return item, err
}

func itemOf(r db.Item) (galley.Item, error) {
	job := r.JobID
	it := galley.Item{
		ID: galley.NewItemID(job, r.Position), JobID: job, Position: r.Position, ShopID: r.ShopID, Field: r.Field,
		Place: placeOfItem(r), Product: placeOfItem(r).Product(r.ImageOf),
		Thumbnail: r.ImageUrl, State: r.State, PublishState: r.PublishState,
		Decision: r.Decision, Content: r.Content, Original: r.Original.Text,
		OnShop: knownValue(r.OnShopKnown, r.OnShop), Since: r.Since, HeldBack: r.HeldBack, Alike: r.Alike, Error: reason(r.ErrorCode, r.ErrorMessage),
		Revision: r.Revision, WrittenBy: r.WrittenBy, WrittenAt: r.WrittenAt.Time,
		PublishedAt: r.PublishedAt.Time,
		Usage: galley.Usage{
			InputTokens: r.InputTokens, OutputTokens: r.OutputTokens, CachedTokens: r.CachedTokens,
			CostUSD: r.CostUsd, Priced: r.Priced, Estimated: r.Estimated > 0,
		},
	}
	if id := it.Place.ImageID(); id != "" {
		it.Image = &galley.ImageRef{ID: id, URL: r.ImageUrl}
	}
	if err := json.Unmarshal([]byte(r.Products), &it.Products); err != nil {
		return it, err
	}
	if len(it.Products) == 0 && it.Product.ID != "" {
		it.Products = []galley.ProductRef{it.Product}
	}
	it.Brief = galley.BriefOf(it.Error)
	if it.PublishState != galley.Published {
		it.Since = galley.SinceNothing
	}
	var unscored, unwarned error
	it.Score, unscored = scoreOf(r.Score)
	it.Warnings, unwarned = warningsOf(r.Warnings)
	return it, errors.Join(unscored, unwarned, json.Unmarshal([]byte(r.Kept), &it.Kept))
}

// Original is the shop's text when the item's draft was written, with null
// distinguished from empty.
func (s *Store) Original(ctx context.Context, id galley.ItemID) (galley.Value, error) {
	job, pos, err := id.Split()
	if err != nil {
		return galley.Value{}, err
	}
	row, err := db.New(s.read).Item(ctx, db.ItemParams{JobID: job, Position: pos})
	return row.Original, fault(err)
}

// Revisions lists the texts that an item has had, oldest first.
func (s *Store) Revisions(ctx context.Context, id galley.ItemID) ([]galley.Revision, error) {
	job, pos, err := id.Split()
	if err != nil {
		return nil, err
	}
	found := []galley.Revision{}
	err = s.view(ctx, func(q *db.Queries, _ *sql.Tx) error {
		rows, err := q.Revisions(ctx, db.RevisionsParams{JobID: job, Position: pos})
		for _, r := range rows {
			found = append(found, galley.Revision{
				Number: r.Number, Author: r.Author, Name: r.Name, Note: r.Note,
				Content: r.Content, CreatedAt: r.CreatedAt.Time,
			})
		}
		return err
	})
	return found, err
}

// Decide sets the decision of drafts of one job, each as it was on screen. Those
// that changed since, or are on the shop or on their way there, keep theirs and
// are named.
func (s *Store) Decide(ctx context.Context, job galley.JobID, drafts []galley.ItemAt, d galley.Decision) (done galley.Decided, err error) {
	done.Left = []galley.LeftOut{}
	err = s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		found, err := draftsNow(ctx, q, job, drafts)
		if err != nil {
			return err
		}
		var rows, changing []column.RowID
		for i, draft := range drafts {
			if why := undecidable(draft, found[i]); why != nil {
				done.Left = append(done.Left, leftDraft(found[i].row, *why))
				continue
			}
			rows = append(rows, found[i].row.RowID)
			if found[i].row.Decision != d {
				changing = append(changing, found[i].row.RowID)
			}
		}
		done.Count = len(rows)
		step, err := s.beginStep(ctx, q, galley.StepDecide, changing)
		if err != nil {
			return err
		}
		if err := q.Decide(ctx, db.DecideParams{Decision: d, RowIds: jsonArray(rows)}); err != nil {
			return err
		}
		if step > 0 {
			done.Steps = []galley.StepID{step}
		}
		if err := endStep(ctx, q, step); err != nil {
			return err
		}
		return touched(ctx, q, nil, galley.TopicJob(job), galley.TopicJobs, galley.TopicShops)
	})
	return done, err
}

// leftDraft names a draft that an action did not take.
func leftDraft(row db.Item, why galley.Reason) galley.LeftOut {
	return galley.LeftOut{
		ItemID: galley.NewItemID(row.JobID, row.Position), Field: row.Field, Reason: why,
		Place: placeOfItem(row), Product: placeOfItem(row).Product(row.ImageOf),
	}
}

// notOnScreen says that a draft is not the revision that was on screen.
func notOnScreen(draft galley.ItemAt, row db.Item) *galley.Reason {
	if draft.Revision == 0 && row.Revision > 0 {
		return &galley.Reason{Code: galley.CodeInvalidInput, Message: messages.ItemWithoutRevision(string(draft.ID))}
	}
	return &galley.Reason{Code: galley.CodeChanged, Message: messages.DraftChangedOnScreen(draft.Revision, row.Revision)}
}

// undecidable says why a draft cannot take a decision, nil where it can.
func undecidable(draft galley.ItemAt, now draftNow) *galley.Reason {
	id := string(draft.ID)
	switch {
	case now.row.Revision != draft.Revision:
		return notOnScreen(draft, now.row)
	case now.status.Can().Decide:
		return nil
	case now.status.State != galley.ItemGenerated:
		return &galley.Reason{Code: galley.CodeIllegalState, Message: messages.NoDraftToDecide(id)}
	case now.status.Publish == galley.Published:
		return &galley.Reason{Code: galley.CodeIllegalState, Message: messages.PublishedNotDecided(id)}
	}
	return &galley.Reason{Code: galley.CodeIllegalState, Message: messages.SendingNotDecided(id)}
}

// itemRow reads an item's row, or CodeNotFound.
func itemRow(ctx context.Context, q *db.Queries, id galley.ItemID) (db.Item, error) {
	job, pos, err := id.Split()
	if err != nil {
		return db.Item{}, err
	}
	row, err := q.Item(ctx, db.ItemParams{JobID: job, Position: pos})
	if errors.Is(err, sql.ErrNoRows) {
		return row, galley.NewError(galley.CodeNotFound, messages.NoSuchItem(string(id)))
	}
	return row, err
}
