package review

import (
	"context"

	"galley/backend/galley"
)

// plans is a store that knows each shop's plan: if SEO scores are not part of
// it, its items have none.
type plans struct{ Store }

func (p plans) Items(ctx context.Context, q galley.ItemQuery) (galley.ItemPage, error) {
	page, err := p.Store.Items(ctx, q)
	if err != nil {
		return page, err
	}
	return page, p.hideScores(ctx, page.Items)
}

func (p plans) Item(ctx context.Context, id galley.ItemID) (galley.Item, error) {
	item, err := p.Store.Item(ctx, id)
	if err != nil {
		return item, err
	}
	one := []galley.Item{item}
	err = p.hideScores(ctx, one)
	return one[0], err
}

// hideScores takes the scores out of items, all of one shop, whose plan has none.
func (p plans) hideScores(ctx context.Context, items []galley.Item) error {
	if len(items) == 0 {
		return nil
	}
	plan, err := p.Plan(ctx, items[0].ShopID)
	if err == nil {
		plan.HideScores(items)
	}
	return err
}
