package signin

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"time"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/shopify"
)

const (
	tokenPath     = "/admin/oauth/access_token" //nolint:gosec // a path, no secret
	authorizePath = "/admin/oauth/authorize"

	answerTimeout = 20 * time.Second // for one request
	maxAnswer     = 64 << 10         // bytes; an answer has a few hundred
)

// exchanger asks shops for tokens.
type exchanger struct {
	http  *http.Client
	clock galley.Clock
}

// newExchanger never follows a redirect: the app's secret would go along.
func newExchanger(clock galley.Clock) exchanger {
	return exchanger{clock: clock, http: &http.Client{
		Timeout:       answerTimeout,
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}}
}

func (e exchanger) byApp(ctx context.Context, app galley.App) (galley.Credential, error) {
	return e.ask(ctx, app, galley.SignInClientCredentials, url.Values{"grant_type": {"client_credentials"}})
}

// byCode asks for a token that expires, since only such a one comes with a refresh token.
func (e exchanger) byCode(ctx context.Context, app galley.App, code string) (galley.Credential, error) {
	return e.ask(ctx, app, galley.SignInAuthorizationCode, url.Values{"code": {code}, "expiring": {"1"}})
}

// again asks for the credential that follows an old one.
func (e exchanger) again(ctx context.Context, app galley.App, old galley.Credential) (galley.Credential, error) {
	app.ID, app.Secret = old.ClientID, old.ClientSecret
	switch {
	case old.SignIn == galley.SignInClientCredentials:
		return e.byApp(ctx, app)
	case old.Refresh != "":
		return e.ask(ctx, app, old.SignIn, url.Values{"grant_type": {"refresh_token"}, "refresh_token": {old.Refresh}})
	}
	return old, &galley.Error{Code: galley.CodeShopToken, Message: messages.ShopTokenRefused}
}

// tokens is the token endpoint's answer.
type tokens struct {
	Access      string  `json:"access_token"`
	ExpiresIn   float64 `json:"expires_in"` // seconds; absent for a token that never expires
	Refresh     string  `json:"refresh_token"`
	Error       string  `json:"error"`
	Description string  `json:"error_description"`
}

// ask sends the form with the app's credentials. It is safe to repeat: a shop accepts a refresh
// token until the one that followed it has been used.
func (e exchanger) ask(ctx context.Context, app galley.App, way galley.SignIn, form url.Values) (galley.Credential, error) {
	form.Set("client_id", app.ID)
	form.Set("client_secret", app.Secret)
	status, given, err := e.post(ctx, app, form)
	if err != nil {
		return galley.Credential{}, err
	}
	if status != http.StatusOK || given.Access == "" {
		return galley.Credential{}, refusal(status, given)
	}
	c := galley.Credential{SignIn: way, Access: given.Access, ClientID: app.ID, ClientSecret: app.Secret, Refresh: given.Refresh}
	if given.ExpiresIn > 0 {
		c.Until = e.clock.Now().Add(time.Duration(given.ExpiresIn * float64(time.Second)))
	}
	return c, nil
}

// post sends a form and reads the answer. One that is no JSON leaves given empty.
func (e exchanger) post(ctx context.Context, app galley.App, form url.Values) (status int, given tokens, err error) {
	base, err := shopify.Address(app.Domain, app.Endpoint)
	if err != nil {
		return 0, given, err
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, base+tokenPath, strings.NewReader(form.Encode()))
	if err != nil {
		return 0, given, err
	}
	request.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	request.Header.Set("Accept", "application/json") // or refusals come as web pages
	request.Header.Set("User-Agent", "Galley")
	response, err := e.http.Do(request)
	if err != nil {
		return 0, given, unreached(ctx, err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(io.LimitReader(response.Body, maxAnswer))
	if err != nil {
		return 0, given, unreached(ctx, err)
	}
	_ = json.Unmarshal(body, &given)
	return response.StatusCode, given, nil
}

// unreached says why there is no answer.
func unreached(ctx context.Context, cause error) error {
	var timeout interface{ Timeout() bool }
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case errors.As(cause, &timeout) && timeout.Timeout():
		return galley.WrapError(cause, galley.CodeTimeout, messages.SignInShopTimeout)
	}
	return galley.WrapError(cause, galley.CodeOffline, messages.ShopOffline)
}

// refusals are what OAuth's error codes mean. Source: RFC 6749, and Shopify's answers for its own.
var refusals = map[string]messages.Message{
	"application_cannot_be_found": messages.SignInAppUnknown,
	"invalid_client":              messages.SignInSecretWrong,
	"shop_not_permitted":          messages.SignInAppOfOtherOrganisation,
	"invalid_grant":               messages.SignInExpired,
}

// refusal says why the answer holds no token.
func refusal(status int, given tokens) error {
	cause := fmt.Errorf("HTTP %d %s: %s", status, given.Error, given.Description)
	why, known := refusals[given.Error]
	switch {
	case known:
		return galley.WrapError(cause, galley.CodeShopToken, why)
	case status == http.StatusNotFound:
		return galley.WrapError(cause, galley.CodeShopClosed, messages.NoShopOfThatName)
	case status >= 500 || status == http.StatusTooManyRequests || status < 400:
		return galley.WrapError(cause, galley.CodeShopFailed, messages.SignInShopFailed(status))
	}
	return galley.WrapError(cause, galley.CodeShopToken, messages.SignInRefused)
}
