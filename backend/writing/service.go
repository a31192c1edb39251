package writing

import (
	"context"

	"galley/backend/checks"
	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// PictureSide is the longer side, in pixels, of a picture sent to a model: large
// enough to recognise its contents, small enough to be cheap.
const PictureSide = 768

// Service gets drafts from a writer. It is safe for concurrent use.
type Service struct{ pictures galley.Pictures }

// New makes the service. Without pictures, alt text is written from the
// product's facts alone.
func New(pictures galley.Pictures) *Service { return &Service{pictures: pictures} }

// Draft writes and checks one draft. The usage counts all requests, also those
// paid for before an error. The caller sets At. Errors are the writer's; CodeWriterReply where
// the answer was empty or beyond a limit of Shopify twice; CodeShopMissing for
// alt text of a picture that the product no longer has.
func (s *Service) Draft(ctx context.Context, w galley.Writer, req galley.WriteRequest) (galley.Draft, galley.Usage, error) {
	ask, err := s.prepare(ctx, w, req)
	if err != nil {
		return galley.Draft{}, galley.Usage{}, err
	}
	answer, usage, err := askTwice(ctx, w, req, ask)
	if err != nil {
		return galley.Draft{}, usage, err
	}
	saw := answer.reply.SawPicture && ask.Picture != nil
	report := checks.Run(checks.Text{
		Subject: req.Subject, Field: req.Field, Content: answer.content, Original: req.Original, SawPicture: saw,
	})
	version := answer.reply.PromptVersion
	if version == "" {
		version = PromptVersion
	}
	return galley.Draft{
		Content: answer.content, Original: req.Original, Report: report, SawPicture: saw,
		Author: galley.AuthorModel, By: answer.reply.Model, Note: req.Note, PromptVersion: version,
	}, usage, nil
}

// prepare completes a request for the writer.
func (s *Service) prepare(ctx context.Context, w galley.Writer, req galley.WriteRequest) (galley.WriteRequest, error) {
	ask := req
	if req.Field.IsHTML() { // after a conflict the shop has another text than the local copy
		ask.Subject = ask.With(req.Field, galley.Text(shown(req.Original)))
	}
	if req.Field.Place() == galley.PlaceImage {
		image, ok := req.Subject.Image()
		if !ok {
			return ask, galley.NewError(galley.CodeShopMissing, messages.PictureNotOfProduct)
		}
		ask.Image = &image
		if ask.Picture = s.picture(ctx, w, image); ctx.Err() != nil {
			return ask, ctx.Err()
		}
	}
	ask.Prompt = compose(req.Field, req.Instructions, req.Subject, req.Original, ask.Image, ask.Picture != nil)
	return ask, nil
}

// picture fetches the picture for a writer that can see pictures. If that fails,
// the draft is written from the product's data, with a warning that the picture
// was not seen.
func (s *Service) picture(ctx context.Context, w galley.Writer, image galley.Image) *galley.Picture {
	if s.pictures == nil || image.URL == "" || !w.Sees(ctx) {
		return nil
	}
	picture, err := s.pictures.Picture(ctx, image.URL, PictureSide)
	if err != nil {
		return nil
	}
	return &picture
}

// answer is a reply in the format of its field.
type answer struct {
	reply   galley.WriteReply
	content string
	fault   fault
}

// askTwice asks again if the answer is empty or too long. Of two answers that
// only exceed the advised length it returns the second, unless that is worse. A
// usable first answer is returned if the second request fails.
func askTwice(ctx context.Context, w galley.Writer, req, ask galley.WriteRequest) (answer, galley.Usage, error) {
	first, err := askOnce(ctx, w, req, ask)
	usage := first.reply.Usage
	if err != nil || first.fault.kind == sound {
		return first, usage, err
	}
	if first.content != "" {
		ask.Previous = first.content
	}
	ask.Note = noteWith(req.Note, first.fault.reason)
	second, err := askOnce(ctx, w, req, ask)
	usage = usage.Add(second.reply.Usage)
	best := second
	if err != nil || first.fault.kind < second.fault.kind {
		best = first
	}
	if best.fault.kind <= advised {
		return best, usage, nil
	}
	if err == nil {
		err = galley.NewError(galley.CodeWriterReply, messages.ReplyRejectedTwice(best.fault.said))
	}
	return answer{}, usage, err
}

func askOnce(ctx context.Context, w galley.Writer, req, ask galley.WriteRequest) (answer, error) {
	reply, err := w.Write(ctx, ask)
	a := answer{reply: reply}
	if err != nil {
		return a, err
	}
	a.content = Clean(req.Field, reply.Content, req.Original)
	a.fault = findFault(req.Field, a.content)
	return a, nil
}

// noteWith adds the reason to a person's note.
func noteWith(note, reason string) string {
	if note == "" {
		return reason
	}
	return note + "\n\n" + reason
}
