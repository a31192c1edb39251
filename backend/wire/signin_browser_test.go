package wire_test

import (
	"context"
	"fmt"
	"io"
	"maps"
	"net"
	"net/http"
	"net/url"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/demo/oauth"
	"galley/backend/demo/oauth/oauthtest"
	"galley/backend/galley"
	"galley/backend/shops"
)

// visit is a sign-in that waits, and what became of it.
type visit struct {
	scene    *scene
	question url.Values // the query of the shop's page
	ended    chan error
}

func (s *scene) begin(ctx context.Context) (*visit, shops.Invitation) {
	s.t.Helper()
	invitation, err := s.Shops.BeginSignIn(bg, s.connection(galley.SignInAuthorizationCode))
	require.NoError(s.t, err)
	address, err := url.Parse(invitation.URL)
	require.NoError(s.t, err)
	v := &visit{scene: s, question: address.Query(), ended: make(chan error, 1)}
	go func() {
		_, err := s.Shops.FinishSignIn(ctx, invitation.ID)
		v.ended <- err
	}()
	return v, invitation
}

// answer is the shop's callback, changed and then signed.
func (v *visit) answer(changes url.Values) url.Values {
	query := url.Values{
		"code": {"0907a61c"}, "shop": {domain}, "state": {v.question.Get("state")}, "timestamp": {"1337178173"}, "host": {"YWRtaW4"},
	}
	maps.Copy(query, changes)
	query.Set("hmac", oauth.Sign(query, v.scene.shop.Apps()[0].Secret))
	return query
}

// come opens the callback as the browser does, and returns the page that it
// gets.
func (v *visit) come(query url.Values) (page string, header http.Header) {
	v.scene.t.Helper()
	response, err := http.Get(v.question.Get("redirect_uri") + "?" + query.Encode())
	require.NoError(v.scene.t, err)
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	require.NoError(v.scene.t, err)
	require.Equal(v.scene.t, http.StatusBadRequest, response.StatusCode, string(text))
	return string(text), response.Header
}

func (s *scene) nothingKept() {
	s.t.Helper()
	all, err := s.Shops.List(bg)
	require.NoError(s.t, err)
	require.Empty(s.t, all)
	require.NoFileExists(s.t, filepath.Join(s.Home, "keystore.json"), "no secret was ever saved")
}

// address is where the browser comes back to.
func (s *scene) address() string { return net.JoinHostPort("127.0.0.1", strconv.Itoa(s.port)) }

func TestAuthorizationPage(t *testing.T) {
	s := newScene(t)
	v, _ := s.begin(bg)
	require.Equal(t, fmt.Sprintf("http://localhost:%d/signed-in", s.port), v.question.Get("redirect_uri"))
	require.Equal(t, "write_products,write_files", v.question.Get("scope"))
	require.GreaterOrEqual(t, len(v.question.Get("state")), 26, "130 random bits")
	second, _ := s.begin(bg)
	require.NotEqual(t, v.question.Get("state"), second.question.Get("state"))
	require.Equal(t, galley.CodeCancelled, galley.CodeOf(<-v.ended), "the second takes the place of the first")
	second.come(second.answer(url.Values{"error": {"access_denied"}}))
	require.Equal(t, galley.CodeCancelled, galley.CodeOf(<-second.ended))
}

func TestRejectsCallbackFromAnotherShop(t *testing.T) {
	for name, test := range map[string]struct {
		answer func(*visit) url.Values
		code   galley.Code
		says   string
	}{
		"forged": {func(v *visit) url.Values {
			query := v.answer(nil)
			query.Set("code", "another")
			return query
		}, galley.CodeShopToken, "is not signed with the client secret that was entered"},
		"not signed": {func(v *visit) url.Values {
			query := v.answer(nil)
			query.Del("hmac")
			return query
		}, galley.CodeShopToken, "is not signed with the client secret that was entered"},
		"signed by another app": {func(v *visit) url.Values {
			query := v.answer(nil)
			query.Set("hmac", oauth.Sign(query, "shpss_other"))
			return query
		}, galley.CodeShopToken, "is not signed with the client secret that was entered"},
		"named twice": {func(v *visit) url.Values { return v.answer(url.Values{"code": {"one", "two"}}) },
			galley.CodeShopToken, "is not signed with the client secret that was entered"},
		"another shop": {func(v *visit) url.Values { return v.answer(url.Values{"shop": {"evil.myshopify.com"}}) },
			galley.CodeShopToken, "signed in to another shop, not to galley-demo.myshopify.com"},
		"no code": {func(v *visit) url.Values { return v.answer(url.Values{"code": {""}}) },
			galley.CodeShopToken, "has no code"},
		"a code that the shop does not know": {func(v *visit) url.Values { return v.answer(nil) },
			galley.CodeShopToken, "The shop refused the sign-in."},
		"declined": {func(v *visit) url.Values { return v.answer(url.Values{"error": {"access_denied"}}) },
			galley.CodeCancelled, "declined the sign-in"},
	} {
		t.Run(name, func(t *testing.T) {
			s := newScene(t)
			v, _ := s.begin(bg)
			page, header := v.come(test.answer(v))
			err := <-v.ended
			require.Equal(t, test.code, galley.CodeOf(err))
			require.Contains(t, galley.MessageOf(err), test.says)
			require.Contains(t, page, test.says, "the browser says the same")
			require.Equal(t, "no-store", header.Get("Cache-Control"))
			require.Equal(t, "no-referrer", header.Get("Referrer-Policy"))
			s.nothingKept()
		})
	}
}

// TestForeignCallbackDoesNotEndSignIn: anybody on this computer can send a request
// to the port, but only the shop's page knows the state.
func TestForeignCallbackDoesNotEndSignIn(t *testing.T) {
	s := newScene(t)
	v, invitation := s.begin(bg)
	for _, state := range []string{"", "guessed"} {
		page, _ := v.come(v.answer(url.Values{"state": {state}}))
		require.Contains(t, page, "does not belong to the sign-in that Galley is waiting for")
	}
	require.Zero(t, s.tokens.Load())
	page, err := oauthtest.Agree(invitation.URL)
	require.NoError(t, err)
	require.Contains(t, page, "Galley may now read and change")
	require.NoError(t, <-v.ended)
}

func TestCancelledSignInEnds(t *testing.T) {
	s := newScene(t)
	v, invitation := s.begin(bg)
	s.Shops.CancelSignIn(invitation.ID)
	require.Equal(t, galley.CodeCancelled, galley.CodeOf(<-v.ended))
	_, err := s.Shops.FinishSignIn(bg, invitation.ID)
	require.Equal(t, galley.CodeCancelled, galley.CodeOf(err))
	s.Shops.CancelSignIn(invitation.ID) // twice is once

	ctx, stop := context.WithCancel(bg)
	v, _ = s.begin(ctx)
	stop()
	require.Equal(t, galley.CodeCancelled, galley.CodeOf(<-v.ended))
	_, err = net.Dial("tcp", s.address())
	require.Error(t, err, "the port is free again")
	s.nothingKept()
}

func TestReportsPortInUse(t *testing.T) {
	s := newScene(t)
	taken, err := net.Listen("tcp", s.address())
	require.NoError(t, err)
	defer taken.Close()
	_, err = s.Shops.BeginSignIn(bg, s.connection(galley.SignInAuthorizationCode))
	require.Equal(t, galley.CodeCannotRun, galley.CodeOf(err))
	require.Contains(t, galley.MessageOf(err), fmt.Sprintf("Port %d of this computer is in use", s.port))
}

func TestRefusesInvalidConnection(t *testing.T) {
	s := newScene(t)
	for _, change := range []func(*shops.Connection){
		func(c *shops.Connection) { c.SignIn = "password" },
		func(c *shops.Connection) { c.ClientID = " " },
		func(c *shops.Connection) { c.ClientSecret = "" },
		func(c *shops.Connection) { c.Port = 70_000 },
		func(c *shops.Connection) { c.SignIn = galley.SignInAuthorizationCode },
		func(c *shops.Connection) { c.Endpoint = "http://shop.example" }, // the secret would go there unprotected
	} {
		c := s.connection(galley.SignInClientCredentials)
		change(&c)
		_, err := s.Shops.AddShopify(bg, c)
		require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err), "%v", err)
	}
	s.nothingKept()
}
