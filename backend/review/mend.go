package review

import (
	"context"
	"slices"
	"strings"

	"galley/backend/galley"
	"galley/backend/markup"
)

// WriteRight puts the right words in the place of those that contradict the
// data, as a person's edit of that revision. A warning that is not there any
// more, or that names no right words, is CodeInvalidInput; a draft that changed
// since is CodeChanged.
func (s *Service) WriteRight(ctx context.Context, id galley.ItemID, revision int, warning galley.WarningKey) (galley.Item, error) {
	item, w, err := s.warned(ctx, id, revision, warning)
	if err != nil {
		return item, err
	}
	content, err := writtenRight(item, w)
	if err != nil {
		return item, err
	}
	return s.Edit(ctx, id, revision, content)
}

// PutBackFact adds to a draft the sentence of the shop's text that has a lost
// fact, as a person's edit of that revision. A warning that is not there any
// more, or is about something else, is CodeInvalidInput; a draft that changed
// since is CodeChanged.
func (s *Service) PutBackFact(ctx context.Context, id galley.ItemID, revision int, warning galley.WarningKey) (galley.Item, error) {
	item, w, err := s.warned(ctx, id, revision, warning)
	if err != nil {
		return item, err
	}
	original, err := s.ground(ctx, item)
	if err != nil {
		return item, err
	}
	content, err := factPutBack(item, original, w)
	if err != nil {
		return item, err
	}
	return s.Edit(ctx, id, revision, content)
}

// PutBackBlock adds a kept block that a draft lacks, byte for byte, as a
// person's edit of that revision. number counts the blocks of the shop's text
// from 1; one that is not missing is CodeInvalidInput, a draft that changed
// since is CodeChanged.
func (s *Service) PutBackBlock(ctx context.Context, id galley.ItemID, revision, number int) (galley.Item, error) {
	item, err := s.store.Item(ctx, id)
	if err != nil {
		return item, err
	}
	if err := onScreen(item, revision); err != nil {
		return item, err
	}
	original, err := s.ground(ctx, item)
	if err != nil {
		return item, err
	}
	content, err := putBackBlock(item, original, number)
	if err != nil {
		return item, err
	}
	return s.Edit(ctx, id, revision, content)
}

// warned is a draft as it was on screen, with one of its warnings.
func (s *Service) warned(ctx context.Context, id galley.ItemID, revision int, key galley.WarningKey) (item galley.Item, w galley.Warning, err error) {
	if item, err = s.store.Item(ctx, id); err != nil {
		return item, w, err
	}
	if err = onScreen(item, revision); err != nil {
		return item, w, err
	}
	w, err = warningOf(item, key)
	return item, w, err
}

// sentenceWith is the sentence of a description that has some words, "" where
// none has.
func sentenceWith(description, words string) string {
	page := markup.ParsePage(description)
	for _, b := range page.Blocks {
		for _, at := range markup.SentencesIn(page.Text, b.Span) {
			if sentence := strings.TrimSpace(at.Of(page.Text)); strings.Contains(sentence, words) {
				return sentence
			}
		}
	}
	lines := strings.Split(page.Text, "\n")
	if i := slices.IndexFunc(lines, func(l string) bool { return strings.Contains(l, words) }); i >= 0 {
		return strings.TrimSpace(lines[i])
	}
	return ""
}
