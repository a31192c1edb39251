package store

import (
	"context"
	"database/sql"
	"errors"
	"strings"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/store/db"
)

// monthOf is the first day of a local date's month.
func monthOf(day string) string { return day[:strings.LastIndexByte(day, '-')] + "-01" }

// holdAgainstLonger compares a request with the caps of the month, and with those
// that its shop has for itself.
func (a *verdict) holdAgainstLonger(ctx context.Context, q *db.Queries, r galley.Reserve, day string) error {
	if r.Caps.Month > 0 {
		spent, err := spentInMonth(ctx, q, day)
		if err != nil {
			return err
		}
		abandoned, err := q.AbandonedInAll(ctx)
		if err != nil {
			return err
		}
		a.holdAgainst(galley.CapMonth, r.Caps.Month, spent, abandoned)
	}
	if r.ShopID == "" {
		return nil
	}
	abandoned, err := q.AbandonedForShop(ctx, r.ShopID)
	if err != nil {
		return err
	}
	for _, c := range []struct {
		kind  galley.CapKind
		most  float64
		since string
	}{{galley.CapShopDay, r.ShopCaps.Day, day}, {galley.CapShopMonth, r.ShopCaps.Month, monthOf(day)}} {
		if c.most == 0 {
			continue
		}
		spent, err := spentForShop(ctx, q, r.ShopID, c.since)
		if err != nil {
			return err
		}
		a.holdAgainst(c.kind, c.most, spent, abandoned)
	}
	return nil
}

// Spending returns what writing cost on this day and in this month, for a shop or
// with "" for all together.
func (s *Store) Spending(ctx context.Context, shop galley.ShopID) (spending galley.Spending, err error) {
	day := today(s.clock)
	err = s.view(ctx, func(q *db.Queries, _ *sql.Tx) (err error) {
		if shop == "" {
			if spending.Day, err = spendOn(ctx, q, day); err != nil {
				return err
			}
			spending.Month, err = spentInMonth(ctx, q, day)
			return err
		}
		if spending.Day, err = spentForShop(ctx, q, shop, day); err != nil {
			return err
		}
		spending.Month, err = spentForShop(ctx, q, shop, monthOf(day))
		return err
	})
	return spending, err
}

func spentInMonth(ctx context.Context, q *db.Queries, day string) (galley.Spend, error) {
	booked, err := q.SpentSince(ctx, monthOf(day))
	if err != nil {
		return galley.Spend{}, err
	}
	reserved, err := q.ReservedInAll(ctx)
	return galley.NewSpend(booked.CostUsd, reserved, booked.Estimated > 0), err
}

func spentForShop(ctx context.Context, q *db.Queries, shop galley.ShopID, since string) (galley.Spend, error) {
	booked, err := q.ShopSpentSince(ctx, db.ShopSpentSinceParams{ShopID: shop, Day: since})
	if err != nil {
		return galley.Spend{}, err
	}
	reserved, err := q.ReservedForShop(ctx, shop)
	return galley.NewSpend(booked.CostUsd, reserved, booked.Estimated > 0), err
}

// ShopSettings returns what a shop has of its own, by key.
func (s *Store) ShopSettings(ctx context.Context, shop galley.ShopID) (map[string]string, error) {
	own := map[string]string{}
	err := s.view(ctx, func(q *db.Queries, _ *sql.Tx) error {
		rows, err := q.ShopSettings(ctx, shop)
		for _, r := range rows {
			own[r.Key] = r.Value
		}
		return err
	})
	return own, err
}

// PutShopSettings sets several settings of a shop and takes others back to what
// all shops have: all or none. It is CodeNotFound if the shop is gone.
func (s *Store) PutShopSettings(ctx context.Context, shop galley.ShopID, values map[string]string, reset []string) error {
	return s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		if _, err := q.ShopRow(ctx, shop); errors.Is(err, sql.ErrNoRows) {
			return galley.NewError(galley.CodeNotFound, messages.ShopGone)
		} else if err != nil {
			return err
		}
		for _, k := range reset {
			if err := q.DropShopSetting(ctx, db.DropShopSettingParams{ShopID: shop, Key: k}); err != nil {
				return err
			}
		}
		for k, v := range values {
			if err := q.PutShopSetting(ctx, db.PutShopSettingParams{ShopID: shop, Key: k, Value: v}); err != nil {
				return err
			}
		}
		return touched(ctx, q, nil, galley.TopicSettings)
	})
}

// PlanShop returns the shop of a plan, "" for one of several shops or one that is
// unknown.
func (s *Store) PlanShop(ctx context.Context, plan galley.PlanID) (shop galley.ShopID, err error) {
	err = s.view(ctx, func(q *db.Queries, _ *sql.Tx) error {
		shop, err = q.PlanShop(ctx, plan)
		if errors.Is(err, sql.ErrNoRows) {
			return nil
		}
		return err
	})
	return shop, err
}
