package llm

import (
	"fmt"
	"net/http"
	"strings"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// verdict is what an endpoint's refusal means: what to call it, what to say,
// and whether to try again.
type verdict struct {
	code  galley.Code
	what  messages.Message // none for the code's own
	retry retry
	// overloaded means that fewer requests at once would help.
	overloaded bool
	// perhapsParameter means that another form of the request may be accepted.
	perhapsParameter bool
}

var (
	keyRefused   = verdict{code: galley.CodeWriterKey}
	noCredit     = verdict{code: galley.CodeWriterQuota}
	noModel      = verdict{code: galley.CodeWriterModel}
	declined     = verdict{code: galley.CodeWriterRefused}
	tooLong      = verdict{code: galley.CodeWriterTooLong, what: messages.ProductTooLongForModel}
	badPicture   = verdict{code: galley.CodeWriterPicture, what: messages.EndpointRefusedPicture}
	slowDown     = verdict{code: galley.CodeRateLimited, retry: retryLimited, overloaded: true}
	overloaded   = verdict{code: galley.CodeWriterFailed, retry: retryBusy, overloaded: true}
	faulty       = verdict{code: galley.CodeWriterFailed, retry: retryFault}
	notTaken     = verdict{code: galley.CodeWriterFailed, what: messages.EndpointRefusedRequest, perhapsParameter: true}
	wrongAddress = verdict{code: galley.CodeWriterModel, what: messages.NoEndpointAtAddress}
)

// byErrorCode maps the error codes of endpoints. They say more than the status:
// an empty account, for example, answers 429 like a client that is too fast.
// Source: OpenAI's error codes; Azure's and OpenRouter's where they differ.
var byErrorCode = map[string]verdict{
	"invalid_api_key":            keyRefused,
	"insufficient_quota":         noCredit,
	"billing_hard_limit_reached": noCredit,
	"billing_not_active":         noCredit,
	"model_not_found":            noModel,
	"rate_limit_exceeded":        slowDown,
	"context_length_exceeded":    tooLong,
	"string_above_max_length":    tooLong,
	"content_filter":             declined,
	"content_policy_violation":   declined,
	"image_parse_error":          badPicture,
	"invalid_image":              badPicture,
	"invalid_image_format":       badPicture,
	"invalid_image_url":          badPicture,
	"invalid_base64_image":       badPicture,
	"image_too_large":            badPicture,
}

var byStatus = map[int]verdict{
	http.StatusBadRequest:            notTaken,
	http.StatusUnauthorized:          keyRefused,
	http.StatusPaymentRequired:       noCredit,
	http.StatusForbidden:             keyRefused,
	http.StatusNotFound:              noModel,
	http.StatusMethodNotAllowed:      wrongAddress,
	http.StatusRequestTimeout:        faulty,
	http.StatusConflict:              faulty,
	http.StatusRequestEntityTooLarge: tooLong,
	http.StatusUnsupportedMediaType:  notTaken,
	http.StatusUnprocessableEntity:   notTaken,
	http.StatusTooEarly:              faulty,
	http.StatusTooManyRequests:       slowDown,
	http.StatusServiceUnavailable:    overloaded,
	statusOverloaded:                 overloaded,
}

// statusOverloaded is what some endpoints answer in place of 503.
const statusOverloaded = 529

// refusal is an answer that says no.
type refusal struct {
	status  int
	code    string // the endpoint's own
	kind    string // its "type"
	param   string // the parameter that it does not take
	message string
	isAPI   bool // it has the shape of an API's error, not of a web page
}

func (r refusal) verdict() verdict {
	if v, ok := byErrorCode[r.code]; ok {
		return v
	}
	if v, ok := byErrorCode[r.kind]; ok {
		return v
	}
	if r.status == http.StatusNotFound && !r.isAPI {
		return wrongAddress
	}
	if v, ok := byStatus[r.status]; ok {
		return v
	}
	if r.status >= http.StatusInternalServerError {
		return faulty
	}
	return verdict{code: galley.CodeWriterFailed}
}

// cause is for "Details": what the endpoint said, less what could be a secret.
func (r refusal) cause(key string) error {
	text := fmt.Sprintf("HTTP %d", r.status)
	if r.code != "" {
		text += " " + r.code
	}
	if r.message != "" && r.verdict().code != galley.CodeWriterKey { // which often repeats part of the key
		text += ": " + r.message
	}
	return scrubbed(text, key)
}

// blamesParameter reports whether the endpoint refuses a parameter that the
// request can omit.
func (r refusal) blamesParameter() bool {
	return r.blames(paramTemperature, paramMaxTokens, paramMaxCompletionTokens, paramFormat, structuredSchema, structuredObject)
}

// blames returns which of the names the endpoint refuses: by its param, or by
// naming it in its message.
func (r refusal) blames(names ...string) bool {
	for _, name := range names {
		if strings.HasPrefix(r.param, name) {
			return true
		}
		if r.param == "" && strings.Contains(r.message, name) {
			return true
		}
	}
	return false
}
