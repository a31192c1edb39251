package shopify

import (
	"context"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// Tokens provides the access token of a request. It is safe for use by many goroutines.
type Tokens interface {
	// Token returns a token that should be good now.
	Token(ctx context.Context) (string, error)
	// Replace returns another token than the one that the shop refused, or CodeShopToken.
	Replace(ctx context.Context, refused string) (string, error)
}

// onlyToken is a token without another.
type onlyToken string

func (t onlyToken) Token(context.Context) (string, error) { return string(t), nil }

func (onlyToken) Replace(context.Context, string) (string, error) {
	return "", &galley.Error{Code: galley.CodeShopToken, Message: messages.ShopTokenRefused}
}

// takeToken has the token of the next attempt ready.
func (k *call) takeToken(ctx context.Context) *fault {
	token, err := k.client.tokens.Token(ctx)
	if err == nil {
		err = checkToken(token)
	}
	k.token = token
	return ofToken(err)
}

// replaceToken answers a refusal with another token, once. The refusal of the first one stays the
// cause.
func (k *call) replaceToken(ctx context.Context, after *fault) *fault {
	k.replaced = true
	_, err := k.client.tokens.Replace(ctx, k.token)
	f := ofToken(err)
	if f != nil && f.code == after.code {
		f.cause = after.cause
	}
	return f
}

// ofToken makes the fault of a token that cannot be had: nothing was sent.
func ofToken(err error) *fault {
	if err == nil {
		return nil
	}
	code := galley.CodeOf(err)
	return &fault{code: code, message: galley.ReasonOf(err).Message, cause: err, nothingDone: true,
		passing: code == galley.CodeOffline || code == galley.CodeTimeout || code == galley.CodeShopFailed}
}
