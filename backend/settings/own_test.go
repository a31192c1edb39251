package settings_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/settings"
	"galley/backend/store/storetest"
)

func TestShopsOwnSettingsHoldBeforeThoseOfAll(t *testing.T) {
	w, vault := storetest.NewUnsyncedWorld(t, galleytest.NewClock(), 1), &galleytest.Vault{}
	s := settings.New(w.Store, vault, w.Clock, settings.EnvKey{})
	require.NoError(t, s.Set(bg, map[string]string{"strategy": "review", "person": "Ada", "caps.day_usd": "20"}))
	require.NoError(t, s.SaveFor(bg, w.Shop.ID, map[string]string{
		"strategy": "publish", "caps.day_usd": "$5", "writer.kind": "openai", "writer.base_url": "https://own.example/v1", "writer.model": "m",
		settings.APIKey: "sk-own",
	}, nil))

	own, err := s.OfShop(bg, w.Shop.ID)
	require.NoError(t, err)
	require.Equal(t, []string{"caps.day_usd", "strategy", "writer.base_url", "writer.kind", "writer.model"}, own.Own)
	require.Equal(t, galley.StrategyPublish, own.InForce.Strategy)
	require.Equal(t, "Ada", own.InForce.Person, "as for all shops")
	require.True(t, own.InForce.Writer.KeyStored)
	secret, err := s.Key(bg, "https://own.example/v1")
	require.NoError(t, err)
	require.Equal(t, "sk-own", secret)

	all, err := s.Get(bg)
	require.NoError(t, err)
	require.Equal(t, galley.StrategyReview, all.Strategy)
	require.Equal(t, galley.WriterTemplate, all.Writer.Kind)
	require.False(t, all.Writer.KeyStored)

	require.NoError(t, s.Set(bg, map[string]string{"strategy": "publish", "person": "Bo"}))
	require.NoError(t, s.SaveFor(bg, w.Shop.ID, map[string]string{"strategy": "review"}, []string{"writer.kind", "writer.base_url", "writer.model"}))
	set, err := s.For(bg, w.Shop.ID)
	require.NoError(t, err)
	require.Equal(t, galley.StrategyReview, set.Strategy)
	require.Equal(t, galley.WriterTemplate, set.Writer.Kind)
	require.Equal(t, "Bo", set.Person)
}

func TestShopsOwnSettingsAreRefusedWhole(t *testing.T) {
	w := storetest.NewUnsyncedWorld(t, galleytest.NewClock(), 1)
	s := settings.New(w.Store, &galleytest.Vault{}, w.Clock, settings.EnvKey{})
	for name, c := range map[string]struct {
		values map[string]string
		reset  []string
	}{
		"a setting of all shops":     {values: map[string]string{"person": "Kit", "writer.rpm": "5"}},
		"no setting":                 {values: map[string]string{"person": "Kit", "voice": "x"}},
		"a bad value":                {values: map[string]string{"person": "Kit", "caps.month_usd": "-1"}},
		"half a writer":              {values: map[string]string{"person": "Kit", "writer.kind": "openai", "writer.model": "m"}},
		"going back from no setting": {values: map[string]string{"person": "Kit"}, reset: []string{"voice"}},
	} {
		err := s.SaveFor(bg, w.Shop.ID, c.values, c.reset)
		require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err), name)
	}
	require.Equal(t, galley.CodeNotFound, galley.CodeOf(s.SaveFor(bg, "gone", map[string]string{"person": "Kit"}, nil)))
	set, err := s.OfShop(bg, w.Shop.ID)
	require.NoError(t, err)
	require.Empty(t, set.Own)
}

// TestHalfAWriterIsRefusedWhenItsOtherHalfGoes: a shop that has its own kind
// alone cannot go back to an address that all shops lack.
func TestHalfAWriterIsRefusedWhenItsOtherHalfGoes(t *testing.T) {
	w := storetest.NewUnsyncedWorld(t, galleytest.NewClock(), 1)
	s := settings.New(w.Store, &galleytest.Vault{}, w.Clock, settings.EnvKey{})
	require.NoError(t, s.SaveFor(bg, w.Shop.ID, map[string]string{"writer.kind": "openai", "writer.base_url": "https://own.example/v1", "writer.model": "m"}, nil))
	require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(s.SaveFor(bg, w.Shop.ID, nil, []string{"writer.model"})))
	require.NoError(t, s.SaveFor(bg, w.Shop.ID, nil, []string{"writer.kind", "writer.base_url", "writer.model"}))
}
