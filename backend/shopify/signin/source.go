package signin

import (
	"context"
	"sync"
	"time"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// margin is how long before its end a token is renewed: longer than any request takes.
const margin = 5 * time.Minute

// source provides the access tokens of one shop.
type source struct {
	keeper *Keeper
	shop   galley.Shop

	mu   sync.Mutex // held while a token is renewed: later callers get the new one
	held galley.Credential
}

// hold takes over the vault's credential.
func (s *source) hold(c galley.Credential) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.held = c
}

// Token implements shopify.Tokens. While an old token is still good, a renewal that fails is no trouble.
func (s *source) Token(ctx context.Context) (string, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.lasts(s.held) {
		return s.held.Access, nil
	}
	err := s.renew(ctx, s.held.Access)
	if err != nil && !s.held.GoodAt(s.keeper.clock.Now()) {
		return "", err
	}
	return s.held.Access, nil
}

// Replace implements shopify.Tokens.
func (s *source) Replace(ctx context.Context, refused string) (string, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.held.Access == refused || !s.lasts(s.held) {
		if err := s.renew(ctx, refused); err != nil {
			return "", err
		}
	}
	return s.held.Access, nil
}

func (s *source) lasts(c galley.Credential) bool { return c.GoodAt(s.keeper.clock.Now().Add(margin)) }

// renew first checks whether another process has done so: a refresh token works once. The new
// credential is saved before it is used, or a crash would lose it.
func (s *source) renew(ctx context.Context, old string) error {
	k := s.keeper
	return k.locked(ctx, func() error {
		kept, err := k.Credential(s.shop.ID)
		if galley.HasCode(err, galley.CodeNotFound) {
			return galley.WrapError(err, galley.CodeShopToken, messages.SignInRemoved(s.shop.Name))
		}
		if err != nil {
			return err
		}
		if kept.Access == old || !s.lasts(kept) {
			app := galley.App{Domain: s.shop.Domain, Endpoint: s.shop.Endpoint}
			if kept, err = k.exchange.again(ctx, app, kept); err != nil {
				return err
			}
			if err = k.save(s.shop.ID, kept); err != nil {
				return err
			}
		}
		s.held = kept
		return nil
	})
}
