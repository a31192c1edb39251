package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"time"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/store/column"
	"galley/backend/store/db"
)

// Profile returns how a shop speaks, or CodeNotFound.
func (s *Store) Profile(ctx context.Context, id galley.ShopID) (profile galley.Profile, err error) {
	err = s.view(ctx, func(q *db.Queries, _ *sql.Tx) error {
		profile, err = profileOf(ctx, q, id)
		return err
	})
	return profile, err
}

func profileOf(ctx context.Context, q *db.Queries, id galley.ShopID) (galley.Profile, error) {
	text, err := q.ProfileOf(ctx, id)
	if errors.Is(err, sql.ErrNoRows) {
		return galley.Profile{}, galley.NewError(galley.CodeNotFound, messages.ShopGone)
	}
	return readProfile(text), err
}

// JobProfile returns the profile that a job started with.
func (s *Store) JobProfile(ctx context.Context, id galley.JobID) (profile galley.Profile, err error) {
	err = s.view(ctx, func(q *db.Queries, _ *sql.Tx) error {
		row, err := jobRow(ctx, q, id)
		profile = readProfile(row.Profile)
		return err
	})
	return profile, err
}

// SetProfile saves how a shop speaks, for jobs that are made from now on.
func (s *Store) SetProfile(ctx context.Context, id galley.ShopID, profile galley.Profile) error {
	return s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error { return setProfile(ctx, q, id, profile) })
}

// ChangeProfile has change make a shop's profile another one, and saves it as Clean leaves it. No other change comes
// between. Where there is an error, nothing is saved.
func (s *Store) ChangeProfile(ctx context.Context, id galley.ShopID, change func(galley.Profile) (galley.Profile, error)) (profile galley.Profile, err error) {
	err = s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		if profile, err = profileOf(ctx, q, id); err != nil {
			return err
		}
		changed, err := change(profile)
		if err == nil {
			changed, err = changed.Clean()
		}
		if err != nil {
			return err
		}
		profile = changed
		return setProfile(ctx, q, id, changed)
	})
	return profile, err
}

func setProfile(ctx context.Context, q *db.Queries, id galley.ShopID, profile galley.Profile) error {
	n, err := q.SetProfile(ctx, db.SetProfileParams{ID: id, Profile: profileColumn(profile)})
	return touched(ctx, q, expectOneRow(n, err, messages.ShopGone), galley.TopicShops)
}

// SentByShop returns what jobs with a profile sent to models since then, in
// tokens, and how many of these the endpoints had cached.
func (s *Store) SentByShop(ctx context.Context, id galley.ShopID, since time.Time) (sent, cached int, err error) {
	err = s.view(ctx, func(q *db.Queries, _ *sql.Tx) error {
		row, err := q.SentByShop(ctx, db.SentByShopParams{ShopID: id, Since: column.At(since)})
		sent, cached = row.InputTokens, row.CachedTokens
		return err
	})
	return sent, cached, err
}

func profileColumn(p galley.Profile) string {
	if p.IsEmpty() {
		return ""
	}
	return jsonArray(p)
}

// readProfile reads what profileColumn wrote. The column is written by nothing else.
func readProfile(column string) (p galley.Profile) {
	if column != "" {
		_ = json.Unmarshal([]byte(column), &p)
	}
	clean, err := p.Clean()
	if err != nil {
		return p
	}
	return clean
}

func selectionColumn(sel galley.Selection) string { return jsonArray(sel) }
