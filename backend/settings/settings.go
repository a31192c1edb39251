// Package settings keeps the preferences of a home: typed, checked when they
// are set, and read when a job starts.
package settings

import (
	"context"
	"strings"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// Store keeps settings as text by key.
type Store interface {
	Settings(ctx context.Context) (map[string]string, error)
	PutSettings(ctx context.Context, values map[string]string) error
	ShopSettings(ctx context.Context, shop galley.ShopID) (map[string]string, error)
	PutShopSettings(ctx context.Context, shop galley.ShopID, values map[string]string, reset []string) error
	SavedInstructions(ctx context.Context) ([]galley.Instructions, error)
	PutInstructions(ctx context.Context, i galley.Instructions) error
	DeleteInstructions(ctx context.Context, id string) error
	Profile(ctx context.Context, shop galley.ShopID) (galley.Profile, error)
	SetProfile(ctx context.Context, shop galley.ShopID, profile galley.Profile) error
	ChangeProfile(ctx context.Context, shop galley.ShopID, change func(galley.Profile) (galley.Profile, error)) (galley.Profile, error)
	Lesson(ctx context.Context, of galley.WriterSpec) (*galley.Lesson, error)
	ForgetLesson(ctx context.Context, of galley.WriterSpec) error
}

// Service reads and writes settings.
type Service struct {
	store Store
	vault galley.Vault
	clock galley.Clock
	env   EnvKey
}

// EnvKey is a key for one model endpoint from the environment. It replaces a
// saved key for that endpoint and is sent to no other.
type EnvKey struct {
	Key     string // GALLEY_WRITER_API_KEY
	BaseURL string // GALLEY_WRITER_BASE_URL; empty: the saved base URL
}

// isFor reports whether the key is for that address.
func (k EnvKey) isFor(baseURL, saved string) bool {
	given := k.BaseURL
	if given == "" {
		given = saved
	}
	return k.Key != "" && given != "" && sameEndpoint(given, baseURL)
}

// New makes the service.
func New(store Store, vault galley.Vault, clock galley.Clock, env EnvKey) *Service {
	return &Service{store: store, vault: vault, clock: clock, env: env}
}

// Setting is one setting as text.
type Setting struct {
	Key   string `json:"key"`
	Value string `json:"value"`
	// Own is set for a setting that a shop has of its own.
	Own bool `json:"own,omitempty"`
}

// Get returns all settings. A stored value that cannot be read is an error that
// names it, never replaced by a default.
func (s *Service) Get(ctx context.Context) (galley.Settings, error) {
	all, err := defaults()
	if err != nil {
		return all, err
	}
	stored, err := s.store.Settings(ctx)
	if err != nil {
		return all, err
	}
	for _, k := range keys {
		v, ok := stored[k.name]
		if !ok {
			continue
		}
		all.Caps.Chosen = all.Caps.Chosen || strings.HasPrefix(k.name, "caps.")
		if err := k.set(&all, v); err != nil {
			return all, galley.WrapError(err, galley.CodeStorage, messages.SettingUnreadable(k.name))
		}
	}
	return all, s.know(ctx, &all)
}

// markOf is the setting that records that the vault has a key for the address,
// so that showing the settings never opens the vault.
func markOf(baseURL string) string { return "writer.key_stored " + baseURL }

// List returns every setting as text, in a fixed order. The API key is not
// among them.
func (s *Service) List(ctx context.Context) ([]Setting, error) { return s.ListFor(ctx, "") }

// Value returns one setting as text.
func (s *Service) Value(ctx context.Context, name string) (string, error) {
	found, err := s.ValueFor(ctx, "", name)
	return found.Value, err
}

// Set sets several settings at once: all are checked before any is saved. The
// API key goes to the vault, for the base URL in force afterwards; an empty one
// is removed. A price and an answer limit are entered into their tables.
func (s *Service) Set(ctx context.Context, values map[string]string) error {
	scratch, err := defaults()
	if err != nil {
		return err
	}
	clean := make(map[string]string, len(values))
	for name, v := range values {
		if writeOnly[name] {
			continue
		}
		k, err := find(name)
		if err != nil {
			return err
		}
		if err := k.set(&scratch, v); err != nil {
			return err
		}
		clean[name] = k.get(scratch)
	}
	for _, of := range []struct {
		name string
		set  func(ctx context.Context, clean map[string]string, v string) error
	}{{AnswerLimitKey, s.changeLimit}, {PriceKey, s.changePrice}, {APIKey, s.keepKey}} {
		if v, ok := values[of.name]; ok {
			if err := of.set(ctx, clean, v); err != nil {
				return err
			}
		}
	}
	if len(clean) == 0 {
		return nil
	}
	if err := s.forgetEarlier(ctx, clean); err != nil {
		return err
	}
	return s.store.PutSettings(ctx, clean)
}

// writeOnly are the settings that are set and not shown under their name.
var writeOnly = map[string]bool{APIKey: true, PriceKey: true, AnswerLimitKey: true}

func (s *Service) keepKey(ctx context.Context, clean map[string]string, secret string) error {
	base, ok := clean[baseURLKey]
	if !ok {
		now, err := s.Get(ctx)
		if err != nil {
			return err
		}
		base = now.Writer.BaseURL
	}
	if base == "" {
		return galley.NewError(galley.CodeInvalidInput, messages.KeyWithoutAddress)
	}
	if secret == "" {
		clean[markOf(base)] = ""
		return s.vault.Delete(galley.WriterSecret(base))
	}
	clean[markOf(base)] = "yes"
	return s.vault.Set(galley.WriterSecret(base), secret)
}

// CheckKey reads the stored key of the writer's endpoint, and returns how many
// there are: 0 or 1.
func (s *Service) CheckKey(ctx context.Context) (int, error) {
	set, err := s.Get(ctx)
	if err != nil || !set.Writer.KeyStored {
		return 0, err
	}
	_, err = s.Key(ctx, set.Writer.BaseURL)
	return 1, err
}

// Key returns the key for a model endpoint: the environment's if it is for this
// endpoint, or the vault's. An endpoint without one has the key "", since local
// servers need none.
func (s *Service) Key(ctx context.Context, baseURL string) (string, error) {
	stored, err := s.store.Settings(ctx)
	if err != nil {
		return "", err
	}
	if s.env.isFor(baseURL, stored[baseURLKey]) {
		return s.env.Key, nil
	}
	if stored[markOf(baseURL)] == "" {
		return "", nil
	}
	secret, err := s.vault.Get(galley.WriterSecret(baseURL))
	if galley.HasCode(err, galley.CodeNotFound) {
		return "", nil
	}
	return secret, err
}
