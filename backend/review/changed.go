package review

import (
	"context"
	"slices"
	"time"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/markup"
)

// TakeOver accepts the text that the shop has in place of a published one: it
// becomes the published text, and the draft's next revision. Nothing is written
// to the shop.
func (s *Service) TakeOver(ctx context.Context, seen galley.SeenChange) error {
	change, err := s.store.ChangedText(ctx, seen.PublicationID)
	if err != nil {
		return err
	}
	set, err := s.settings.For(ctx, change.ShopID)
	if err != nil {
		return err
	}
	var report galley.Report
	if change.ItemID != "" {
		item, err := s.store.Item(ctx, change.ItemID)
		if err != nil {
			return err
		}
		if report, err = s.check(ctx, item, change.OnShop.Text, change.Published); err != nil {
			return err
		}
	}
	return s.store.TakeOver(ctx, seen, report, set.Person)
}

// EditChanged makes a person's text a new draft of a published item whose text
// on the shop was changed since. The draft replaces the text that was seen.
func (s *Service) EditChanged(ctx context.Context, id galley.ItemID, seen galley.SeenChange, content string) (galley.Item, error) {
	item, err := s.store.Item(ctx, id)
	if err != nil {
		return item, err
	}
	if !item.Can.EditChanged || item.Changed == nil || item.Changed.Seen() != seen {
		return item, galley.NewError(galley.CodeShopChanged, messages.ShopTextDiffersFromDraft)
	}
	if content, err = markup.Fit(item.Field, content); err != nil {
		return item, err
	}
	set, err := s.settings.For(ctx, item.ShopID)
	if err != nil {
		return item, err
	}
	report, err := s.check(ctx, item, content, item.Changed.OnShop)
	if err != nil {
		return item, err
	}
	err = s.store.ReplaceDraft(ctx, id, item.Revision, galley.Draft{
		Content: content, Original: item.Changed.OnShop, Report: report, Author: galley.AuthorPerson, By: set.Person, At: s.clock.Now(), From: &seen,
	})
	if err != nil {
		return item, err
	}
	return s.store.Item(ctx, id)
}

// onShop is the shop's text at an item's place as far as Galley knows, and when
// it was seen.
func onShop(p Proof, of galley.Subject) *galley.ShopText {
	item := p.Item
	if item.Changed != nil {
		return &galley.ShopText{Value: item.Changed.OnShop, SeenAt: &item.Changed.SeenAt}
	}
	seen := lastSeen(p.Publications)
	if item.OnShop != nil {
		return &galley.ShopText{Value: *item.OnShop, SeenAt: seen}
	}
	value, ok := of.Value(item.Field)
	if !ok || p.Product == nil && p.Collection == nil {
		return nil
	}
	if read := of.ReadAt(); read != nil && (seen == nil || read.After(*seen)) {
		seen = read
	}
	return &galley.ShopText{Value: value, SeenAt: seen}
}

// lastSeen is when a publication of the item last read the shop's text.
func lastSeen(publications []galley.Publication) *time.Time {
	for _, p := range slices.Backward(publications) {
		if p.Live != nil && p.FinishedAt != nil {
			return p.FinishedAt
		}
	}
	return nil
}

// replaced is the shop's text just before the draft that is published now.
func replaced(p Proof) *galley.Value {
	if p.Item.PublishState != galley.Published {
		return nil
	}
	for _, pub := range slices.Backward(p.Publications) {
		if pub.State == galley.PublicationDone && !pub.Kind.Removes(pub.Again) {
			return pub.Before
		}
	}
	return nil
}
