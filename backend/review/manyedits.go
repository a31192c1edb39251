package review

import (
	"context"

	"galley/backend/checks"
	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/markup"
)

// ManyEditsStore keeps edits of many drafts.
type ManyEditsStore interface {
	SaveEdits(ctx context.Context, job galley.JobID, drafts []galley.DraftAnswer) (galley.Edited, error)
	OffLength(ctx context.Context, job galley.JobID) (short, long int, err error)
}

// EditDrafts puts a person's texts in the place of drafts of a job, each at the
// revision that was on screen, in one transaction. Drafts that were changed,
// queued or published meanwhile, and texts that break a limit of Shopify, are
// left out and named.
func (s *Service) EditDrafts(ctx context.Context, job galley.JobID, texts []galley.NewText) (galley.Edited, error) {
	e, err := s.newEdits(ctx, job)
	if err != nil {
		return galley.Edited{}, err
	}
	for _, t := range texts {
		if err := e.add(ctx, t.ItemAt, func(galley.Item) (string, error) { return t.Content, nil }); err != nil {
			return galley.Edited{}, err
		}
	}
	return e.save(ctx)
}

// newEdits are edits that are being worked out.
func (s *Service) newEdits(ctx context.Context, id galley.JobID) (*edits, error) {
	job, err := s.store.Job(ctx, id)
	if err != nil {
		return nil, err
	}
	person, err := s.person(ctx, job.ShopID)
	return &edits{service: s, job: id, person: person}, err
}

type edits struct {
	service *Service
	job     galley.JobID
	person  string
	drafts  []galley.DraftAnswer
	left    []galley.LeftOut
}

// add works out what becomes of one draft, or why it is left alone. A text that is
// the draft's already changes nothing.
func (e *edits) add(ctx context.Context, at galley.ItemAt, text func(galley.Item) (string, error)) error {
	item, err := e.service.draftOf(ctx, e.job, at)
	if err != nil {
		return e.leave(item, err)
	}
	content, err := text(item)
	if err == nil {
		content, err = fit(item, content)
	}
	if err != nil || markup.SameText(item.Field, item.Content, content) {
		return e.leave(item, err)
	}
	original, err := e.service.ground(ctx, item)
	if err != nil {
		return err
	}
	report, err := e.service.check(ctx, item, content, original)
	if err != nil {
		return err
	}
	e.drafts = append(e.drafts, galley.DraftAnswer{Item: item, Draft: &galley.Draft{
		Content: content, Original: original, Report: report, Author: galley.AuthorPerson, By: e.person, At: e.service.clock.Now(), SawPicture: true,
	}})
	return nil
}

func (e *edits) leave(item galley.Item, err error) error {
	if left := leftAlone(item, err); left != nil {
		e.left = append(e.left, *left)
		return nil
	}
	return err
}

func (e *edits) save(ctx context.Context) (galley.Edited, error) {
	done := galley.Edited{Left: []galley.LeftOut{}}
	if len(e.drafts) > 0 {
		var err error
		if done, err = e.service.store.SaveEdits(ctx, e.job, e.drafts); err != nil {
			return done, err
		}
	}
	done.Left = append(e.left, done.Left...)
	if done.Count > 0 {
		_ = e.service.alike.Compare(ctx, e.job) // the edits are saved; a job that is not compared yet is before it is published
	}
	return done, nil
}

// draftOf is a draft of the job that can be changed and is still as it was on screen.
func (s *Service) draftOf(ctx context.Context, job galley.JobID, at galley.ItemAt) (galley.Item, error) {
	of, _, err := at.ID.Split()
	if err != nil {
		return galley.Item{}, err
	}
	if of != job {
		return galley.Item{}, galley.NewError(galley.CodeInvalidInput, messages.ItemOfAnotherJob(string(at.ID), string(job)))
	}
	item, err := s.store.Item(ctx, at.ID)
	if err != nil {
		return item, err
	}
	if err := onScreen(item, at.Revision); err != nil {
		return item, err
	}
	return item, editable(item)
}

// editable says why the text of an item cannot be changed now, nil where it can.
func editable(item galley.Item) error {
	switch {
	case item.Can.Edit:
		return nil
	case item.State != galley.ItemGenerated:
		return galley.NewError(galley.CodeIllegalState, messages.NoDraftToEdit(string(item.ID)))
	case item.PublishState == galley.Published:
		return galley.NewError(galley.CodeIllegalState, messages.EditOfPublished)
	}
	return galley.NewError(galley.CodeIllegalState, messages.EditWhileSending)
}

// fit cleans a person's text for its field. One that breaks a limit of Shopify
// is not for this draft.
func fit(item galley.Item, content string) (string, error) {
	fitting, err := markup.Fit(item.Field, content)
	if err != nil {
		return "", galley.WrapError(err, galley.CodeIllegalState, galley.ReasonOf(err).Message)
	}
	return fitting, nil
}

// Lengths are how long the texts of a job are to be, and how many drafts are not.
func (s *Service) Lengths(ctx context.Context, id galley.JobID) (galley.JobLengths, error) {
	job, err := s.store.Job(ctx, id)
	if err != nil {
		return galley.JobLengths{}, err
	}
	lengths := galley.JobLengths{Rule: checks.LengthRule(job.Profile, job.Field)}
	lengths.Short, lengths.Long, err = s.store.OffLength(ctx, id)
	return lengths, err
}
