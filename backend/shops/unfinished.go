package shops

import (
	"context"
	"strings"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/lease"
)

// A shop is contacted with its credential from the key store before it is in
// the data file. An interruption must leave no credential behind, so the shop
// is first noted as unfinished, under a lease that shows whether the connecting
// process is alive. A shop that is being removed is noted too, since its
// credential outlives it for a moment.
const unfinished = "shop.unfinished "

// noteUnfinished notes a shop as unfinished. end removes the note if nothing is
// left behind.
func (s *Service) noteUnfinished(ctx context.Context, id galley.ShopID) (end func(clean bool), err error) {
	note := unfinished + string(id)
	held, err := lease.Take(ctx, s.store, note, s.store.Holder())
	if err != nil {
		return nil, err
	}
	if held == nil { // an id is made for one connection alone
		return nil, galley.NewError(galley.CodeBusy, messages.ShopInUse)
	}
	if err := s.store.PutSettings(ctx, map[string]string{note: "yes"}); err != nil {
		held.Release()
		return nil, err
	}
	return func(clean bool) {
		if clean { // a note that stays is looked at again with the next start
			_ = s.store.PutSettings(context.WithoutCancel(ctx), map[string]string{note: ""})
		}
		held.Release()
	}, nil
}

// noteRemoval is noteUnfinished for a shop that is about to be removed. Only
// shops on Shopify have a credential.
func (s *Service) noteRemoval(ctx context.Context, shop galley.Shop) (end func(clean bool), err error) {
	if !shop.Kind.Traits().HasKept(galley.KeptCredential) {
		return func(bool) {}, nil
	}
	return s.noteUnfinished(ctx, shop.ID)
}

// ForgetUnfinished removes the credentials of shops whose connecting or removal
// was cut short by a crash, and returns how many shops that were.
func (s *Service) ForgetUnfinished(ctx context.Context) (n int, err error) {
	stored, err := s.store.Settings(ctx)
	if err != nil {
		return 0, err
	}
	for note, value := range stored {
		id, isNote := strings.CutPrefix(note, unfinished)
		if !isNote || value == "" {
			continue
		}
		forgotten, err := s.forget(ctx, galley.ShopID(id))
		if err != nil {
			return n, err
		}
		if forgotten {
			n++
		}
	}
	return n, nil
}

// forget reports false for a shop that is being connected by a living process,
// or that was connected after all, or not removed.
func (s *Service) forget(ctx context.Context, id galley.ShopID) (bool, error) {
	note := unfinished + string(id)
	held, err := lease.Take(ctx, s.store, note, s.store.Holder())
	if err != nil || held == nil {
		return false, err
	}
	defer held.Release()
	_, err = s.store.Shop(ctx, string(id))
	isMissing := galley.HasCode(err, galley.CodeNotFound)
	if err != nil && !isMissing {
		return false, err
	}
	if isMissing {
		if err := s.keys.Forget(ctx, id); err != nil {
			return false, err
		}
	}
	return isMissing, s.store.PutSettings(ctx, map[string]string{note: ""})
}
