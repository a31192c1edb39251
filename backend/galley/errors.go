package galley

import (
	"context"
	"errors"
	"time"

	"galley/backend/galley/messages"
)

// Code names one kind of failure. The set is closed: callers switch on it, and
// texts for people are never parsed.
type Code string

// The codes, grouped by who can do something about them.
const (
	CodeInvalidInput Code = "invalid_input" // a value given by a person or script is not usable
	CodeInvalidFile  Code = "invalid_file"  // a file that was to be read is broken; the text names file, line and reason
	CodeNotFound     Code = "not_found"     // no such shop, product, job, item or setting
	CodeIllegalState Code = "illegal_state" // the state tables forbid this move
	CodeBusy         Code = "busy"          // another Galley process is working on it
	CodeChanged      Code = "changed"       // a draft or a plan is not what the person saw any more
	CodeCancelled    Code = "cancelled"     // stopped by a person

	CodeOffline        Code = "offline"         // the other side cannot be reached
	CodeTimeout        Code = "timeout"         // the other side did not answer in time
	CodeRateLimited    Code = "rate_limited"    // the other side asked to slow down and waiting did not help
	CodeOutcomeUnknown Code = "outcome_unknown" // a write was sent and its answer was lost; reading settles it

	CodeShopToken    Code = "shop_token"    // the shop refused the token
	CodeShopScope    Code = "shop_scope"    // the token lacks a permission; the text names it
	CodeShopClosed   Code = "shop_closed"   // frozen, locked or inactive shop, or no shop of that name
	CodeShopRefused  Code = "shop_refused"  // the shop refused this value (userErrors, limits)
	CodeShopFailed   Code = "shop_failed"   // the shop had an internal error
	CodeShopMissing  Code = "shop_missing"  // the product or image is no longer on the shop
	CodeShopChanged  Code = "shop_changed"  // the field on the shop is not what the draft was written for
	CodeShopReadback Code = "shop_readback" // the shop answered a write with another text than was sent
	CodeShopLate     Code = "shop_late"     // the shop carried out a write long after its answer was lost
	CodeShopVersion  Code = "shop_version"  // the shop answered with another API version

	CodeSpendCap      Code = "spend_cap"       // a cap on spending has no room for another request
	CodeWriterPrice   Code = "writer_price"    // spending is capped and the price of the model is not known
	CodeWriterKey     Code = "writer_key"      // the model endpoint refused the key
	CodeWriterQuota   Code = "writer_quota"    // the account behind the key has no credit left
	CodeWriterModel   Code = "writer_model"    // the endpoint does not have this model
	CodeWriterFailed  Code = "writer_failed"   // the endpoint had an internal error
	CodeWriterCut     Code = "writer_cut"      // the answer was cut short
	CodeWriterReply   Code = "writer_reply"    // the answer could not be read or broke the rules twice
	CodeWriterRefused Code = "writer_refused"  // the model declined to write this
	CodeWriterFacts   Code = "writer_facts"    // the product has too few facts to write from
	CodeWriterTooLong Code = "writer_too_long" // the product's text is longer than the model takes
	CodeWriterPicture Code = "writer_picture"  // the picture cannot be fetched or sent

	CodeWriterDenied  Code = "writer_denied"    // the endpoint did not let the request in, for another reason than the key
	CodeWriterCountry Code = "writer_country"   // the endpoint does not serve this country
	CodeWriterNetwork Code = "writer_network"   // the endpoint does not accept requests from this network address
	CodeWriterAPIOff  Code = "writer_api_off"   // the API is not enabled for the account
	CodeWriterPage    Code = "writer_page"      // a web page answered in place of the endpoint
	CodeWriterDay     Code = "writer_day_limit" // the day's limit of the account is reached
	CodeWriterPlan    Code = "writer_plan"      // one request is larger than the account's tokens a minute

	CodeVaultLocked Code = "vault_locked" // no key store could be opened for a secret
	CodeStorage     Code = "storage"      // the data file cannot be read or written
	CodeSchemaNewer Code = "schema_newer" // the data file was made by a newer Galley
	CodeDataMissing Code = "data_missing" // the data file is missing or empty, and copies of it are beside it
	CodeRestored    Code = "restored"     // the data file was restored from a copy, and a person has to release what waits
	CodeCannotRun   Code = "cannot_run"   // this machine lacks something, such as a display
	CodeInternal    Code = "internal"     // a fault in Galley itself
)

// Error is what every exported function of the program returns when it fails.
// Message is for the person: what happened, what is safe, what to do next.
// Cause is for "Details" and for logs; neither ever holds a secret.
type Error struct {
	Code    Code
	Message messages.Message
	Cause   error
	RetryAt time.Time // when the other side allows another try, zero where it does not say
}

// NewError makes an Error without a cause.
func NewError(code Code, m messages.Message) *Error { return &Error{Code: code, Message: m} }

// WrapError makes an Error around a cause.
func WrapError(cause error, code Code, m messages.Message) *Error {
	return &Error{Code: code, Message: m, Cause: cause}
}

func (e *Error) Error() string {
	if e.Cause == nil {
		return e.Message.String()
	}
	return e.Message.String() + " (" + e.Cause.Error() + ")"
}

func (e *Error) Unwrap() error { return e.Cause }

// CodeOf returns the code of the nearest Error in err's chain. A context that
// ended counts as CodeCancelled or CodeTimeout, anything else as CodeInternal;
// nil gives "".
func CodeOf(err error) Code {
	var e *Error
	switch {
	case err == nil:
		return ""
	case errors.As(err, &e):
		return e.Code
	case errors.Is(err, context.Canceled):
		return CodeCancelled
	case errors.Is(err, context.DeadlineExceeded):
		return CodeTimeout
	}
	return CodeInternal
}

// MessageOf renders the message of err for people.
func MessageOf(err error) string { return messageOf(err).String() }

// messageOf returns the message of the nearest Error in err's chain, or a plain
// one for a failure inside Galley.
func messageOf(err error) messages.Message {
	var e *Error
	switch {
	case err == nil:
		return messages.Message{}
	case errors.As(err, &e):
		return e.Message
	case errors.Is(err, context.Canceled):
		return messages.Stopped
	case errors.Is(err, context.DeadlineExceeded):
		return messages.TookTooLong
	}
	return messages.InternalFailure
}

// HasCode reports whether err carries the code.
func HasCode(err error, code Code) bool { return err != nil && CodeOf(err) == code }

// PausesJob reports whether a writer's failure concerns every item alike, so
// that the job pauses with its sentence instead of failing item after item.
func PausesJob(code Code) bool {
	switch code {
	case CodeWriterKey, CodeWriterQuota, CodeWriterModel, CodeWriterPrice, CodeSpendCap, CodeOffline, CodeVaultLocked, CodeRateLimited,
		CodeWriterDenied, CodeWriterCountry, CodeWriterNetwork, CodeWriterAPIOff, CodeWriterPage, CodeWriterDay:
		return true
	}
	return false
}

// FailsEndpoint reports whether a writer's failure is the endpoint's and may
// concern every item: after several in a row, the job pauses.
func FailsEndpoint(code Code) bool {
	switch code {
	case CodeWriterFailed, CodeTimeout, CodeWriterCut, CodeWriterPlan:
		return true
	}
	return false
}
