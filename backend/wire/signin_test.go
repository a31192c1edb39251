package wire_test

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"github.com/zalando/go-keyring"

	"galley/backend/demo"
	"galley/backend/demo/oauth"
	"galley/backend/demo/oauth/oauthtest"
	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/shops"
	"galley/backend/vault"
	"galley/backend/wire"
	"galley/backend/wire/wiretest"
)

var bg = context.Background()

const domain = "galley-demo.myshopify.com"

// scene is a home, and a demo shop that keeps its own time.
type scene struct {
	*wiretest.World

	t        *testing.T
	clock    *galleytest.Clock // Galley's
	far      *galleytest.Clock // the shop's
	shop     *demo.Shop
	endpoint string
	port     int          // not the usual one: a Galley may be open on this machine
	tokens   atomic.Int64 // how often the shop was asked for a token
	before   func(*http.Request)
}

func newScene(t *testing.T) *scene {
	t.Helper()
	t.Setenv("GALLEY_PASSPHRASE", "")
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", "a stand-in answers") // never the keyring of the person running the tests
	keyring.MockInit()
	s := &scene{t: t, clock: galleytest.NewClock(), far: galleytest.NewClock(), before: func(*http.Request) {}}
	var err error
	s.port, err = oauthtest.FreePort()
	require.NoError(t, err)
	s.shop, err = demo.Open(bg, demo.Options{Seed: demo.Seed{Products: 12}, Clock: s.far, Bucket: 1e6, RestoreRate: 1e6})
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, s.shop.Close()) })
	handler := s.shop.Handler()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == oauth.TokenPath {
			s.tokens.Add(1)
		}
		s.before(r)
		handler.ServeHTTP(w, r)
	}))
	t.Cleanup(server.Close)
	s.endpoint = server.URL
	s.World = wiretest.Open(t, wire.Options{Clock: s.clock})
	return s
}

// withoutKeyring has the home's secrets in the encrypted file.
func (s *scene) withoutKeyring() {
	s.t.Setenv("GALLEY_PASSPHRASE", "quoin")
	s.t.Setenv("DBUS_SESSION_BUS_ADDRESS", "")
	keyring.MockInitWithError(os.ErrPermission)
}

// pass lets time go by, here and at the shop.
func (s *scene) pass(d time.Duration) {
	s.clock.Advance(d)
	s.far.Advance(d)
}

// connection signs in by the shop's own app.
func (s *scene) connection(way galley.SignIn) shops.Connection {
	app := s.shop.Apps()[0]
	c := shops.Connection{Domain: domain, Endpoint: s.endpoint, SignIn: way, Port: s.port, ClientID: app.ID, ClientSecret: app.Secret}
	if way == galley.SignInToken {
		c.Token = s.shop.Token()
	}
	return c
}

// connect signs in one way or another.
func (s *scene) connect(way galley.SignIn) (galley.ShopOverview, error) {
	if way != galley.SignInAuthorizationCode {
		return s.Shops.AddShopify(bg, s.connection(way))
	}
	invitation, err := s.Shops.BeginSignIn(bg, s.connection(way))
	require.NoError(s.t, err)
	shown := make(chan string, 1)
	go func() {
		page, _ := oauthtest.Agree(invitation.URL) // what went wrong is not on the page
		shown <- page
	}()
	shop, err := s.Shops.FinishSignIn(bg, invitation.ID)
	page := <-shown
	if err == nil {
		require.Contains(s.t, page, "Galley may now read and change the copy of "+domain)
	} else {
		require.Contains(s.t, page, "Not signed in")
	}
	return shop, err
}

var ways = []galley.SignIn{galley.SignInToken, galley.SignInClientCredentials, galley.SignInAuthorizationCode}

func TestEverySignInWorks(t *testing.T) {
	for _, way := range ways {
		t.Run(string(way), func(t *testing.T) {
			s := newScene(t)
			shop, err := s.connect(way)
			require.NoError(t, err)
			require.Equal(t, way, shop.SignIn)
			info, err := s.Shops.Check(bg, shop.Name)
			require.NoError(t, err)
			require.Equal(t, 12, info.Products)
			again, err := s.connect(way)
			require.NoError(t, err)
			require.Equal(t, shop.ID, again.ID, "the same shop: the way in is replaced")
		})
	}
}

func TestSignInCanBeReplaced(t *testing.T) {
	s := newScene(t)
	shop, err := s.connect(galley.SignInToken)
	require.NoError(t, err)
	c := s.connection(galley.SignInClientCredentials)
	c.ClientSecret = "shpss_wrong"
	_, err = s.Shops.AddShopify(bg, c)
	require.Equal(t, galley.CodeShopToken, galley.CodeOf(err))
	require.Contains(t, galley.MessageOf(err), "The client secret is not the one of this app.")
	_, err = s.Shops.Check(bg, shop.Name)
	require.NoError(t, err, "what does not work leaves what does")

	changed, err := s.connect(galley.SignInClientCredentials)
	require.NoError(t, err)
	require.Equal(t, shop.ID, changed.ID)
	require.Equal(t, s.shop.Apps()[0].ID, changed.ClientID)
	c.ClientSecret = ""
	_, err = s.Shops.AddShopify(bg, c)
	require.NoError(t, err, "the secret of this app is known")
	c.ClientID = "another"
	_, err = s.Shops.AddShopify(bg, c)
	require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err), "and of no other")
}

func TestReportsAppOfAnotherOrganisation(t *testing.T) {
	s := newScene(t)
	c := s.connection(galley.SignInClientCredentials)
	c.ClientID, c.ClientSecret = s.shop.Apps()[1].ID, s.shop.Apps()[1].Secret
	_, err := s.Shops.AddShopify(bg, c)
	require.Equal(t, galley.CodeShopToken, galley.CodeOf(err))
	require.Contains(t, galley.MessageOf(err), "Sign in through the browser instead.")
	c.ClientID = "nobody"
	_, err = s.Shops.AddShopify(bg, c)
	require.Contains(t, galley.MessageOf(err), "Shopify knows no app with this client ID.")
}

func TestRenewsTokenBeforeItExpires(t *testing.T) {
	for way, life := range map[galley.SignIn]time.Duration{
		galley.SignInClientCredentials: 24 * time.Hour, galley.SignInAuthorizationCode: time.Hour,
	} {
		t.Run(string(way), func(t *testing.T) {
			s := newScene(t)
			shop, err := s.connect(way)
			require.NoError(t, err)
			asked := s.tokens.Load()
			s.pass(life - 6*time.Minute)
			s.check(shop)
			require.Equal(t, asked, s.tokens.Load(), "it is good for a while")
			s.pass(2 * time.Minute)
			s.check(shop)
			s.check(shop)
			require.Equal(t, asked+1, s.tokens.Load(), "renewed once")

			restarted := wiretest.Open(t, wire.Options{Home: s.Home, Clock: s.clock}) // as after a new start
			s.pass(life)
			_, err = restarted.Shops.Check(bg, shop.Name)
			require.NoError(t, err)
			s.check(shop) // with what the other process saved
			require.Equal(t, asked+2, s.tokens.Load())
		})
	}
}

func (s *scene) check(shop galley.ShopOverview) {
	s.t.Helper()
	_, err := s.Shops.Check(bg, shop.Name)
	require.NoError(s.t, err)
}

// publish writes titles for all products, decides them, and sends them off.
func (s *scene) publish(shop galley.ShopOverview) (galley.Job, error) {
	s.t.Helper()
	s.Shop = shop
	s.Sync()
	job := s.Written(galley.JobSpec{Field: galley.FieldSEOTitle})
	plan, _, err := s.Publishing.PublishNow(bg, galley.PublishRequest{JobID: job.ID})
	require.NoError(s.t, err)
	require.NotZero(s.t, plan.Count)
	sendErr := s.Dispatcher.Wait(bg, job.ID, nil)
	job, err = s.Jobs.Get(bg, job.ID)
	require.NoError(s.t, err)
	return job, sendErr
}

// TestRenewsTokenWhilePublishing lets the shop's clock run ahead, so that the
// shop refuses a token which Galley takes for a good one.
func TestRenewsTokenWhilePublishing(t *testing.T) {
	for _, way := range []galley.SignIn{galley.SignInClientCredentials, galley.SignInAuthorizationCode} {
		t.Run(string(way), func(t *testing.T) {
			s := newScene(t)
			shop, err := s.connect(way)
			require.NoError(t, err)
			asked := s.tokens.Load()
			s.beforeWrite(5, func() { s.far.Advance(25 * time.Hour) })
			job, err := s.publish(shop)
			require.NoError(t, err)
			require.Equal(t, 12, job.Counts.Published)
			require.Equal(t, asked+1, s.tokens.Load(), "for all writes that were under way")
		})
	}
}

// beforeWrite does something before the shop gets its nth write.
func (s *scene) beforeWrite(nth int64, f func()) {
	var writes atomic.Int64
	s.before = func(r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		r.Body = io.NopCloser(strings.NewReader(string(body)))
		if strings.Contains(string(body), "mutation ") && writes.Add(1) == nth {
			f()
		}
	}
}

func TestExpiredSignInHaltsOutbox(t *testing.T) {
	s := newScene(t)
	shop, err := s.connect(galley.SignInAuthorizationCode)
	require.NoError(t, err)
	s.beforeWrite(5, func() { s.far.Advance(91 * 24 * time.Hour) })
	job, err := s.publish(shop)
	require.Equal(t, galley.CodeShopToken, galley.CodeOf(err))
	require.Equal(t, "The sign-in to this shop has run out or was withdrawn. Nothing was changed. Sign in to the shop again.", galley.MessageOf(err))
	require.Positive(t, job.Counts.Waiting, "what was decided waits")
	halted, err := s.Shops.Get(bg, shop.Name)
	require.NoError(t, err)
	require.Equal(t, galley.CodeShopToken, halted.Halted.Code)

	s.before = func(*http.Request) {}
	s.clock.Advance(91 * 24 * time.Hour)
	again, err := s.connect(galley.SignInAuthorizationCode)
	require.NoError(t, err)
	require.Nil(t, again.Halted)
	require.NoError(t, s.Dispatcher.Wait(bg, job.ID, nil))
	job, err = s.Jobs.Get(bg, job.ID)
	require.NoError(t, err)
	require.Equal(t, 12, job.Counts.Published)
}

func TestMissingScopesAreNamed(t *testing.T) {
	for _, way := range ways {
		t.Run(string(way), func(t *testing.T) {
			s := newScene(t)
			s.shop.Withdraw("write_files")
			_, err := s.connect(way)
			require.Equal(t, galley.CodeShopScope, galley.CodeOf(err))
			require.Equal(t, "Galley may not change files and pictures (write_files or write_themes) on this shop. Nothing was changed. "+
				"Grant it to the app in Shopify, then try again.", galley.MessageOf(err))
			all, err := s.Shops.List(bg)
			require.NoError(t, err)
			require.Empty(t, all)
		})
	}
}

func TestRevokedPermissionHaltsPublishing(t *testing.T) {
	for _, way := range ways {
		t.Run(string(way), func(t *testing.T) {
			s := newScene(t)
			shop, err := s.connect(way)
			require.NoError(t, err)
			s.beforeWrite(5, func() { s.shop.Withdraw("write_products") })
			_, err = s.publish(shop)
			require.Equal(t, galley.CodeShopScope, galley.CodeOf(err))
			require.Contains(t, galley.MessageOf(err), "Galley may not change products (write_products) on this shop.")
			info, err := s.Shops.Check(bg, shop.Name)
			require.NoError(t, err)
			require.Contains(t, info.Missing, "write_products")
		})
	}
}

func TestRemovedShopLeavesNoSecrets(t *testing.T) {
	for _, kind := range []string{"file", "keyring"} {
		for _, way := range ways {
			t.Run(kind+"/"+string(way), func(t *testing.T) {
				s := newScene(t)
				if kind == "file" {
					s.withoutKeyring()
				}
				secrets := vault.Open(s.Home, nil)
				shop, err := s.connect(way)
				require.NoError(t, err)
				kept, err := secrets.Get(galley.ShopSecret(shop.ID))
				require.NoError(t, err)
				require.Equal(t, way, galley.ParseCredential(kept).SignIn)
				_, err = s.Shops.Remove(bg, shop.Name)
				require.NoError(t, err)
				_, err = secrets.Get(galley.ShopSecret(shop.ID))
				require.Equal(t, galley.CodeNotFound, galley.CodeOf(err))
			})
		}
	}
}

func TestNoSecretIsInTheDataFile(t *testing.T) {
	s := newScene(t)
	s.withoutKeyring()
	_, err := s.connect(galley.SignInAuthorizationCode)
	require.NoError(t, err)
	entries, err := os.ReadDir(s.Home)
	require.NoError(t, err)
	for _, entry := range entries {
		if entry.IsDir() {
			continue
		}
		text, err := os.ReadFile(filepath.Join(s.Home, entry.Name()))
		require.NoError(t, err)
		for _, secret := range []string{"shpat_", "shpss_", "shprt_"} {
			require.NotContains(t, string(text), secret, entry.Name())
		}
	}
}

const envChild = "GALLEY_SIGNIN_TEST_CHILD"

// TestProcessesRenewOnce starts this test binary several times on one home, when
// the refresh token is due: the second to use it would be locked out.
func TestProcessesRenewOnce(t *testing.T) {
	if spec := os.Getenv(envChild); spec != "" {
		home, name, _ := strings.Cut(spec, "|")
		clock := galleytest.NewClock()
		clock.Advance(2 * time.Hour)
		graph, err := wire.Open(bg, wire.Options{Home: home, Clock: clock})
		require.NoError(t, err)
		_, err = graph.Shops.Check(bg, name)
		require.NoError(t, err)
		require.NoError(t, graph.Close())
		return
	}
	s := newScene(t)
	s.withoutKeyring() // the mock keyring is this process's own
	shop, err := s.connect(galley.SignInAuthorizationCode)
	require.NoError(t, err)
	asked := s.tokens.Load()
	s.pass(2 * time.Hour)
	var children [2]*exec.Cmd
	var said [len(children)]bytes.Buffer
	for i := range children {
		cmd := exec.Command(os.Args[0], "-test.run=^TestProcessesRenewOnce$")
		cmd.Env = append(os.Environ(), envChild+"="+s.Home+"|"+shop.Name)
		cmd.Stdout, cmd.Stderr = &said[i], &said[i]
		require.NoError(t, cmd.Start())
		children[i] = cmd
	}
	for i, cmd := range children {
		require.NoError(t, cmd.Wait(), "%s", &said[i])
	}
	require.Equal(t, asked+1, s.tokens.Load())
	s.check(shop) // this process had the old token in memory
	require.Equal(t, asked+1, s.tokens.Load())
}

func TestCheckNamesMissingScopesInWords(t *testing.T) {
	s := newScene(t)
	shop, err := s.connect(galley.SignInToken)
	require.NoError(t, err)
	info, err := s.Shops.Check(bg, string(shop.ID))
	require.NoError(t, err)
	require.Empty(t, info.MissingNames)

	s.shop.Withdraw("write_files")
	info, err = s.Shops.Check(bg, string(shop.ID))
	require.NoError(t, err)
	require.Equal(t, []string{"write_files"}, info.Missing)
	require.Equal(t, []string{"change files and pictures (write_files or write_themes)"}, info.MissingNames)
}
