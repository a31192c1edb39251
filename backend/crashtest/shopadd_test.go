package crashtest

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	domain "galley/backend/galley"
	"galley/backend/store"
)

// A kill while the shop is contacted for the first time, with its token in the
// key store and no shop in the data file: the next doctor removes the token.
func TestKillDuringShopAddLeavesNoToken(t *testing.T) {
	t.Parallel()
	asked, release := make(chan struct{}, 8), make(chan struct{})
	shop := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { asked <- struct{}{}; <-release }))
	defer shop.Close()
	defer close(release)
	g := galley{t: t, home: t.TempDir()}
	p := g.start("shpat_planted\n", "shop", "add", "shopify", "cut", "--endpoint", shop.URL, "--token-stdin")
	<-asked
	id := unfinishedShop(t, g.home)
	secret, err := g.vault().Get(domain.ShopSecret(id))
	require.NoError(t, err)
	require.Contains(t, secret, "shpat_planted")

	living := g.try("", "doctor")
	require.Zero(t, living.code, living.out+living.err)
	_, err = g.vault().Get(domain.ShopSecret(id))
	require.NoError(t, err, "the process that connects it lives")

	require.NoError(t, p.Process.Kill())
	require.True(t, g.finish(p).killed())
	report := g.try("", "doctor")
	require.Zero(t, report.code, report.out+report.err)
	require.Contains(t, report.out, "cut short")
	_, err = g.vault().Get(domain.ShopSecret(id))
	require.Equal(t, domain.CodeNotFound, domain.CodeOf(err))
	require.NotContains(t, g.try("", "doctor").out, "cut short", "it is done once")
}

// unfinishedShop is the shop that is being connected on the home.
func unfinishedShop(t *testing.T, home string) domain.ShopID {
	t.Helper()
	s, err := store.Open(t.Context(), home+"/"+store.FileName, domain.SystemClock{})
	require.NoError(t, err)
	defer s.Close()
	all, err := s.Settings(t.Context())
	require.NoError(t, err)
	for key, value := range all {
		if id, found := strings.CutPrefix(key, "shop.unfinished "); found && value != "" {
			return domain.ShopID(id)
		}
	}
	require.Fail(t, "no shop is noted as unfinished")
	return ""
}
