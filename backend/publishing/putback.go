package publishing

import (
	"context"

	"galley/backend/galley"
)

// PutBack queues a published text for the shop again, where a person saw that it
// was changed there. It is compared like every write: a shop that has yet
// another text by then is a conflict. A text that is queued there already is
// CodeBusy.
func (s *Service) PutBack(ctx context.Context, seen galley.SeenChange) error {
	set, err := s.settings.Get(ctx)
	if err != nil {
		return err
	}
	return s.store.QueuePutBack(ctx, seen, set.Person)
}
