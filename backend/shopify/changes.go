package shopify

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"time"

	"galley/backend/galley"
	"galley/backend/shopify/internal/adminapi"
)

// since is a filter of the shop's search.
func since(field string, t time.Time) string {
	return fmt.Sprintf("%s:>='%s'", field, t.UTC().Format(time.RFC3339))
}

// CountChanges implements galley.ShopLister.
func (c *Client) CountChanges(ctx context.Context, from time.Time) (int, error) {
	answer, err := adminapi.ChangedCount(ctx, c.read(1, 20), since("updated_at", from))
	if err != nil {
		return 0, err
	}
	if answer.ProductsCount == nil {
		return 0, misfit(errors.New("the shop does not count what changed"))
	}
	return answer.ProductsCount.Count, nil
}

// Changes implements galley.ShopLister. Total is not known.
func (c *Client) Changes(ctx context.Context, from time.Time, cursor string) (galley.ProductBatch, error) {
	return c.batch(ctx, since("updated_at", from), cursor)
}

// Deletions implements galley.ShopLister.
func (c *Client) Deletions(ctx context.Context, from time.Time, cursor string) (ids []string, next string, err error) {
	answer, err := adminapi.DeletedProducts(ctx, c.read(1, 20), since("occurred_at", from), optional(cursor))
	if err != nil {
		return nil, "", err
	}
	if answer.DeletionEvents == nil {
		return nil, "", misfit(errors.New("the shop does not say what was deleted"))
	}
	for _, event := range present(answer.DeletionEvents.Nodes) {
		ids = append(ids, event.SubjectId)
	}
	return ids, after(answer.DeletionEvents.PageInfo), nil
}

// ClockAhead implements galley.ShopLister.
func (c *Client) ClockAhead() time.Duration {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.ahead
}

// noteClock compares the time of an answer with this computer's. Answers have whole seconds.
func (c *Client) noteClock(header http.Header) {
	said, err := http.ParseTime(header.Get("Date"))
	if err != nil {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.ahead = said.Sub(c.clock.Now())
}
