package store

import (
	"context"
	"database/sql"
	"errors"
	"strings"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/store/column"
	"galley/backend/store/db"
)

// SaveAnswer changes the drafts of an answer and adds its facts, in one
// transaction. Drafts that were changed, queued or published since are left
// alone and named; where none is left to change, nothing is saved.
func (s *Store) SaveAnswer(ctx context.Context, a galley.NewAnswer) (done galley.Answered, err error) {
	done.Left = []galley.LeftOut{}
	err = s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		var saved []db.InsertAnsweredDraftParams
		facts := map[string]int64{} // by product: its images may have several drafts
		for _, d := range a.Drafts {
			row, err := s.changeAnswered(ctx, q, d)
			if problem := leftAlone(err); problem != nil {
				done.Left = append(done.Left, d.Item.LeftOut(problem))
				continue
			}
			if err == nil && d.Fact != nil {
				err = s.noteOnce(ctx, q, a.ShopID, d, facts, &row)
			}
			if err == nil && d.Scoped != nil {
				row.ScopedFact, err = addScoped(ctx, q, a.ShopID, *d.Scoped)
			}
			if err != nil {
				return err
			}
			saved = append(saved, row)
		}
		if len(saved) == 0 {
			return nil
		}
		done.Count = len(saved)
		done.ID, err = s.insertAnswer(ctx, q, a, saved)
		return err
	})
	return done, err
}

func (s *Store) insertAnswer(ctx context.Context, q *db.Queries, a galley.NewAnswer, drafts []db.InsertAnsweredDraftParams) (galley.AnswerID, error) {
	row := db.InsertAnswerParams{
		JobID: a.Request.JobID, Kind: a.Request.Do, Rule: a.Request.Warning.Rule, About: a.Request.Warning.About, ShopFact: a.ShopFact,
		Person: a.Person, AnsweredAt: column.At(s.clock.Now()),
	}
	if a.ShopFact != "" {
		if err := s.changeShopFacts(ctx, q, a.ShopID, func(facts string) string {
			return strings.TrimPrefix(strings.TrimRight(facts, "\n")+"\n"+a.ShopFact, "\n")
		}); err != nil {
			return 0, err
		}
	}
	if a.Scoped != nil {
		id, err := addScoped(ctx, q, a.ShopID, *a.Scoped)
		if err != nil {
			return 0, err
		}
		row.ScopedFact = id
	}
	id, err := q.InsertAnswer(ctx, row)
	if err != nil {
		return 0, err
	}
	for _, d := range drafts {
		d.AnswerID = id
		if err := q.InsertAnsweredDraft(ctx, d); err != nil {
			return 0, err
		}
	}
	return id, touchAnswered(ctx, q, a.ShopID, a.Request.JobID)
}

// addScoped adds a fact with a scope; 0 where it is there already.
func addScoped(ctx context.Context, q *db.Queries, shop galley.ShopID, f galley.ScopedFact) (int64, error) {
	id, err := q.InsertScopedFact(ctx, scopedFactRow(shop, f))
	if errors.Is(err, sql.ErrNoRows) {
		return 0, nil
	}
	return id, err
}

func touchAnswered(ctx context.Context, q *db.Queries, shop galley.ShopID, job galley.JobID) error {
	return touched(ctx, q, nil, galley.TopicJob(job), galley.TopicJobs, galley.TopicShops, galley.TopicProducts(shop))
}

func (s *Store) changeShopFacts(ctx context.Context, q *db.Queries, shop galley.ShopID, change func(string) string) error {
	facts, err := q.FactsOf(ctx, shop)
	if err != nil {
		return err
	}
	facts = change(facts)
	if err := galley.CheckFacts(facts); err != nil {
		return err
	}
	n, err := q.SetFacts(ctx, db.SetFactsParams{ID: shop, Facts: facts})
	return expectOneRow(n, err, messages.ShopGone)
}

// changeAnswered changes one draft that is still as the answer saw it.
func (s *Store) changeAnswered(ctx context.Context, q *db.Queries, d galley.DraftAnswer) (row db.InsertAnsweredDraftParams, err error) {
	item, err := replaceable(ctx, q, d.Item.ID, d.Item.Revision)
	if err != nil {
		return row, err
	}
	if item.Kept != jsonArray(d.Item.Kept) || item.Decision != d.Item.Decision {
		return row, galley.NewError(galley.CodeChanged, messages.DraftChangedMeanwhile)
	}
	row = db.InsertAnsweredDraftParams{Position: item.Position, WasRevision: item.Revision, Revision: item.Revision, WasDecision: item.Decision}
	if d.Draft != nil {
		if err := s.replaceDraft(ctx, q, d.Item.ID, item.Revision, *d.Draft); err != nil {
			return row, err
		}
		row.Revision++
		if _, err := cancelRewrites(ctx, q, item.JobID, []int{item.Position}, messages.RewriteOvertaken); err != nil {
			return row, err
		}
	}
	if d.Recheck != nil {
		_, err = saveReport(ctx, q, *d.Recheck)
	}
	if err == nil && d.Decision != "" {
		err = q.Decide(ctx, db.DecideParams{RowIds: jsonArray([]column.RowID{item.RowID}), Decision: d.Decision})
	}
	return row, err
}

// leftAlone is why a draft is left as it is, nil for any other error.
func leftAlone(err error) *galley.Error {
	var problem *galley.Error
	if !errors.As(err, &problem) {
		return nil
	}
	switch galley.CodeOf(err) {
	case galley.CodeChanged, galley.CodeIllegalState, galley.CodeNotFound:
		return problem
	}
	return nil
}

// noteOnce adds the fact of an answer to a product, once for all its drafts.
func (s *Store) noteOnce(ctx context.Context, q *db.Queries, shop galley.ShopID, d galley.DraftAnswer, facts map[string]int64, row *db.InsertAnsweredDraftParams) (err error) {
	product := d.Item.Product.ID
	if _, is := facts[product]; !is {
		if facts[product], err = s.insertNoted(ctx, q, shop, product, *d.Fact); err != nil {
			return err
		}
	}
	row.ProductID, row.NotedFact = product, facts[product]
	return nil
}

// Answer returns an answer with what it changed, or CodeNotFound.
func (s *Store) Answer(ctx context.Context, id galley.AnswerID) (a galley.SavedAnswer, err error) {
	err = s.view(ctx, func(q *db.Queries, _ *sql.Tx) error {
		row, err := q.Answer(ctx, id)
		if errors.Is(err, sql.ErrNoRows) {
			return galley.NewError(galley.CodeNotFound, messages.NoSuchAnswer)
		}
		if err != nil {
			return err
		}
		a = galley.SavedAnswer{
			ID: row.ID, JobID: row.JobID, Do: row.Kind, Warning: galley.WarningKey{Rule: row.Rule, About: row.About},
			ShopFact: row.ShopFact, Scoped: row.ScopedFact, Undone: row.UndoneAt.Time != nil,
		}
		drafts, err := q.AnsweredDrafts(ctx, id)
		for _, d := range drafts {
			a.Drafts = append(a.Drafts, galley.SavedDraftAnswer{
				ID: galley.NewItemID(row.JobID, d.Position), WasRevision: d.WasRevision, Revision: d.Revision, Decision: d.WasDecision,
				Product: d.ProductID, Fact: d.NotedFact, Scoped: d.ScopedFact,
			})
		}
		return err
	})
	return a, err
}

// UndoAnswer takes an answer back, in one transaction: its facts, and the drafts
// that are still as it left them. The others are named.
func (s *Store) UndoAnswer(ctx context.Context, shop galley.ShopID, a galley.SavedAnswer, drafts []galley.DraftAnswer) (done galley.Answered, err error) {
	done = galley.Answered{ID: a.ID, Left: []galley.LeftOut{}}
	err = s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		n, err := q.MarkAnswerUndone(ctx, db.MarkAnswerUndoneParams{ID: a.ID, UndoneAt: column.NullAt(s.clock.Now())})
		if err == nil && n == 0 {
			err = galley.NewError(galley.CodeIllegalState, messages.AnswerUndone)
		}
		if err != nil {
			return err
		}
		if err := s.removeAnswered(ctx, q, shop, a); err != nil {
			return err
		}
		for _, d := range drafts {
			_, err := s.changeAnswered(ctx, q, d)
			if problem := leftAlone(err); problem != nil {
				done.Left = append(done.Left, d.Item.LeftOut(problem))
				continue
			}
			if err != nil {
				return err
			}
			done.Count++
		}
		return touchAnswered(ctx, q, shop, a.JobID)
	})
	return done, err
}

// removeAnswered removes the facts of an answer that are still there.
func (s *Store) removeAnswered(ctx context.Context, q *db.Queries, shop galley.ShopID, a galley.SavedAnswer) error {
	scoped := []int64{a.Scoped}
	for _, d := range a.Drafts {
		scoped = append(scoped, d.Scoped)
		if d.Fact == 0 {
			continue
		}
		if _, err := q.DeleteNotedFact(ctx, db.DeleteNotedFactParams{ShopID: shop, ProductID: d.Product, ID: d.Fact}); err != nil {
			return err
		}
	}
	for _, id := range scoped {
		if id == 0 {
			continue
		}
		if _, err := q.DeleteScopedFact(ctx, db.DeleteScopedFactParams{ShopID: shop, ID: id}); err != nil {
			return err
		}
	}
	if a.ShopFact == "" {
		return nil
	}
	return s.changeShopFacts(ctx, q, shop, func(facts string) string { return galley.WithoutLine(facts, a.ShopFact) })
}
