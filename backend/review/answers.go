package review

import (
	"context"
	"maps"
	"slices"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// AnswerStore keeps answers to claims.
type AnswerStore interface {
	EachWarnings(ctx context.Context, job galley.JobID, visit func([]galley.Warning)) error
	SaveAnswer(ctx context.Context, a galley.NewAnswer) (galley.Answered, error)
	Answer(ctx context.Context, id galley.AnswerID) (galley.SavedAnswer, error)
	UndoAnswer(ctx context.Context, shop galley.ShopID, a galley.SavedAnswer, drafts []galley.DraftAnswer) (galley.Answered, error)
}

// CountClaims counts for each claim the drafts of a job that make it and can be
// changed.
func (s *Service) CountClaims(ctx context.Context, job galley.JobID, claims []galley.WarningKey) ([]int, error) {
	counts := make([]int, len(claims))
	if _, err := s.store.Job(ctx, job); err != nil {
		return counts, err
	}
	err := s.store.EachWarnings(ctx, job, func(warnings []galley.Warning) {
		for i, claim := range claims {
			if len(aboutClaim(warnings, claim)) > 0 {
				counts[i]++
			}
		}
	})
	return counts, err
}

// JobClaims lists the claims that drafts of a job make and that are not
// answered, the most frequent first.
func (s *Service) JobClaims(ctx context.Context, job galley.JobID) ([]galley.JobClaim, error) {
	list := []galley.JobClaim{}
	err := s.eachWarned(ctx, job, func(item galley.Item) {
		seen := []galley.WarningKey{}
		for _, w := range item.Warnings {
			if w.Grade == "" || slices.ContainsFunc(seen, w.Key().IsSameClaim) {
				continue
			}
			seen = append(seen, w.Key())
			i := slices.IndexFunc(list, func(c galley.JobClaim) bool { return c.Warning.IsSameClaim(w.Key()) })
			if i < 0 {
				i = len(list)
				list = append(list, galley.JobClaim{Warning: w.Key(), Grade: w.Grade, Message: w.Message})
			}
			list[i].Drafts++
			if item.Can.Edit {
				list[i].Editable++
			}
		}
	})
	slices.SortStableFunc(list, func(a, b galley.JobClaim) int { return b.Drafts - a.Drafts })
	return list, err
}

// claiming lists the drafts of a job with a warning about a claim.
func (s *Service) claiming(ctx context.Context, job galley.JobID, claim galley.WarningKey) (found []galley.Item, err error) {
	err = s.eachWarned(ctx, job, func(item galley.Item) {
		if len(aboutClaim(item.Warnings, claim)) > 0 {
			found = append(found, item)
		}
	})
	return found, err
}

// eachWarned visits the drafts of a job that have warnings.
func (s *Service) eachWarned(ctx context.Context, job galley.JobID, visit func(galley.Item)) error {
	if _, err := s.store.Job(ctx, job); err != nil {
		return err
	}
	for offset := 0; ; offset += galley.MaxPage {
		page, err := s.store.Items(ctx, galley.ItemQuery{JobID: job, Filter: galley.FilterWarned, Offset: offset, Limit: galley.MaxPage})
		if err != nil {
			return err
		}
		for _, item := range page.Items {
			visit(item)
		}
		if len(page.Items) < galley.MaxPage {
			return nil
		}
	}
}

func aboutClaim(warnings []galley.Warning, claim galley.WarningKey) (found []galley.Warning) {
	for _, w := range warnings {
		if w.End > 0 && w.Key().IsSameClaim(claim) {
			found = append(found, w)
		}
	}
	return found
}

// PreviewAnswer says what an answer would do to each draft that makes the claim.
// Nothing is saved. A claim that no draft makes is CodeInvalidInput.
func (s *Service) PreviewAnswer(ctx context.Context, r galley.AnswerRequest) (galley.AnswerPreview, error) {
	preview := galley.AnswerPreview{Drafts: []galley.AnsweredDraft{}, Left: []galley.LeftOut{}}
	a, err := s.newAnswer(ctx, r)
	if err != nil {
		return preview, err
	}
	items, err := s.claiming(ctx, r.JobID, r.Warning)
	if err != nil {
		return preview, err
	}
	if len(items) == 0 {
		return preview, galley.NewError(galley.CodeInvalidInput, messages.AnswerNone)
	}
	for _, item := range items {
		d, err := s.answerDraft(ctx, a, item)
		if left := leftAlone(item, err); left != nil {
			preview.Left = append(preview.Left, *left)
			continue
		}
		if err != nil {
			return preview, err
		}
		preview.Drafts = append(preview.Drafts, shown(d, r))
	}
	preview.Count = len(preview.Drafts)
	return preview, nil
}

// AnswerClaims answers a claim in these drafts, as they were on screen, in one
// transaction. Drafts that were changed, queued or published meanwhile, and those
// that do not make the claim any more, are left alone and named.
func (s *Service) AnswerClaims(ctx context.Context, r galley.AnswerRequest, drafts []galley.ItemAt) (galley.Answered, error) {
	none := galley.Answered{Left: []galley.LeftOut{}}
	a, err := s.newAnswer(ctx, r)
	if err != nil {
		return none, err
	}
	for _, at := range drafts {
		item, err := s.answered(ctx, r, at)
		if left := leftAlone(item, err); left != nil {
			none.Left = append(none.Left, *left)
			continue
		}
		if err != nil {
			return none, err
		}
		d, err := s.answerDraft(ctx, a, item)
		if left := leftAlone(item, err); left != nil {
			none.Left = append(none.Left, *left)
			continue
		}
		if err != nil {
			return none, err
		}
		a.Drafts = append(a.Drafts, d)
	}
	if len(a.Drafts) == 0 {
		return none, nil
	}
	done, err := s.store.SaveAnswer(ctx, a.NewAnswer)
	if err != nil {
		return none, err
	}
	done.Left = append(none.Left, done.Left...)
	return done, s.recheckFacts(ctx, a)
}

// answered is a draft of the job that is still as it was on screen.
func (s *Service) answered(ctx context.Context, r galley.AnswerRequest, at galley.ItemAt) (galley.Item, error) {
	job, _, err := at.ID.Split()
	if err != nil {
		return galley.Item{}, err
	}
	if job != r.JobID {
		return galley.Item{}, galley.NewError(galley.CodeInvalidInput, messages.ItemOfAnotherJob(string(at.ID), string(r.JobID)))
	}
	item, err := s.store.Item(ctx, at.ID)
	switch {
	case err != nil:
		return item, err
	case item.Revision != at.Revision:
		return item, galley.NewError(galley.CodeChanged, messages.AnswerOvertaken(string(at.ID)))
	case len(aboutClaim(item.Warnings, r.Warning)) == 0:
		return item, galley.NewError(galley.CodeChanged, messages.AnswerClaimGone(string(at.ID)))
	}
	return item, nil
}

// leftAlone names a draft that an answer cannot change, nil for any other error.
func leftAlone(item galley.Item, err error) *galley.LeftOut {
	code := galley.CodeOf(err)
	if err == nil || item.ID == "" || code != galley.CodeChanged && code != galley.CodeIllegalState {
		return nil
	}
	return &galley.LeftOut{JobID: item.JobID, ItemID: item.ID, Place: item.Place, Product: item.Product, Field: item.Field, Reason: *galley.ReasonOf(err)}
}

// recheckFacts checks other drafts again that the facts of an answer are true of.
func (s *Service) recheckFacts(ctx context.Context, a answer) error {
	switch {
	case a.ShopFact != "":
		return s.recheckWarned(ctx, a.Request.JobID)
	case a.Scoped != nil:
		return s.recheckScope(ctx, a.ShopID, a.Scoped.Scope)
	}
	products, scopes := map[string]bool{}, []galley.FactScope{}
	for _, d := range a.Drafts {
		if d.Fact != nil {
			products[d.Item.Product.ID] = true
		}
		if d.Scoped != nil {
			scopes = append(scopes, d.Scoped.Scope)
		}
	}
	if err := s.recheckScopes(ctx, a.ShopID, scopes); err != nil {
		return err
	}
	for _, product := range slices.Sorted(maps.Keys(products)) {
		if err := s.recheckAt(ctx, a.ShopID, product); err != nil {
			return err
		}
	}
	return nil
}
