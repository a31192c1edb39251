package vault

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/google/uuid"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// The kinds of key store.
const (
	kindKeyring = "keyring"
	kindFile    = "file"
)

// place is the content of keystore.json: where the home's secrets are. It holds
// no secret.
type place struct {
	Kind string `json:"kind"`
	// ID separates the home's keyring entries from those of other homes, and is
	// unchanged when the folder is moved.
	ID string `json:"id"`
}

func (v *Vault) placePath() string { return filepath.Join(v.home, "keystore.json") }

// known returns the store that was chosen, or nil if none was.
func (v *Vault) known() (store, error) {
	if v.store != nil {
		return v.store, nil
	}
	data, err := os.ReadFile(v.placePath())
	if errors.Is(err, fs.ErrNotExist) {
		return v.orphan(), nil
	}
	if err != nil {
		return nil, errStorage(err, v.placePath())
	}
	var p place
	if err := json.Unmarshal(data, &p); err != nil || (p.Kind != kindKeyring && p.Kind != kindFile) {
		return nil, galley.WrapError(err, galley.CodeStorage, messages.KeyPlaceDamaged(v.placePath()))
	}
	v.store = v.open(p)
	return v.store, nil
}

// orphan is the encrypted file of a home whose keystore.json was lost: its
// secrets stay available.
func (v *Vault) orphan() store {
	if _, err := os.Stat(v.file.path); err != nil {
		return nil
	}
	v.store = v.file
	return v.store
}

// decided returns the known store, or chooses one and saves the choice. The
// caller holds the lock between processes.
func (v *Vault) decided() (store, error) {
	if s, err := v.known(); s != nil || err != nil {
		return s, err
	}
	p := place{Kind: kindFile, ID: uuid.NewString()}
	if v.keyringWorks(p.ID) {
		p.Kind = kindKeyring
	} else if err := v.file.prepare(); err != nil {
		return nil, err // nothing is saved: with a keyring or a passphrase the next try chooses again
	}
	data, err := json.Marshal(p)
	if err != nil {
		return nil, galley.WrapError(err, galley.CodeInternal, messages.KeyPlaceNotSaved)
	}
	if err := writeFile(v.placePath(), append(data, '\n')); err != nil {
		return nil, err
	}
	v.store = v.open(p)
	return v.store, nil
}

func (v *Vault) open(p place) store {
	if p.Kind == kindFile {
		return v.file
	}
	return &ringStore{ring: v.ring, id: p.ID, patience: ringPatience}
}

func (v *Vault) keyringWorks(id string) bool {
	if os.Getenv(EnvPassphrase) != "" || !v.reachable() {
		return false
	}
	probe := &ringStore{ring: v.ring, id: id, patience: ringProbePatience}
	return probe.works()
}
