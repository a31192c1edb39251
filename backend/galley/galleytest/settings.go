package galleytest

import (
	"context"

	"galley/backend/galley"
)

// Settings are settings that a test makes: galley.SettingsSource.
type Settings struct{ galley.Settings }

// Get implements galley.SettingsSource.
func (s *Settings) Get(context.Context) (galley.Settings, error) { return s.Settings, nil }
