package shopify

import (
	"net/http"
	"time"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// fault is one failed attempt: the message for people, and whether it may be retried.
type fault struct {
	code    galley.Code
	message messages.Message
	cause   error

	// nothingDone: it is certain that the shop did not carry the request out. Only then is a write
	// sent again, or called failed rather than unknown.
	nothingDone bool
	passing     bool          // worth another try
	throttled   bool          // the bucket knows when
	refused     bool          // the token; another may do
	late        bool          // its deadline was over before it left
	after       time.Duration // the minimum wait that the shop asked for
	rest        time.Duration // the first wait for this one write; it doubles with each try
}

// tooLargeError is the cause if a smaller request would help. It says how much too large the request
// was, in points; both are 0 if the size of the answer was the problem.
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
	return &galley.Error{Code: f.code, Message: f.message, Cause: f.cause}
}

// statusRule is what an HTTP status other than 200 means.
type statusRule struct {
	code    galley.Code
	message messages.Message
	passing bool
}

// statusRules are Shopify's HTTP statuses. Source: Shopify API response status and error codes.
var statusRules = map[int]statusRule{
	http.StatusBadRequest:      {galley.CodeInternal, messages.ShopCannotReadRequest, false},
	http.StatusUnauthorized:    {galley.CodeShopToken, messages.ShopTokenRefused, false},
	http.StatusPaymentRequired: {galley.CodeShopClosed, messages.ShopFrozen, false},
	http.StatusForbidden:       {galley.CodeShopClosed, messages.ShopForbidden, false},
	http.StatusNotFound:        {galley.CodeShopClosed, messages.NoShopOfThatName, false},
	http.StatusLocked:          {galley.CodeShopClosed, messages.ShopLocked, false},
	http.StatusTooManyRequests: {galley.CodeRateLimited, messages.ShopAskedTooMuch, true},
	statusSecurityRejection:    {galley.CodeRateLimited, messages.ShopRejectsRequests, true},
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
		return &fault{code: galley.CodeShopFailed, cause: cause, passing: true, after: retryAfter(r.header), message: messages.ShopFailedWithStatus(r.status)}
	case r.status >= 300 && r.status < 400:
		return &fault{code: galley.CodeShopClosed, cause: cause, nothingDone: true, message: messages.ShopMoved}
	case r.status >= 400:
		return &fault{code: galley.CodeShopFailed, cause: cause, nothingDone: true, message: messages.ShopRefusedWithStatus(r.status)}
	}
	return &fault{code: galley.CodeShopFailed, cause: cause, message: messages.ShopStatusUnknown(r.status)}
}
