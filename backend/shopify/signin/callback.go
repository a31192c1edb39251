package signin

import (
	"crypto/hmac"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/hex"
	"errors"
	"net/url"

	"galley/backend/galley"
)

// errStranger is a request that does not belong to this sign-in. It changes nothing: anybody on this
// computer can send one.
var errStranger = galley.Errorf(galley.CodeInvalidInput,
	"This page does not belong to the sign-in that Galley is waiting for. Nothing was changed. Begin again in Galley.")

// belongs reports whether the query came back from the page that this sign-in began with.
func belongs(query url.Values, state string) bool {
	return subtle.ConstantTimeCompare([]byte(query.Get("state")), []byte(state)) == 1
}

// codeOf returns the code that the shop sends the browser back with. What did not come from the shop
// that was asked, or was changed on its way, is CodeShopToken; a person's no is CodeCancelled.
func codeOf(query url.Values, app galley.App) (string, error) {
	switch {
	case query.Has("error"):
		return "", galley.Wrap(errors.New(query.Get("error")), galley.CodeCancelled, "The shop's page declined the sign-in. Nothing was changed. Sign in again, and choose to install the app there.")
	case !signed(query, app.Secret):
		return "", galley.Errorf(galley.CodeShopToken, "The shop's answer is not signed with the client secret that was entered. Nothing was changed. Copy the secret from the app's settings in Shopify's Dev Dashboard, and sign in again.")
	case query.Get("shop") != app.Domain:
		return "", galley.Errorf(galley.CodeShopToken, "The browser signed in to another shop, not to %s. Nothing was changed. Sign in again, and choose that shop.", app.Domain)
	case query.Get("code") == "":
		return "", galley.Errorf(galley.CodeShopToken, "The shop's answer has no code. Nothing was changed. Sign in again.")
	}
	return query.Get("code"), nil
}

// signed checks the hmac as Shopify makes it: over all other parameters, sorted and written as a query,
// under the app's secret. A parameter that comes twice could mean two things, and is not signed.
func signed(query url.Values, secret string) bool {
	rest := url.Values{}
	for name, values := range query {
		if len(values) != 1 {
			return false
		}
		if name != "hmac" {
			rest[name] = values
		}
	}
	given, err := hex.DecodeString(query.Get("hmac"))
	if err != nil || secret == "" {
		return false
	}
	mac := hmac.New(sha256.New, []byte(secret))
	mac.Write([]byte(rest.Encode()))
	return hmac.Equal(given, mac.Sum(nil))
}
