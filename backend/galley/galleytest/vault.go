package galleytest

import (
	"sync"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// Vault is a galley.Vault in memory. The zero value is ready. With Locked set,
// every call fails as if no key store can be opened.
type Vault struct {
	Locked bool

	mu      sync.Mutex
	secrets map[string]string
}

// String keeps secrets out of test logs.
func (v *Vault) String() string { return "vault in memory" }

// Len is how many secrets there are.
func (v *Vault) Len() int {
	v.mu.Lock()
	defer v.mu.Unlock()
	return len(v.secrets)
}

// Get returns the secret, or CodeNotFound.
func (v *Vault) Get(name string) (string, error) {
	v.mu.Lock()
	defer v.mu.Unlock()
	if err := v.open(); err != nil {
		return "", err
	}
	secret, found := v.secrets[name]
	if !found {
		return "", galley.NewError(galley.CodeNotFound, messages.NoSuchSecret(name))
	}
	return secret, nil
}

// Set saves the secret.
func (v *Vault) Set(name, secret string) error {
	v.mu.Lock()
	defer v.mu.Unlock()
	if err := v.open(); err != nil {
		return err
	}
	if name == "" || secret == "" {
		return galley.NewError(galley.CodeInvalidInput, messages.SecretEmpty)
	}
	if v.secrets == nil {
		v.secrets = map[string]string{}
	}
	v.secrets[name] = secret
	return nil
}

// Delete removes the secret, if it is there.
func (v *Vault) Delete(name string) error {
	v.mu.Lock()
	defer v.mu.Unlock()
	if err := v.open(); err != nil {
		return err
	}
	delete(v.secrets, name)
	return nil
}

func (v *Vault) open() error {
	if v.Locked {
		return galley.NewError(galley.CodeVaultLocked, messages.KeyStoreLocked("GALLEY_PASSPHRASE"))
	}
	return nil
}
