package jobs

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"sync"

	"galley/backend/galley"
)

// originals are the shop's texts that drafts are written for. An answer comes up to
// a day after it was asked for, and the text may have changed by then.
type originals struct {
	mu    sync.Mutex
	sums  map[galley.ItemID]string
	moved map[galley.ItemID]bool
}

func (o *originals) note(c galley.Claimed, text string) {
	sum := sha256.Sum256([]byte(text))
	now := hex.EncodeToString(sum[:])
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.sums == nil {
		o.sums, o.moved = map[galley.ItemID]string{}, map[galley.ItemID]bool{}
	}
	o.sums[c.ID], o.moved[c.ID] = now, c.Asked != "" && c.Asked != now
}

func (o *originals) of(id galley.ItemID) string {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.sums[id]
}

func (o *originals) hasMoved(id galley.ItemID) bool {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.moved[id]
}

func (b *batchRun) request(ctx context.Context, c galley.Claimed, of galley.Subject) (galley.WriteRequest, *galley.Reason) {
	req, skip := b.items.request(ctx, c, of)
	b.originals.note(c, req.Original.Text)
	return req, skip
}

// decide publishes nothing that was written for another text than the shop has now:
// a person compares them.
func (b *batchRun) decide(o *galley.Outcome) {
	b.items.decide(o)
	if o.Publish != nil && b.originals.hasMoved(o.ID) {
		o.Publish, o.HeldBack = nil, true
	}
}
