package review

import (
	"context"
	"html"
	"slices"

	"galley/backend/blocks"
	"galley/backend/checks"
	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/markup"
)

// Judged is what the checks say of a text that is not saved, in the place of a draft.
type Judged struct {
	Score    *galley.Score    `json:"score"` // nil also where the shop's plan has none
	Warnings []galley.Warning `json:"warnings"`
	Claims   []DraftClaim     `json:"claims"`
	Lost     []LostFact       `json:"lost"`
	Blocks   []KeptBlock      `json:"blocks"`
}

// JudgeText checks a text as if it were the draft of an item. kept are the
// warnings that are put aside besides those of the draft. Nothing is saved.
func (s *Service) JudgeText(ctx context.Context, id galley.ItemID, content string, kept []galley.WarningKey) (Judged, error) {
	j := Judged{Warnings: []galley.Warning{}, Claims: []DraftClaim{}, Lost: []LostFact{}, Blocks: []KeptBlock{}}
	item, original, err := s.edited(ctx, id, content, kept)
	if err != nil {
		return j, err
	}
	report, err := s.judge(ctx, id, item, original, kept)
	if err != nil {
		return j, err
	}
	if report.Warnings != nil {
		j.Warnings = report.Warnings
	}
	item.Warnings = j.Warnings
	of, err := s.store.Subject(ctx, item.ShopID, item.Listed())
	if err != nil && !galley.HasCode(err, galley.CodeNotFound) {
		return j, err
	}
	p := Proof{Item: item}
	if err := s.findings(ctx, &p, of); err != nil {
		return j, err
	}
	j.Claims, j.Lost, j.Blocks = p.Claims, p.Lost, p.Blocks
	plan, err := s.store.Plan(ctx, item.ShopID)
	if plan.ShowsScores() {
		j.Score = report.Score
	}
	return j, err
}

// judge checks the text of an item that is edited. Of the text that it has still,
// the saved result counts, with what only the writing of it could know.
func (s *Service) judge(ctx context.Context, id galley.ItemID, edited galley.Item, original galley.Value, kept []galley.WarningKey) (galley.Report, error) {
	saved, err := s.store.Item(ctx, id)
	if err != nil {
		return galley.Report{}, err
	}
	if saved.Content == edited.Content && len(kept) == 0 && saved.Changed == nil {
		return galley.Report{Score: saved.Score, Warnings: saved.Warnings}, nil
	}
	return s.check(ctx, edited, edited.Content, original)
}

// edited is an item as if a text were its draft, and the text that it replaces.
// An item without a draft is CodeIllegalState.
func (s *Service) edited(ctx context.Context, id galley.ItemID, content string, kept []galley.WarningKey) (galley.Item, galley.Value, error) {
	item, err := s.store.Item(ctx, id)
	if err != nil {
		return item, galley.Value{}, err
	}
	if item.State != galley.ItemGenerated {
		return item, galley.Value{}, galley.NewError(galley.CodeIllegalState, messages.NoDraftToEdit(string(id)))
	}
	original, err := s.ground(ctx, item)
	if item.Changed != nil {
		original = item.Changed.OnShop
	}
	item.Content, item.Kept = content, append(slices.Clone(item.Kept), kept...)
	return item, original, err
}

// MendKind is how an answer changes a text.
type MendKind string

// The answers that change a text.
const (
	MendTakeOut      MendKind = "take_out"
	MendWriteRight   MendKind = "write_right"
	MendPutBackFact  MendKind = "put_back_fact"
	MendPutBackBlock MendKind = "put_back_block"
)

// Mend answers one warning of a text, or a block that it lacks.
type Mend struct {
	Do      MendKind          `json:"do"`
	Warning galley.WarningKey `json:"warning"`
	Block   int               `json:"block"` // of MendPutBackBlock, from 1
}

// MendText changes a text that is being edited by an answer, and returns the new
// one. Nothing is saved. What the text has not any more is CodeInvalidInput.
func (s *Service) MendText(ctx context.Context, id galley.ItemID, content string, m Mend) (string, error) {
	item, original, err := s.edited(ctx, id, content, nil)
	if err != nil {
		return "", err
	}
	if m.Do == MendPutBackBlock {
		return putBackBlock(item, original, m.Block)
	}
	report, err := s.check(ctx, item, content, original)
	if err != nil {
		return "", err
	}
	item.Warnings = report.Warnings
	w, err := warningOf(item, m.Warning)
	if err != nil {
		return "", err
	}
	switch m.Do {
	case MendTakeOut:
		return takenOut(item, w)
	case MendWriteRight:
		return writtenRight(item, w)
	case MendPutBackFact:
		return factPutBack(item, original, w)
	case MendPutBackBlock:
	}
	return "", galley.NewError(galley.CodeInvalidInput, messages.AnswerUnknown(string(m.Do)))
}

// takenOut is the text without any sentence that has the words of a warning.
func takenOut(item galley.Item, w galley.Warning) (string, error) {
	if w.End == 0 {
		return "", galley.NewError(galley.CodeInvalidInput, messages.WarningWithoutWords)
	}
	return everywhere(item, w, func(content string, at galley.Warning) string {
		return markup.TakeOut(item.Field, content, at.Start, at.End)
	}), nil
}

// writtenRight is the text with the right words of a warning, in each place that has the
// wrong ones.
func writtenRight(item galley.Item, w galley.Warning) (string, error) {
	if w.Right == "" {
		return "", galley.NewError(galley.CodeInvalidInput, messages.NoRightWords)
	}
	return everywhere(item, w, func(content string, at galley.Warning) string {
		if at.Right == "" {
			return content
		}
		return markup.Replace(item.Field, content, at.Start, at.End, at.Right)
	}), nil
}

// factPutBack is the text with the sentence of the shop's text that has a lost fact.
func factPutBack(item galley.Item, original galley.Value, w galley.Warning) (string, error) {
	sentence := sentenceWith(original.Text, w.About)
	if checks.LostKind(w.Key()) == "" || sentence == "" {
		return "", galley.NewError(galley.CodeInvalidInput, messages.NothingToPutBack)
	}
	return blocks.Append(item.Content, "<p>"+html.EscapeString(sentence)+"</p>"), nil
}

// putBackBlock is the text with a kept block that it lacks.
func putBackBlock(item galley.Item, original galley.Value, number int) (string, error) {
	content, ok := item.Content, false
	if item.Field.IsHTML() {
		content, ok = blocks.Cut(original.Text).Restore(item.Content, number)
	}
	if !ok {
		return "", galley.NewError(galley.CodeInvalidInput, messages.NothingToPutBack)
	}
	return content, nil
}
