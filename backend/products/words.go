package products

import (
	"context"
	"time"

	"galley/backend/galley"
)

// wordsLook is how long it is until KeepWords looks whether a sync saved products whose words are not in the index.
const wordsLook = 2 * time.Second

// KeepWords puts the words of products into the index as long as ctx lives, while no sync of this process saves products:
// searches find the products before, only slower.
func (s *Service) KeepWords(ctx context.Context) {
	for ctx.Err() == nil {
		if s.underWay.noneSaves() {
			if err := s.indexWords(ctx, s.underWay.noneSaves); err != nil && ctx.Err() == nil {
				s.log.WarnContext(ctx, "words of products are not in the index yet", "code", galley.CodeOf(err), "error", err)
			}
		}
		_ = s.clock.Sleep(ctx, wordsLook) // the loop ends with ctx
	}
}

// IndexWords puts the words of all products into the index. An interrupted run continues later.
func (s *Service) IndexWords(ctx context.Context) error {
	return s.indexWords(ctx, func() bool { return true })
}

// wordsPause is how long the data file is left alone between two steps. A process that waits for the file checks it only
// now and then.
const wordsPause = 10 * time.Millisecond

// indexWords indexes as long as it may, in steps of one transaction each.
func (s *Service) indexWords(ctx context.Context, may func() bool) error {
	for may() {
		more, err := s.store.IndexWords(ctx)
		if err != nil || !more {
			return err
		}
		if err := s.clock.Sleep(ctx, wordsPause); err != nil {
			return err
		}
	}
	return nil
}
