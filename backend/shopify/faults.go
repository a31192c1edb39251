package shopify

import (
	"fmt"
	"net/http"
	"time"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// fault is one failed attempt: what people are told, and whether it may be tried again.
type fault struct {
	code    galley.Code
	message string
	cause   error

	// nothingDone: it is certain that the shop did not carry the request out. Only then is a write
	// sent again, or called failed rather than unknown.
	nothingDone bool
	passing     bool          // worth another try
	throttled   bool          // the bucket knows when
	refused     bool          // the token; another may do
	late        bool          // its deadline was over before it left
	after       time.Duration // the least wait that the shop asked for
	rest        time.Duration // the first wait for this one write; it doubles with each try
}

// tooLargeError is the cause where a smaller request would do. It says how much too large the request
// was, in points; both are 0 where the weight of the answer was the trouble.
type tooLargeError struct {
	cost, maxCost float64
	cause         error
}

func (e *tooLargeError) Error() string { return e.cause.Error() }

func (e *tooLargeError) Unwrap() error { return e.cause }

// err is the fault as the caller gets it.
func (f *fault) err(write bool) error {
	if write && !f.nothingDone {
		return galley.WrapError(f.cause, galley.CodeOutcomeUnknown, messages.WriteAnswerLost)
	}
	return &galley.Error{Code: f.code, Message: messages.AsRecorded(f.message), Cause: f.cause}
}

// statusRule is what an HTTP status other than 200 means.
type statusRule struct {
	code    galley.Code
	message string
	passing bool
}

// RefusedToken is what people read where a shop takes a token no more, and there is no other.
const RefusedToken = "The shop refused the token. Nothing was changed. Enter a new token for this shop."

// statusRules are Shopify's HTTP statuses. Source: Shopify API response status and error codes.
var statusRules = map[int]statusRule{
	http.StatusBadRequest: {galley.CodeInternal,
		"The shop could not read the request. Nothing was changed. This is a fault in Galley; Details has what the shop said.", false},
	http.StatusUnauthorized: {galley.CodeShopToken, RefusedToken, false},
	http.StatusPaymentRequired: {galley.CodeShopClosed,
		"The shop is frozen: its owner has to settle a bill with Shopify. Nothing was changed. Try again when the shop is open.", false},
	http.StatusForbidden: {galley.CodeShopClosed,
		"Shopify does not let anyone into this shop at present. Nothing was changed. Its owner can ask Shopify's support why.", false},
	http.StatusNotFound: {galley.CodeShopClosed,
		"There is no shop of that name. Nothing was changed. Check the domain: it ends in .myshopify.com.", false},
	http.StatusLocked: {galley.CodeShopClosed,
		"Shopify has locked this shop. Nothing was changed. Its owner can ask Shopify's support to unlock it.", false},
	http.StatusTooManyRequests: {galley.CodeRateLimited,
		"The shop is asked too much at present, and waiting did not help. Nothing was changed. Try again in a few minutes.", true},
	statusSecurityRejection: {galley.CodeRateLimited,
		"Shopify turned the request away to protect itself, and waiting did not help. Nothing was changed. Try again in a few minutes.", true},
}

// statusSecurityRejection is Shopify's own status for requests that look malicious.
const statusSecurityRejection = 430

// ofStatus makes the fault of an answer whose status is not 200.
func ofStatus(r *reply, cause error) *fault {
	if rule, known := statusRules[r.status]; known {
		f := &fault{code: rule.code, message: rule.message, cause: cause, nothingDone: true, passing: rule.passing,
			refused: r.status == http.StatusUnauthorized}
		f.after = retryAfter(r.header)
		return f
	}
	switch {
	case r.status >= 500 || r.status == http.StatusRequestTimeout:
		return &fault{code: galley.CodeShopFailed, cause: cause, passing: true, after: retryAfter(r.header), message: fmt.Sprintf(
			"The shop has a fault of its own (HTTP %d), and asking again did not help. Nothing was lost. Try again later.", r.status)}
	case r.status >= 300 && r.status < 400:
		return &fault{code: galley.CodeShopClosed, cause: cause, nothingDone: true, message: "The shop answers at another address. " +
			"Nothing was changed. Check the domain: it is the one that ends in .myshopify.com."}
	case r.status >= 400:
		return &fault{code: galley.CodeShopFailed, cause: cause, nothingDone: true, message: fmt.Sprintf(
			"The shop refused the request (HTTP %d). Nothing was changed. Details has what it said.", r.status)}
	}
	return &fault{code: galley.CodeShopFailed, cause: cause, message: fmt.Sprintf(
		"The shop answered in a way that Galley does not know (HTTP %d). Nothing was lost. Check the domain.", r.status)}
}
