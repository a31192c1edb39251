package products

import (
	"context"
	"slices"

	"galley/backend/galley"
	"galley/backend/markup"
)

// draftsShown is the most drafts of one place that are listed.
const draftsShown = 200

// Desk is all that the product editor shows of a product.
type Desk struct {
	Product galley.Product `json:"product"`
	Writings
}

// CollectionDesk is all that the editor shows of a collection.
type CollectionDesk struct {
	Collection galley.Collection `json:"collection"`
	Writings
}

// Writings are the drafts and publications of a product with its images, or of a
// collection.
type Writings struct {
	Texts           []DeskText           `json:"texts"`        // each text that the editor shows, in its order
	Own             []galley.OwnDraft    `json:"own"`          // texts that people saved and did not publish
	Drafts          []galley.Item        `json:"drafts"`       // newest first
	Publications    []galley.Publication `json:"publications"` // newest first
	Changed         []DeskChange         `json:"changed"`      // published texts that were changed on the shop since
	SafeDescription string               `json:"safe_description"`
}

// Desk returns a product with every draft and publication of it, as far as the shop's plan shows scores.
func (s *Service) Desk(ctx context.Context, shop galley.ShopID, idOrHandle string) (d Desk, err error) {
	if d.Product, err = s.store.Product(ctx, shop, idOrHandle); err != nil {
		return d, err
	}
	d.Writings, err = s.writings(ctx, shop, d.Product.Subject())
	return d, err
}

// CollectionDesk does the same for a collection.
func (s *Service) CollectionDesk(ctx context.Context, shop galley.ShopID, idOrHandle string) (d CollectionDesk, err error) {
	if d.Collection, err = s.store.Collection(ctx, shop, idOrHandle); err != nil {
		return d, err
	}
	d.Writings, err = s.writings(ctx, shop, d.Collection.Subject())
	return d, err
}

func (s *Service) writings(ctx context.Context, shop galley.ShopID, of galley.Subject) (w Writings, err error) {
	if w.Drafts, err = s.store.DraftsAt(ctx, shop, of.Target.ID, draftsShown); err != nil {
		return w, err
	}
	w.Texts = textsOf(of)
	if w.Own, err = s.store.OwnDrafts(ctx, shop, of); err != nil {
		return w, err
	}
	plan, err := s.store.Plan(ctx, shop)
	if err != nil {
		return w, err
	}
	plan.HideScores(w.Drafts)
	w.SafeDescription = markup.SanitizeDraft(of.HTML(), of.HTML())
	if w.Publications, err = s.store.PublicationsAt(ctx, shop, of.Target.ID); err != nil {
		return w, err
	}
	changed, err := s.store.ChangedTexts(ctx, shop, of)
	w.Changed = make([]DeskChange, len(changed))
	for i, c := range changed {
		w.Changed[i] = DeskChange{ChangedText: c, Can: c.Can(openWrite(c, w.Publications))}
	}
	return w, err
}

// DeskText is one text of the editor: a field of the product or collection, or
// of one of its images.
type DeskText struct {
	Field   galley.Field `json:"field"`
	ImageID string       `json:"image_id"` // for alt text
	Now     galley.Value `json:"now"`      // the shop's text as far as the local copy knows
}

// textsOf lists every field that the subject or its images hold, but those that
// are unknown.
func textsOf(of galley.Subject) []DeskText {
	texts := []DeskText{}
	add := func(f galley.Field, at galley.Target, image string) {
		if now, ok := of.At(at).Value(f); ok {
			texts = append(texts, DeskText{Field: f, ImageID: image, Now: now})
		}
	}
	for _, f := range galley.Fields() {
		if slices.Contains(of.Product.Unknown, f) {
			continue
		}
		if f.Place() != galley.PlaceImage {
			add(f, of.Target, "")
			continue
		}
		for _, image := range of.Product.Images {
			add(f, galley.ImageTarget(image.ID), image.ID)
		}
	}
	return texts
}

// DeskChange is a changed text with what may be done about it now.
type DeskChange struct {
	galley.ChangedText
	Can galley.ItemCan `json:"can"`
}

// openWrite is the state of the write that is queued or being sent to the place
// of a changed text, "" where there is none.
func openWrite(c galley.ChangedText, publications []galley.Publication) galley.PublicationState {
	for _, p := range publications {
		isOpen := p.State == galley.PublicationQueued || p.State == galley.PublicationSending
		if isOpen && p.Field == c.Field && p.Target() == c.Target() {
			return p.State
		}
	}
	return ""
}
