package vault

import (
	"context"
	"path/filepath"
	"time"

	"github.com/gofrs/flock"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// Time limit for another process to save a secret. Someone may be typing a
// passphrase there.
const (
	lockPatience = 30 * time.Second
	lockInterval = 20 * time.Millisecond
)

// locked runs change while no other process changes the key store of the home.
func (v *Vault) locked(change func() error) (err error) {
	if err := v.makeHome(); err != nil {
		return err
	}
	lock := flock.New(filepath.Join(v.home, "keystore.lock"), flock.SetPermissions(0o600))
	ctx, cancel := context.WithTimeout(context.Background(), lockPatience)
	defer cancel()
	held, err := lock.TryLockContext(ctx, lockInterval)
	if ctx.Err() != nil {
		return galley.NewError(galley.CodeBusy, messages.KeyStoreBusy(lockPatience))
	}
	if err != nil || !held {
		return errStorage(err, v.home)
	}
	defer func() {
		if closeErr := lock.Close(); err == nil && closeErr != nil {
			err = errStorage(closeErr, v.home)
		}
	}()
	return change()
}
