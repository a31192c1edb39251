package vault

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"time"

	"github.com/google/uuid"
	"github.com/zalando/go-keyring"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// service is the name of Galley's entries in the system keyring.
const service = "Galley"

// Time limits for the keyring, which may have to ask a person to unlock it.
// go-keyring itself waits for ever.
const (
	ringProbePatience = 20 * time.Second
	ringPatience      = 60 * time.Second
)

// ring is the part of a keyring that Galley uses; tests replace it.
type ring interface {
	Get(service, user string) (string, error)
	Set(service, user, secret string) error
	Delete(service, user string) error
}

type systemRing struct{}

func (systemRing) Get(service, user string) (string, error) { return keyring.Get(service, user) }
func (systemRing) Set(service, user, secret string) error   { return keyring.Set(service, user, secret) }
func (systemRing) Delete(service, user string) error        { return keyring.Delete(service, user) }

// ringReachable reports whether asking for a keyring makes sense. Without a
// session bus, the D-Bus library would start one and leave it running.
func ringReachable() bool {
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		return true
	}
	if os.Getenv("DBUS_SESSION_BUS_ADDRESS") != "" {
		return true
	}
	_, err := os.Stat(filepath.Join("/run/user", strconv.Itoa(os.Getuid()), "bus"))
	return err == nil
}

type ringStore struct {
	ring     ring
	id       string
	patience time.Duration
}

func (r *ringStore) user(name string) string { return r.id + "/" + name }

// works writes, reads and removes a test entry.
func (r *ringStore) works() bool {
	const name = "probe"
	want := uuid.NewString()
	if r.set(name, want) != nil {
		return false
	}
	got, found, err := r.get(name)
	return r.delete(name) == nil && err == nil && found && got == want
}

func (r *ringStore) get(name string) (secret string, found bool, err error) {
	secret, err = r.bounded(func() (string, error) { return r.ring.Get(service, r.user(name)) })
	if errors.Is(err, keyring.ErrNotFound) {
		return "", false, nil
	}
	return secret, err == nil, r.explain(err)
}

func (r *ringStore) set(name, secret string) error {
	_, err := r.bounded(func() (string, error) { return "", r.ring.Set(service, r.user(name), secret) })
	return r.explain(err)
}

func (r *ringStore) delete(name string) error {
	_, err := r.bounded(func() (string, error) { return "", r.ring.Delete(service, r.user(name)) })
	if errors.Is(err, keyring.ErrNotFound) {
		return nil
	}
	return r.explain(err)
}

// bounded gives up on a call that takes too long. The call itself cannot be
// stopped: it ends when the keyring answers.
func (r *ringStore) bounded(call func() (string, error)) (string, error) {
	type answer struct {
		secret string
		err    error
	}
	answers := make(chan answer, 1)
	go func() {
		secret, err := call()
		answers <- answer{secret, err}
	}()
	timer := time.NewTimer(r.patience)
	defer timer.Stop()
	select {
	case a := <-answers:
		return a.secret, a.err
	case <-timer.C:
		return "", fmt.Errorf("no answer within %s", r.patience)
	}
}

func (r *ringStore) explain(err error) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, keyring.ErrSetDataTooBig):
		return galley.NewError(galley.CodeInvalidInput, messages.SecretTooLongForKeyring)
	}
	return galley.WrapError(err, galley.CodeVaultLocked, messages.KeyringLocked)
}
