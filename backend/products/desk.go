package products

import (
	"context"

	"galley/backend/galley"
	"galley/backend/markup"
)

// draftsShown is the most drafts of one product that are listed.
const draftsShown = 200

// Desk is all that the product editor shows of a product.
type Desk struct {
	Product         galley.Product       `json:"product"`
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
	if d.Drafts, err = s.store.DraftsAt(ctx, shop, d.Product.ID, draftsShown); err != nil {
		return d, err
	}
	plan, err := s.store.Plan(ctx, shop)
	if err != nil {
		return d, err
	}
	plan.HideScores(d.Drafts)
	d.SafeDescription = markup.SanitizeDraft(d.Product.DescriptionHTML, d.Product.DescriptionHTML)
	if d.Publications, err = s.store.PublicationsAt(ctx, shop, d.Product.ID); err != nil {
		return d, err
	}
	changed, err := s.store.ChangedTexts(ctx, shop, d.Product.Subject())
	d.Changed = make([]DeskChange, len(changed))
	for i, c := range changed {
		d.Changed[i] = DeskChange{ChangedText: c, Can: c.Can(openWrite(c, d.Publications))}
	}
	return d, err
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
