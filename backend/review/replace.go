package review

import (
	"context"
	"slices"

	"galley/backend/blocks"
	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/markup"
)

// PreviewReplace says what replacing words would do to each draft that has them.
// Nothing is saved.
func (s *Service) PreviewReplace(ctx context.Context, r galley.ReplaceRequest) (galley.EditsPreview, error) {
	preview := galley.EditsPreview{Drafts: []galley.EditedDraft{}, Left: []galley.LeftOut{}}
	r, err := r.Tidy()
	if err != nil {
		return preview, err
	}
	err = s.eachNamed(ctx, r, func(item galley.Item) error {
		return s.previewReplace(ctx, r, item, &preview)
	})
	preview.Count = len(preview.Drafts)
	return preview, err
}

func (s *Service) previewReplace(ctx context.Context, r galley.ReplaceRequest, item galley.Item, preview *galley.EditsPreview) error {
	if item.State != galley.ItemGenerated {
		return nil
	}
	found, err := s.replaceIn(ctx, r, item)
	if err != nil {
		return err
	}
	preview.Kept += found.kept
	if len(found.at) == 0 {
		return nil
	}
	err = editable(item)
	if err == nil {
		_, err = fit(item, found.content)
	}
	if left := leftAlone(item, err); left != nil {
		preview.Left = append(preview.Left, *left)
		return nil
	}
	preview.Hits += len(found.at)
	preview.Drafts = append(preview.Drafts, galley.EditedDraft{
		ItemAt: galley.ItemAt{ID: item.ID, Revision: item.Revision}, Place: item.Place, Hits: len(found.at),
		Passages: passages(found.text, found.at, r.With), Reopens: item.Decision != galley.DecisionOpen,
	})
	return err
}

// Replace puts words in the place of others in these drafts, as they were on
// screen, in one transaction. Drafts that were changed, queued or published
// meanwhile, and those that do not have the words any more, are left alone and
// named. The checks run on each new text.
func (s *Service) Replace(ctx context.Context, r galley.ReplaceRequest, drafts []galley.ItemAt) (galley.Edited, error) {
	none := galley.Edited{Left: []galley.LeftOut{}}
	r, err := r.Tidy()
	if err != nil {
		return none, err
	}
	e, err := s.newEdits(ctx, r.JobID)
	if err != nil {
		return none, err
	}
	for _, at := range drafts {
		err := e.add(ctx, at, func(item galley.Item) (string, error) {
			found, err := s.replaceIn(ctx, r, item)
			if err == nil && len(found.at) == 0 {
				err = galley.NewError(galley.CodeChanged, messages.WordsGone(string(item.ID)))
			}
			return found.content, err
		})
		if err != nil {
			return none, err
		}
	}
	return e.save(ctx)
}

// replaced is a draft with words replaced.
type replacedWords struct {
	content string
	text    string        // as people see it, before
	at      []markup.Span // in text: what was replaced
	kept    int           // places that stay
}

// replaceIn replaces words in a draft but for the blocks of the shop's text that
// it keeps.
func (s *Service) replaceIn(ctx context.Context, r galley.ReplaceRequest, item galley.Item) (found replacedWords, err error) {
	found.text = markup.PageOf(item.Field, item.Content).Text
	at := markup.Query{Words: r.Find, MatchCase: r.MatchCase, WholeWords: r.WholeWords}.In(found.text)
	at = slices.DeleteFunc(at, func(span markup.Span) bool { return span.Of(found.text) == r.With })
	if len(at) == 0 {
		return found, nil
	}
	var kept []markup.Span
	if item.Field.IsHTML() {
		original, err := s.ground(ctx, item)
		if err != nil {
			return found, err
		}
		kept = blocks.Cut(original.Text).Find(item.Content)
	}
	found.content, found.at = markup.ReplaceAll(item.Field, item.Content, at, r.With, kept)
	found.kept = len(at) - len(found.at)
	return found, nil
}

// eachNamed visits the items that a request names: one by one, or all that pass
// its filter and search.
func (s *Service) eachNamed(ctx context.Context, r galley.ReplaceRequest, visit func(galley.Item) error) error {
	if _, err := s.store.Job(ctx, r.JobID); err != nil {
		return err
	}
	if _, err := galley.PositionsIn(r.JobID, slices.Concat(r.Items, r.Except)); err != nil {
		return err
	}
	var err error
	if r.Also, err = galley.CheckNarrowing(r.Also, r.Product); err != nil {
		return err
	}
	if len(r.Items) == 0 {
		return s.eachShown(ctx, r, visit)
	}
	for _, id := range r.Items {
		item, err := s.store.Item(ctx, id)
		if err == nil {
			err = visit(item)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (s *Service) eachShown(ctx context.Context, r galley.ReplaceRequest, visit func(galley.Item) error) error {
	for offset := 0; ; offset += galley.MaxPage {
		page, err := s.store.Items(ctx, galley.ItemQuery{JobID: r.JobID, Filter: r.Filter, Also: r.Also, Product: r.Product, Search: r.Search, Offset: offset, Limit: galley.MaxPage})
		if err != nil {
			return err
		}
		for _, item := range page.Items {
			if slices.Contains(r.Except, item.ID) {
				continue
			}
			if err := visit(item); err != nil {
				return err
			}
		}
		if len(page.Items) < galley.MaxPage {
			return nil
		}
	}
}
