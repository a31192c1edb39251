package galley

import (
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"slices"
	"strings"
	"time"

	"galley/backend/galley/messages"
)

// SignIn is how Galley signs in to a Shopify shop.
type SignIn string

// The ways to sign in.
const (
	SignInToken             SignIn = "token"              // an access token that a person pasted
	SignInClientCredentials SignIn = "client_credentials" // client ID and secret of an app
	SignInAuthorizationCode SignIn = "authorization_code" // a person agrees in the browser
)

// SignIns lists the ways to sign in.
func SignIns() []SignIn {
	return []SignIn{SignInToken, SignInClientCredentials, SignInAuthorizationCode}
}

// NeedsApp reports whether it takes a client ID and secret rather than a token.
func (s SignIn) NeedsApp() bool { return s != SignInToken }

// InBrowser reports whether a person agrees on the shop's own page, which comes
// back to a port of this computer.
func (s SignIn) InBrowser() bool { return s == SignInAuthorizationCode }

// MaxPort is the highest port.
const MaxPort = 65535

// ParseSignIn returns the sign-in of that name, with - or _ between its words;
// empty is a pasted token. Another name is CodeInvalidInput.
func ParseSignIn(s string) (SignIn, error) {
	way := SignIn(strings.ReplaceAll(s, "-", "_"))
	switch {
	case way == "":
		return SignInToken, nil
	case slices.Contains(SignIns(), way):
		return way, nil
	}
	return "", NewError(CodeInvalidInput, messages.NoSuchSignIn(s))
}

// App is an app that a shop's owner made for Galley, and the shop to sign in to.
type App struct {
	Domain   string // myshop.myshopify.com
	Endpoint string // address of the shop; empty means https://Domain
	ID       string // client ID
	Secret   string // client secret
}

// Authorizer gets credentials from shops. A shop that declines is CodeShopToken,
// with a sentence that says why.
type Authorizer interface {
	// SignIn signs in with an app's client ID and secret alone.
	SignIn(ctx context.Context, app App) (Credential, error)
	// Authorize prepares a sign-in through the shop's own page. port is where
	// the browser comes back to on this computer, 0 for the usual one; one that
	// is taken is CodeCannotRun.
	Authorize(ctx context.Context, app App, port int) (Authorization, error)
}

// Authorization waits for a person to agree in the browser.
type Authorization interface {
	// URL is the shop's page that asks.
	URL() string
	// Wait returns the credential once the person has agreed. It is CodeCancelled
	// if they declined, and CodeTimeout if they took too long.
	Wait(ctx context.Context) (Credential, error)
	// Close ends the waiting, and tells the person in the browser the result.
	Close(outcome error)
}

// Credential is what signs Galley in to a shop. All of it is secret, and it is
// kept in the vault only.
type Credential struct {
	SignIn       SignIn    `json:"sign_in"`
	Access       string    `json:"access_token"`
	Until        time.Time `json:"until,omitzero"` // when Access expires; zero for never
	ClientID     string    `json:"client_id"`
	ClientSecret string    `json:"client_secret"`
	Refresh      string    `json:"refresh_token,omitempty"`
}

// ParseCredential reads what Secret wrote. Any other text is a pasted token.
func ParseCredential(secret string) Credential {
	var c Credential
	if json.Unmarshal([]byte(secret), &c) != nil || c.Access == "" {
		return Credential{SignIn: SignInToken, Access: secret}
	}
	return c
}

// Secret is the credential as the vault keeps it: a pasted token as it is,
// anything else as JSON of some 400 bytes.
func (c Credential) Secret() (string, error) {
	if c.SignIn == SignInToken {
		return c.Access, nil
	}
	text, err := json.Marshal(c) //nolint:gosec // for the vault, and nowhere else
	return string(text), err
}

// GoodAt reports whether the access token is valid at that time.
func (c Credential) GoodAt(t time.Time) bool { return c.Until.IsZero() || t.Before(c.Until) }

// Format keeps the secrets out of every verb, %#v among them.
func (c Credential) Format(state fmt.State, _ rune) { fmt.Fprint(state, "credential") }

// LogValue keeps the secrets out of structured logs.
func (c Credential) LogValue() slog.Value { return slog.StringValue("credential") }

// scopeWords say what a permission lets an app do.
var scopeWords = map[string]string{
	"read_products":  "read products",
	"write_products": "change products",
	"read_files":     "read files and pictures",
	scopeFiles:       "change files and pictures",
	scopeThemes:      "change themes",
}

// DescribeScopes names permissions in words, each with Shopify's name: "change
// products (write_products) and change files and pictures (write_files or
// write_themes)". Either of the last two is enough for files, so they are named
// together.
func DescribeScopes(scopes []string) string { return strings.Join(ScopeNames(scopes), " and ") }

// ScopeNames are the permissions of DescribeScopes one by one.
func ScopeNames(scopes []string) []string {
	files := slices.Contains(scopes, scopeFiles)
	var named []string
	for _, scope := range scopes {
		words, known := scopeWords[scope]
		switch {
		case scope == scopeThemes && files:
		case scope == scopeFiles:
			named = append(named, words+" ("+scopeFiles+" or "+scopeThemes+")")
		case known:
			named = append(named, words+" ("+scope+")")
		default:
			named = append(named, scope)
		}
	}
	return named
}
