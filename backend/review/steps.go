package review

import (
	"context"
	"slices"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// EditStore keeps what people did to drafts, and what they typed and did not save.
type EditStore interface {
	SaveKept(ctx context.Context, job galley.JobID, r galley.Recheck) error
	Step(ctx context.Context, id galley.StepID) (galley.Step, error)
	StepThatLeft(ctx context.Context, draft galley.ItemAt, kind galley.StepKind) (galley.StepID, error)
	NextStep(ctx context.Context, id galley.ItemID, redo bool) (galley.StepID, error)
	MoveDecisions(ctx context.Context, step galley.StepID, drafts []galley.StepDraft, undo bool) (galley.Decided, error)
	MoveTexts(ctx context.Context, step galley.StepID, drafts []galley.DraftAnswer, undo bool) (galley.Decided, error)
	SaveUnsaved(ctx context.Context, id galley.ItemID, e galley.UnsavedEdit) error
	DropUnsaved(ctx context.Context, id galley.ItemID, seat string, turn int) error
	Unsaved(ctx context.Context, id galley.ItemID) ([]galley.UnsavedEdit, error)
	AllUnsaved(ctx context.Context, n int) ([]galley.UnsavedAt, error)
}

// StepThatLeft is the edit, or the answer to a warning, that left a draft at a
// revision, to be undone. None is CodeNotFound.
func (s *Service) StepThatLeft(ctx context.Context, draft galley.ItemAt, kind galley.StepKind) (galley.StepID, error) {
	return s.store.StepThatLeft(ctx, draft, kind)
}

// NextStep is the last step of a draft that is not undone or, to redo, the first
// one that is. None is CodeNotFound.
func (s *Service) NextStep(ctx context.Context, id galley.ItemID, redo bool) (galley.StepID, error) {
	return s.store.NextStep(ctx, id, redo)
}

// UndoStep makes the drafts of a step what they were: their texts, decisions and
// kept warnings. Drafts that were changed, queued or published since are left
// alone and named. What is undone already is CodeIllegalState.
func (s *Service) UndoStep(ctx context.Context, id galley.StepID) (galley.Moved, error) {
	return s.moveStep(ctx, id, true)
}

// RedoStep does again what was undone.
func (s *Service) RedoStep(ctx context.Context, id galley.StepID) (galley.Moved, error) {
	return s.moveStep(ctx, id, false)
}

func (s *Service) moveStep(ctx context.Context, id galley.StepID, undo bool) (galley.Moved, error) {
	moved := galley.Moved{ID: id, Left: []galley.LeftOut{}}
	step, err := s.store.Step(ctx, id)
	if err != nil {
		return moved, err
	}
	drafts := slices.DeleteFunc(step.Drafts, func(d galley.StepDraft) bool { return d.Undone == undo })
	if len(drafts) == 0 {
		why := messages.StepNotUndone
		if undo {
			why = messages.StepUndone
		}
		return moved, galley.NewError(galley.CodeIllegalState, why)
	}
	first, err := s.store.Item(ctx, drafts[0].ID)
	if err != nil {
		return moved, err
	}
	moved.Kind, moved.JobID, moved.ItemID, moved.Title = step.Kind, first.JobID, first.ID, first.Place.Title
	var done galley.Decided
	if step.Kind == galley.StepDecide {
		moved.Decision = drafts[0].Left.Decision
		done, err = s.store.MoveDecisions(ctx, id, drafts, undo)
	} else {
		done, err = s.moveTexts(ctx, step, drafts, undo)
	}
	moved.Count, moved.Left = done.Count, append(moved.Left, done.Left...)
	return moved, err
}

func (s *Service) moveTexts(ctx context.Context, step galley.Step, drafts []galley.StepDraft, undo bool) (galley.Decided, error) {
	var moves []galley.DraftAnswer
	left := []galley.LeftOut{}
	for _, d := range drafts {
		item, err := s.store.Item(ctx, d.ID)
		if err != nil {
			return galley.Decided{}, err
		}
		move, err := s.moveText(ctx, step.Kind, d, item, undo)
		if out := leftAlone(item, err); out != nil {
			left = append(left, *out)
			continue
		}
		if err != nil {
			return galley.Decided{}, err
		}
		moves = append(moves, move)
	}
	done, err := s.store.MoveTexts(ctx, step.ID, moves, undo)
	done.Left = append(left, done.Left...)
	return done, err
}

// moveText works out how one draft becomes what it was before a step, or after it.
func (s *Service) moveText(ctx context.Context, kind galley.StepKind, d galley.StepDraft, item galley.Item, undo bool) (galley.DraftAnswer, error) {
	from, into := d.Ends(undo)
	move := galley.DraftAnswer{Item: item}
	same := d.IsLeft
	if !undo {
		same = d.IsWas
	}
	if !same || !item.Can.Edit || item.Decision != from.Decision || kind == galley.StepKeep && !slices.Equal(item.Kept, from.Kept) {
		return move, galley.NewError(galley.CodeChanged, messages.StepOvertaken(string(item.ID)))
	}
	if kind == galley.StepKeep {
		again := item
		again.Kept = into.Kept
		recheck, err := s.recheck(ctx, again)
		move.Recheck = &recheck
		return move, err
	}
	text, err := s.revision(ctx, item.ID, into.Revision)
	if err != nil {
		return move, err
	}
	if move.Draft, err = s.restored(ctx, item, text.Content); err == nil && into.Decision != galley.DecisionOpen {
		move.Decision = into.Decision
	}
	return move, err
}

// restored is a draft with an earlier text of it, put back by the person.
func (s *Service) restored(ctx context.Context, item galley.Item, content string) (*galley.Draft, error) {
	original, err := s.ground(ctx, item)
	if err != nil {
		return nil, err
	}
	report, err := s.check(ctx, item, content, original)
	if err != nil {
		return nil, err
	}
	person, err := s.person(ctx, item.ShopID)
	return &galley.Draft{
		Content: content, Original: original, Report: report, Author: galley.AuthorPerson, By: person, At: s.clock.Now(), SawPicture: true,
	}, err
}
