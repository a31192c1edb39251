package galley_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

func TestScrubTakesOutSecretsOfEveryShape(t *testing.T) {
	for text, want := range map[string]string{
		"401 for shpat_0123456789abcdef":                              "401 for [secret]",
		"shpss_abcdef0123 and shpca_abcdef0123, shptka_abcdef":        "[secret] and [secret], [secret]",
		"Incorrect API key provided: sk-proj-abc123*****xyz.":         "Incorrect API key provided: [secret]",
		"key_live_0123456789":                                         "[secret]",
		"Authorization: Bearer eyJhbGciOi.abc-def":                    "Authorization: [secret]",
		"Bearer abcdef123 was refused":                                "[secret] was refused",
		"Authorization: Basic dXNlcjpwYXNzd29yZA==":                   "Authorization: [secret]",
		"X-Shopify-Access-Token: 0a1b2c3d":                            "X-Shopify-Access-Token: [secret]",
		`{"X-Api-Key":"0a1b2c3d","a":1}`:                              `{"X-Api-Key":"[secret]","a":1}`,
		"Get \"https://anna:pass@host/v1\": EOF":                      "Get \"https://[secret]@host/v1\": EOF",
		"https://host/v1?api_key=abc&page=2#top":                      "https://host/v1?api_key=[secret]&page=2#top",
		"/callback?code=4f5e&hmac=00ff&shop=one.myshopify.com":        "/callback?code=[secret]&hmac=[secret]&shop=one.myshopify.com",
		`{"access_token":"f85632530bf277ec","scope":"read_products"}`: `{"access_token":"[secret]","scope":"read_products"}`,
		`{\"client_secret\":\"abc\"}`:                                 `{\"client_secret\":\"[secret]\"}`,
		"client_id=1&client_secret=hush&grant_type=x":                 "client_id=1&client_secret=[secret]&grant_type=x",
	} {
		require.Equal(t, want, galley.Scrub(text), text)
		require.Equal(t, want, galley.Scrub(want), "scrubbing again changes nothing")
	}
	require.Equal(t, "the [secret] was refused", galley.Scrub("the hunter2 was refused", "hunter2", ""))
}

func TestScrubLeavesOrdinaryTextAlone(t *testing.T) {
	for _, text := range []string{
		"HTTP 429 rate_limit_exceeded: slow down", "task-risk: basic lamp of solid oak", "user errors: Title can't be blank",
		`{"code":"THROTTLED","message":"Throttled"}`, "dial tcp 127.0.0.1:8080: connect: connection refused",
		"write_products is missing", "the access token has expired", "https://one.myshopify.com/admin/api/2026-10/graphql.json",
	} {
		require.Equal(t, text, galley.Scrub(text))
	}
}

func TestNoKnownSecretIsLeft(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		secret := rapid.StringMatching(`[!-Z^-~]{9,40}`).Draw(rt, "secret")
		before, after := rapid.String().Draw(rt, "before"), rapid.String().Draw(rt, "after")
		require.NotContains(rt, galley.Scrub(before+secret+after, secret), secret)
	})
}

func TestDetailIsTheDeepestCause(t *testing.T) {
	said := fmt.Errorf("HTTP 401: token %s\nis\tunknown", "shpat_0123456789")
	inner := galley.WrapError(said, galley.CodeShopToken, messages.ShopTokenRefused)
	outer := galley.WrapError(fmt.Errorf("sync: %w", inner), galley.CodeShopToken, messages.ShopTokenRefused)
	require.Equal(t, "HTTP 401: token [secret] is unknown", galley.DetailOf(outer))
	require.Equal(t, &galley.Reason{
		Code: galley.CodeShopToken, Message: messages.ShopTokenRefused, Detail: "HTTP 401: token [secret] is unknown",
	}, galley.ReasonOf(outer))

	require.Empty(t, galley.DetailOf(nil))
	require.Empty(t, galley.DetailOf(galley.NewError(galley.CodeBusy, messages.LeaseLost)))
	require.Equal(t, "disk on fire", galley.DetailOf(errors.New("disk on fire")), "a fault inside Galley")
	require.Equal(t, "context canceled", galley.DetailOf(context.Canceled))
	require.Len(t, []rune(galley.DetailOf(errors.New(strings.Repeat("ä", 600)))), 501)
}
