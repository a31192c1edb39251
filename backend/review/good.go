package review

import (
	"context"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/markup"
)

// GoodMark says whether a person marked a text as good for others to be written
// like it, and who.
type GoodMark struct {
	Marked bool   `json:"marked"`
	By     string `json:"by"`
}

// MarkGood marks the text of a draft, published or not, as good in the profile of
// its shop, or takes the mark back. A text that cannot be marked, or one more than
// a profile holds, is CodeInvalidInput; a draft that changed since is CodeChanged; a
// mark that is not there is CodeNotFound.
func (s *Service) MarkGood(ctx context.Context, id galley.ItemID, revision int, good bool) (galley.Profile, error) {
	item, err := s.store.Item(ctx, id)
	if err != nil {
		return galley.Profile{}, err
	}
	if err := onScreen(item, revision); err != nil {
		return galley.Profile{}, err
	}
	if !canBeGood(item) {
		return galley.Profile{}, galley.NewError(galley.CodeInvalidInput, messages.DraftNotMarkable(string(item.Field)))
	}
	if !good {
		return s.store.ChangeProfile(ctx, item.ShopID, func(p galley.Profile) (galley.Profile, error) {
			if p.Good(item.Field, item.Content) < 0 {
				return p, galley.NewError(galley.CodeNotFound, messages.NoSuchMark)
			}
			return p.WithoutGood(item.Field, item.Content), nil
		})
	}
	text, err := s.goodText(ctx, item)
	if err != nil {
		return galley.Profile{}, err
	}
	return s.store.ChangeProfile(ctx, item.ShopID, func(p galley.Profile) (galley.Profile, error) {
		return p.WithoutGood(item.Field, item.Content).WithGood(text), nil
	})
}

func (s *Service) goodText(ctx context.Context, item galley.Item) (galley.GoodText, error) {
	set, err := s.settings.For(ctx, item.ShopID)
	if err != nil {
		return galley.GoodText{}, err
	}
	text := galley.GoodText{Field: item.Field, PlaceID: item.Place.ID, Title: item.Place.Title, Text: item.Content, MarkedBy: set.Person}
	of, err := s.store.Subject(ctx, item.ShopID, item.Listed())
	switch {
	case err == nil:
		text.Type = of.Product.ProductType
	case !galley.HasCode(err, galley.CodeNotFound): // it may be gone from the local copy
		return text, err
	}
	return text, nil
}

// canBeGood reports whether others can be written like a draft. Texts of pictures
// are too short to show a voice.
func canBeGood(item galley.Item) bool {
	return item.State == galley.ItemGenerated && item.Field.Place() != galley.PlaceImage && !markup.Empty(item.Field, galley.Text(item.Content))
}

// goodMark is nil where a text cannot be marked.
func (s *Service) goodMark(ctx context.Context, item galley.Item) (*GoodMark, error) {
	if !canBeGood(item) {
		return nil, nil
	}
	profile, err := s.store.Profile(ctx, item.ShopID)
	if err != nil {
		return nil, err
	}
	mark := &GoodMark{}
	if at := profile.Good(item.Field, item.Content); at >= 0 {
		mark.Marked, mark.By = true, profile.Examples[at].MarkedBy
	}
	return mark, nil
}
