package review

import (
	"context"
	"slices"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// UndoAnswer takes an answer back: the texts, the kept warnings, the decisions
// and the facts are as before. Drafts that were changed, queued or published
// since are left alone and named.
func (s *Service) UndoAnswer(ctx context.Context, id galley.AnswerID) (galley.Answered, error) {
	none := galley.Answered{ID: id, Left: []galley.LeftOut{}}
	a, err := s.store.Answer(ctx, id)
	if err != nil {
		return none, err
	}
	if a.Undone {
		return none, galley.NewError(galley.CodeIllegalState, messages.AnswerUndone)
	}
	job, err := s.store.Job(ctx, a.JobID)
	if err != nil {
		return none, err
	}
	var drafts []galley.DraftAnswer
	for _, d := range a.Drafts {
		item, err := s.store.Item(ctx, d.ID)
		if err != nil {
			return none, err
		}
		back, err := s.undoDraft(ctx, a, d, item)
		if left := leftAlone(item, err); left != nil {
			none.Left = append(none.Left, *left)
			continue
		}
		if err != nil {
			return none, err
		}
		drafts = append(drafts, back)
	}
	scopes, err := s.scopesOf(ctx, job.ShopID, a)
	if err != nil {
		return none, err
	}
	done, err := s.store.UndoAnswer(ctx, job.ShopID, a, drafts)
	if err != nil {
		return none, err
	}
	done.Left = append(none.Left, done.Left...)
	if len(scopes) > 0 {
		return done, s.recheckScopes(ctx, job.ShopID, scopes)
	}
	return done, s.recheckUndone(ctx, job.ShopID, a)
}

// scopesOf are the scopes of the facts that an answer added.
func (s *Service) scopesOf(ctx context.Context, shop galley.ShopID, a galley.SavedAnswer) (scopes []galley.FactScope, err error) {
	added := map[int64]bool{a.Scoped: true}
	for _, d := range a.Drafts {
		added[d.Scoped] = true
	}
	delete(added, 0)
	if len(added) == 0 {
		return nil, nil
	}
	list, err := s.store.ScopedFacts(ctx, shop)
	for _, f := range list {
		if added[f.ID] {
			scopes = append(scopes, f.Scope)
		}
	}
	return scopes, err
}

// undoDraft works out how one draft becomes what it was. One whose text is not
// what the answer left is left alone.
func (s *Service) undoDraft(ctx context.Context, a galley.SavedAnswer, d galley.SavedDraftAnswer, item galley.Item) (galley.DraftAnswer, error) {
	back := galley.DraftAnswer{Item: item}
	left, err := s.revision(ctx, item.ID, d.Revision)
	if err != nil {
		return back, err
	}
	if item.Content != left.Content || !item.Can.Edit {
		return back, galley.NewError(galley.CodeChanged, messages.AnswerOvertaken(string(item.ID)))
	}
	if a.Do != galley.AnswerTakeOut {
		again := item
		if a.Do == galley.AnswerKeep {
			again.Kept = slices.DeleteFunc(slices.Clone(item.Kept), func(k galley.WarningKey) bool { return k.IsSameClaim(a.Warning) })
		}
		recheck, err := s.recheckKnowing(ctx, again, a.Without(d))
		back.Recheck = &recheck
		return back, err
	}
	text, err := s.revision(ctx, item.ID, d.WasRevision)
	if err != nil {
		return back, err
	}
	back.Draft, err = s.restored(ctx, item, text.Content)
	if d.Decision != item.Decision {
		back.Decision = d.Decision
	}
	return back, err
}

func (s *Service) revision(ctx context.Context, id galley.ItemID, number int) (galley.Revision, error) {
	revisions, err := s.store.Revisions(ctx, id)
	if err != nil {
		return galley.Revision{}, err
	}
	i := slices.IndexFunc(revisions, func(r galley.Revision) bool { return r.Number == number })
	if i < 0 {
		return galley.Revision{}, galley.NewError(galley.CodeChanged, messages.AnswerOvertaken(string(id)))
	}
	return revisions[i], nil
}

// recheckUndone checks the drafts again that the facts of an undone answer were
// true of.
func (s *Service) recheckUndone(ctx context.Context, shop galley.ShopID, a galley.SavedAnswer) error {
	if a.Do != galley.AnswerAddFact {
		return nil
	}
	seen := map[string]bool{}
	for _, d := range a.Drafts {
		if d.Product == "" || seen[d.Product] {
			continue
		}
		seen[d.Product] = true
		if err := s.recheckAt(ctx, shop, d.Product); err != nil {
			return err
		}
	}
	return nil
}
