package settings_test

import (
	"errors"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/settings"
	"galley/backend/store"
	"galley/backend/store/storetest"
)

// Two processes change the marks and the words of one profile at the same time. Nothing of either is lost.
func TestTwoProcessesChangeAProfileAtTheSameTime(t *testing.T) {
	const each, rounds = 5, 8
	ours, vault, st := newDesk(t)
	other, err := store.Open(bg, storetest.Path(t, st), galleytest.NewClock())
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, other.Close()) })
	theirs := settings.New(other, vault, galleytest.NewClock(), settings.EnvKey{})
	require.NoError(t, st.AddShop(bg, galley.Shop{ID: "s1", Name: "Shop", Kind: galley.ShopFile}))
	lamp := func(whose string, n int) galley.Subject {
		return galley.Product{ID: whose + strconv.Itoa(n), Title: "Lamp", DescriptionHTML: "A lamp of " + whose + " " + strconv.Itoa(n) + "."}.Subject()
	}
	both := func(do func(s *settings.Service, whose string) error) {
		t.Helper()
		ended := make(chan error)
		go func() { ended <- do(ours, "ours") }()
		go func() { ended <- do(theirs, "theirs") }()
		require.NoError(t, errors.Join(<-ended, <-ended))
	}
	for range rounds {
		both(func(s *settings.Service, whose string) (err error) {
			for n := 0; n < each && err == nil; n++ {
				_, err = s.MarkOnShop(bg, "s1", galley.FieldDescription, lamp(whose, n))
			}
			return err
		})
		profile, err := ours.Profile(bg, "s1")
		require.NoError(t, err)
		require.Len(t, profile.Examples, 2*each)

		parts := map[string]string{"ours": "voice", "theirs": "audience"}
		both(func(s *settings.Service, whose string) (err error) {
			for n := 0; n < each && err == nil; n++ {
				_, gone := s.UnmarkOnShop(bg, "s1", galley.FieldDescription, lamp(whose, n))
				_, set := s.SetProfilePart(bg, "s1", parts[whose], strconv.Itoa(n))
				err = errors.Join(gone, set)
			}
			return err
		})
		profile, err = ours.Profile(bg, "s1")
		require.NoError(t, err)
		last := strconv.Itoa(each - 1)
		require.Equal(t, last, profile.Audience)
		require.Equal(t, last, profile.Voice)
		require.Empty(t, profile.Examples)
	}
}
