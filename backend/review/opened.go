package review

import (
	"context"

	"galley/backend/galley"
)

// Opened notes that a person was shown drafts as a whole, at the revisions given. A draft that has another one by now
// stays as it was; one that does not exist is CodeNotFound.
func (s *Service) Opened(ctx context.Context, drafts []galley.ItemAt) error {
	return s.store.MarkOpened(ctx, drafts)
}
