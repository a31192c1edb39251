package shopify

import (
	"regexp"
	"slices"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// The codes of GraphQL errors that mean something of their own. Source: Shopify API response status
// and error codes.
const (
	codeThrottled    = "THROTTLED"
	codeMaxCost      = "MAX_COST_EXCEEDED"
	codeMaxInput     = "MAX_INPUT_SIZE_EXCEEDED"
	codeAccessDenied = "ACCESS_DENIED"
	codeShopInactive = "SHOP_INACTIVE"
	codeServerError  = "INTERNAL_SERVER_ERROR"
)

// ofErrors makes the fault of an answer that has errors.
func ofErrors(a answer) *fault {
	cause := a.Errors
	if _, found := a.Errors.find(codeThrottled); found {
		return &fault{code: galley.CodeRateLimited, cause: cause, nothingDone: true, passing: true, throttled: true, message: messages.ShopThrottled}
	}
	if e, found := a.Errors.find(codeMaxCost); found {
		large := &tooLargeError{cost: e.Extensions.Cost, maxCost: e.Extensions.MaxCost, cause: cause}
		return &fault{code: galley.CodeShopRefused, cause: large, nothingDone: true, message: messages.RequestTooCostly}
	}
	if _, found := a.Errors.find(codeMaxInput); found {
		return &fault{code: galley.CodeShopRefused, cause: cause, nothingDone: true, message: messages.RequestTooLong}
	}
	if e, found := a.Errors.find(codeAccessDenied); found {
		return ofScope(e.Extensions.RequiredAccess+" "+e.Message, cause, !a.Data.present || len(e.Path) <= 1)
	}
	if _, found := a.Errors.find(codeShopInactive); found {
		return &fault{code: galley.CodeShopClosed, cause: cause, nothingDone: true, message: messages.ShopInactive}
	}
	if e, found := a.Errors.find(codeServerError); found {
		return ofServerError(e, cause)
	}
	return ofRefusedRequest(a)
}

func ofServerError(e graphQLError, cause error) *fault {
	message := messages.ShopFailed
	if id := e.Extensions.RequestID; id != "" {
		message = messages.ShopFailedWithRequestID(id)
	}
	return &fault{code: galley.CodeShopFailed, message: message, cause: cause, passing: true}
}

// ofRefusedRequest is for all other errors: requests that do not fit the schema, and what may still be
// invented. Without data but with a place in the request, it was refused before anything was done.
func ofRefusedRequest(a answer) *fault {
	beforehand := !a.Data.named && len(a.Errors) > 0 && len(a.Errors[0].Locations) > 0
	return &fault{code: galley.CodeInternal, cause: a.Errors, nothingDone: beforehand, message: messages.ShopRefusedRequest}
}

var scopeName = regexp.MustCompile(`\b(?:read|write)_[a-z_]+\b`)

// ofScope names the permission that a text of Shopify's asks for.
func ofScope(text string, cause error, nothingDone bool) *fault {
	scopes := scopeName.FindAllString(text, -1)
	slices.Sort(scopes)
	scopes = slices.Compact(scopes)
	message := messages.ScopeLacking
	if len(scopes) > 0 {
		message = messages.ScopesLacking(galley.ScopeNames(scopes))
	}
	return &fault{code: galley.CodeShopScope, message: message, cause: cause, nothingDone: nothingDone}
}
