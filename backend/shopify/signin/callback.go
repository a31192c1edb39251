package signin

import (
	"crypto/hmac"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/hex"
	"errors"
	"net/url"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// errStranger is a request that does not belong to this sign-in. It changes nothing: anybody on this
// computer can send one.
var errStranger = galley.NewError(galley.CodeInvalidInput, messages.CallbackStranger)

// belongs reports whether the query came back from the page that this sign-in began with.
func belongs(query url.Values, state string) bool {
	return subtle.ConstantTimeCompare([]byte(query.Get("state")), []byte(state)) == 1
}

// codeOf returns the code in the shop's callback. A callback from another shop, or one that was
// changed, is CodeShopToken; a person's refusal is CodeCancelled.
func codeOf(query url.Values, app galley.App) (string, error) {
	switch {
	case query.Has("error"):
		return "", galley.WrapError(errors.New(query.Get("error")), galley.CodeCancelled, messages.SignInDeclined)
	case !signed(query, app.Secret):
		return "", galley.NewError(galley.CodeShopToken, messages.CallbackNotSigned)
	case query.Get("shop") != app.Domain:
		return "", galley.NewError(galley.CodeShopToken, messages.CallbackOtherShop(app.Domain))
	case query.Get("code") == "":
		return "", galley.NewError(galley.CodeShopToken, messages.CallbackWithoutCode)
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
