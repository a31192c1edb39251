package galleytest

import (
	"context"

	"galley/backend/galley"
)

// Settings are settings that a test makes: galley.SettingsSource.
type Settings struct{ galley.Settings }

// Get implements galley.SettingsSource.
func (s *Settings) Get(context.Context) (galley.Settings, error) { return s.Settings, nil }

// For implements galley.SettingsSource: no shop has settings of its own.
func (s *Settings) For(ctx context.Context, _ galley.ShopID) (galley.Settings, error) {
	return s.Get(ctx)
}
