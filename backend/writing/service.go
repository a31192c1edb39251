package writing

import (
	"context"
	"errors"
	"strings"

	"galley/backend/admission"
	"galley/backend/blocks"
	"galley/backend/checks"
	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/markup"
)

// PictureSide is the longer side, in pixels, of a picture sent to a model: large
// enough to recognise its contents, small enough to be cheap.
const PictureSide = 768

// Service gets drafts from a writer. It is safe for concurrent use.
type Service struct{ pictures galley.Pictures }

// New makes the service. Without pictures no picture is seen.
func New(pictures galley.Pictures) *Service { return &Service{pictures: pictures} }

// Draft writes and checks one draft. The usage counts all requests, also those
// paid for before an error. The caller sets At. Errors are the writer's; CodeWriterReply where
// the answer was empty or beyond a limit of Shopify twice; CodeShopMissing for
// alt text of a picture that the product no longer has; CodeWriterPicture for one
// of a picture that was not seen, unless the request says so.
func (s *Service) Draft(ctx context.Context, w galley.Writer, req galley.WriteRequest) (galley.Draft, galley.Usage, error) {
	ask, facts, err := s.prepare(ctx, w, req)
	if err != nil {
		return galley.Draft{}, galley.Usage{}, err
	}
	answer, usage, err := askTwice(ctx, w, req, ask, facts)
	if err != nil {
		return galley.Draft{}, usage, err
	}
	if req.Field.Place() == galley.PlaceImage && !answer.saw && !req.Unseen { // the endpoint took the request and not its picture
		return galley.Draft{}, usage, galley.NewError(galley.CodeWriterPicture, messages.PictureUnseen)
	}
	report := answer.report
	if answer.reply.PromptVersion != "" {
		report = check(req, answer)
	}
	version := answer.reply.PromptVersion
	if version == "" {
		version = PromptVersion
	}
	return galley.Draft{
		Content: answer.content, Original: req.Original, Report: report, SawPicture: answer.saw,
		Author: galley.AuthorModel, By: answer.reply.Model, Note: req.Note, PromptVersion: version,
	}, usage, nil
}

func check(req galley.WriteRequest, a answer) galley.Report {
	return checks.Run(checks.Text{
		Subject: req.Subject, Field: req.Field, Content: a.content, Original: req.Original, Profile: req.Profile, SawPicture: a.saw, PromptCut: a.reply.PromptCut,
	})
}

// prepare completes a request for the writer, and returns the data of the prompt.
func (s *Service) prepare(ctx context.Context, w galley.Writer, req galley.WriteRequest) (galley.WriteRequest, string, error) {
	ask := req
	if req.Field.IsHTML() { // after a conflict the shop has another text than the local copy
		page := blocks.Cut(shown(req.Original))
		ask.Subject = ask.With(req.Field, galley.Text(page.Text))
		ask.Previous = page.Hide(req.Previous)
	}
	if req.Field.Place() == galley.PlaceImage {
		image, ok := req.Subject.Image()
		if !ok {
			return ask, "", galley.NewError(galley.CodeShopMissing, messages.PictureNotOfProduct)
		}
		ask.Image = &image
		picture, err := s.picture(ctx, w, image)
		switch {
		case ctx.Err() != nil:
			return ask, "", ctx.Err()
		case err != nil && (!req.Unseen || !galley.HasCode(err, galley.CodeWriterPicture)):
			return ask, "", err
		}
		ask.Picture = picture
	}
	data := dataFor(req.Field, req.Instructions, req.Subject, req.Original, ask.Image)
	ask.Prompt = compose(req, data, ask.Image, ask.Picture != nil)
	return ask, data.all(), nil
}

// picture fetches the picture for a writer that can see pictures. The error says
// why it is not seen.
func (s *Service) picture(ctx context.Context, w galley.Writer, image galley.Image) (*galley.Picture, error) {
	sees, err := w.Sees(ctx)
	switch {
	case err != nil:
		return nil, err
	case s.pictures == nil || !sees:
		return nil, galley.NewError(galley.CodeWriterPicture, messages.PictureUnseen)
	case image.URL == "":
		return nil, galley.NewError(galley.CodeWriterPicture, messages.PictureWithoutAddress)
	}
	picture, err := s.pictures.Picture(ctx, image.URL, PictureSide)
	if err != nil && !galley.HasCode(err, galley.CodeWriterPicture) {
		err = galley.WrapError(err, galley.CodeWriterPicture, messages.PictureNotFetched)
	}
	if err != nil {
		return nil, err
	}
	return &picture, nil
}

// answer is a reply in the format of its field.
type answer struct {
	reply   galley.WriteReply
	raw     string // without what is certainly no part of it, and without marks of blocks
	marked  string // in the form of its field, with marks for the blocks of the shop's text
	words   string // without the marks
	content string // with the blocks
	saw     bool   // the picture that it describes
	report  galley.Report
	fault   fault
}

// askTwice asks, and asks once more where the answer is no copy, empty or too long. Of
// two answers that only miss what is advised the second is taken, unless it is
// the worse one; a first one that can be used is also taken where asking again
// fails.
func askTwice(ctx context.Context, w galley.Writer, req galley.WriteRequest, ask galley.WriteRequest, facts string) (answer, galley.Usage, error) {
	first, err := askOnce(ctx, w, req, ask, facts)
	usage := first.reply.Usage
	if err != nil || first.fault.kind == sound {
		return first, usage, err
	}
	if first.content != "" && first.fault.kind < noCopy { // what is no copy is no start for a text
		ask.Previous = first.marked
	}
	ask.Note = noteWith(req.Note, first.fault.reason)
	second, err := askOnce(ctx, w, req, ask, facts)
	usage = usage.Add(second.reply.Usage)
	if errors.Is(err, galley.ErrAskedLater) {
		return answer{}, usage, err
	}
	best := second
	if err != nil || first.fault.kind < second.fault.kind {
		best = first
	}
	if best.fault.kind <= lossy {
		return best, usage, nil
	}
	if err == nil {
		err = galley.WrapError(asItCame(best.raw), galley.CodeWriterReply, messages.ReplyRejectedTwice(best.fault.said))
	}
	return answer{}, usage, err
}

// asItCame is an answer that was refused, for Details.
func asItCame(raw string) error {
	const enough = 300
	said := []rune(strings.Join(strings.Fields(raw), " "))
	if len(said) == 0 {
		return nil
	}
	if len(said) > enough {
		said = append(said[:enough], '…')
	}
	return errors.New("the answer: " + string(said))
}

func askOnce(ctx context.Context, w galley.Writer, req galley.WriteRequest, ask galley.WriteRequest, facts string) (answer, error) {
	reply, err := w.Write(ctx, ask)
	a := answer{reply: reply, saw: reply.SawPicture && ask.Picture != nil}
	if err != nil {
		return a, err
	}
	raw := reply.Content
	if reply.PromptVersion == "" { // a model's; a writer with patterns of its own says nothing but copy
		raw = admission.Peel(raw, string(req.Field), string(req.Field.Role()), req.Field.Label())
	}
	missing := a.read(req, raw)
	if a.fault = findFault(req.Field, req.Profile, a.words, a.content); a.fault.kind >= refused {
		return a, nil
	}
	a.fault = both(a.fault, findMissing(missing))
	if reply.PromptVersion != "" {
		return a, nil
	}
	if bad := judge(req, a, facts, a.saw); bad.kind != sound {
		a.fault = bad
		return a, nil
	}
	a.report = check(req, a)
	a.fault = both(a.fault, findHeld(a.report, len(missing) > 0))
	return a, nil
}

// read brings an answer to the form of its field. In a description the blocks
// of the shop's text are put in the place of their marks, with their own bytes.
func (a *answer) read(req galley.WriteRequest, raw string) (missing []blocks.Block) {
	if !req.Field.IsHTML() {
		a.raw, a.content = raw, Clean(req.Field, raw, req.Original)
		a.marked, a.words = a.content, a.content
		return nil
	}
	page := blocks.Cut(shown(req.Original))
	raw = page.Tidy(raw, blockTags.MatchString(raw))
	a.raw = blocks.WithoutTokens(raw)
	a.marked = Clean(req.Field, raw, galley.Text(page.Text))
	a.words = strings.TrimSpace(markup.SanitizeDraft(blocks.WithoutTokens(a.marked), page.Text))
	a.content, missing = page.Place(a.marked)
	return missing
}

// noteWith adds the reason to a person's note.
func noteWith(note, reason string) string {
	if note == "" {
		return reason
	}
	return note + "\n\n" + reason
}
