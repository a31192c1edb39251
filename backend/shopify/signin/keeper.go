package signin

import (
	"context"
	"sync"
	"time"

	"github.com/gofrs/flock"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/shopify"
)

// How long a process waits for another one that is renewing a token.
const (
	lockPatience = 30 * time.Second
	lockInterval = 20 * time.Millisecond
)

// Keeper keeps the credentials of a home's shops. It is safe for use by many goroutines, and by
// several processes on one home.
type Keeper struct {
	vault    galley.Vault
	clock    galley.Clock
	exchange exchanger
	lockFile string

	mu      sync.Mutex
	sources map[galley.ShopID]*source
}

// NewKeeper makes the keeper of a home. lockFile is what processes lock against each other; its folder
// has to exist.
func NewKeeper(vault galley.Vault, clock galley.Clock, lockFile string) *Keeper {
	return &Keeper{
		vault: vault, clock: clock, exchange: newExchanger(clock), lockFile: lockFile,
		sources: map[galley.ShopID]*source{},
	}
}

// Credential returns a shop's credential, or CodeNotFound.
func (k *Keeper) Credential(id galley.ShopID) (galley.Credential, error) {
	secret, err := k.vault.Get(galley.ShopSecret(id))
	if err != nil {
		return galley.Credential{}, err
	}
	return galley.ParseCredential(secret), nil
}

// Keep saves a credential in place of the one before.
func (k *Keeper) Keep(ctx context.Context, id galley.ShopID, c galley.Credential) error {
	return k.locked(ctx, func() error { return k.save(id, c) })
}

// Forget removes a shop's credential. A renewal under way is waited for, so that it does not bring
// anything back.
func (k *Keeper) Forget(ctx context.Context, id galley.ShopID) error {
	k.mu.Lock()
	delete(k.sources, id)
	k.mu.Unlock()
	return k.locked(ctx, func() error { return k.vault.Delete(galley.ShopSecret(id)) })
}

func (k *Keeper) save(id galley.ShopID, c galley.Credential) error {
	secret, err := c.Secret()
	if err != nil {
		return galley.WrapError(err, galley.CodeInternal, messages.SignInNotSaved)
	}
	return k.vault.Set(galley.ShopSecret(id), secret)
}

// locked runs f while no one else, here or in another process, changes a credential of the home.
func (k *Keeper) locked(ctx context.Context, f func() error) error {
	lock := flock.New(k.lockFile, flock.SetPermissions(0o600))
	// Looks are counted, not time: on a busy machine the other process is as slow as this one.
	for waited := time.Duration(0); ; waited += lockInterval {
		held, err := lock.TryLock()
		switch {
		case err != nil:
			return galley.WrapError(err, galley.CodeStorage, messages.SignInLockUnusable(k.lockFile))
		case held:
			defer lock.Close()
			return f()
		case waited >= lockPatience:
			return galley.NewError(galley.CodeBusy, messages.SignInBusy(lockPatience))
		}
		if err := (galley.SystemClock{}).Sleep(ctx, lockInterval); err != nil {
			return err
		}
	}
}

// Tokens provides a shop's access tokens, beginning with the vault's current one. A shop without a
// credential is CodeShopToken.
func (k *Keeper) Tokens(shop galley.Shop) (shopify.Tokens, error) {
	c, err := k.Credential(shop.ID)
	if galley.HasCode(err, galley.CodeNotFound) {
		return nil, galley.WrapError(err, galley.CodeShopToken, messages.SignInMissing(shop.Name))
	}
	if err != nil {
		return nil, err
	}
	s := k.source(shop)
	s.hold(c)
	return s, nil
}

func (k *Keeper) source(shop galley.Shop) *source {
	k.mu.Lock()
	defer k.mu.Unlock()
	s := k.sources[shop.ID]
	if s == nil {
		s = &source{keeper: k, shop: shop}
		k.sources[shop.ID] = s
	}
	return s
}
