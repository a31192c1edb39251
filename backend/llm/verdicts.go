package llm

import (
	"fmt"
	"net/http"
	"strings"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/pattern"
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
	// elsewhere means that the endpoint may be at another address.
	elsewhere bool
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
	wrongAddress = verdict{code: galley.CodeWriterModel, what: messages.NoEndpointAtAddress, elsewhere: true}
)

// byErrorCode maps the error codes of endpoints. They say more than the status:
// an empty account, for example, answers 429 like a client that is too fast.
// Source: OpenAI's error codes; Azure's and OpenRouter's where they differ.
var byErrorCode = map[string]verdict{
	"invalid_api_key":            keyRefused,
	"incorrect_api_key":          keyRefused,
	"api_key_invalid":            keyRefused,
	"invalid_authentication":     keyRefused,
	"insufficient_quota":         noCredit,
	"budget_exceeded":            noCredit,
	"insufficient_credits":       noCredit,
	"insufficient_balance":       noCredit,
	"arrearage":                  noCredit,
	"service_disabled":           apiOff,
	"ip_not_authorized":          noNetwork,
	"json_validate_failed":       formFailed,
	"exceed_context_size_error":  tooLong,
	"data_inspection_failed":     declined,
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
	http.StatusBadRequest:                 notTaken,
	http.StatusUnauthorized:               keyRefused,
	http.StatusPaymentRequired:            noCredit,
	http.StatusForbidden:                  denied,
	http.StatusNotFound:                   noModel,
	http.StatusMethodNotAllowed:           wrongAddress,
	http.StatusRequestTimeout:             timedOut,
	http.StatusGatewayTimeout:             timedOut,
	statusProxyTimeout:                    timedOut,
	http.StatusUnavailableForLegalReasons: noCountry,
	http.StatusConflict:                   faulty,
	http.StatusRequestEntityTooLarge:      tooLong,
	http.StatusUnsupportedMediaType:       notTaken,
	http.StatusUnprocessableEntity:        notTaken,
	http.StatusTooEarly:                   faulty,
	http.StatusTooManyRequests:            slowDown,
	http.StatusServiceUnavailable:         overloaded,
	statusOverloaded:                      overloaded,
}

// statusOverloaded is what some endpoints answer in place of 503.
const statusOverloaded = 529

// statusProxyTimeout is what a proxy answers when the endpoint takes too long.
const statusProxyTimeout = 524

// refusal is an answer that says no.
type refusal struct {
	status  int
	code    string // the endpoint's own
	kind    string // its "type"
	param   string // the parameter that it does not take
	message string
	isAPI   bool // it has the shape of an API's error
	isPage  bool // it is a web page
	refills bool // it says when to come back
}

// verdict goes by the code, then by the words, then by the status: the earlier
// say more.
func (r refusal) verdict() verdict {
	if r.isTooMuch() {
		return planLimit
	}
	for _, w := range []string{r.code, r.kind} {
		if v, ok := byErrorCode[strings.ToLower(w)]; ok && !r.speaksOfDay(v) {
			return v
		}
	}
	if v, ok := r.bySaying(); ok {
		return v
	}
	return r.byStatus()
}

// isTooMuch reports whether one request is larger than what the account may
// use in a minute: waiting does not help.
func (r refusal) isTooMuch() bool {
	if r.status != http.StatusRequestEntityTooLarge && r.status != http.StatusTooManyRequests {
		return false
	}
	return tooMuch().MatchString(r.message)
}

var tooMuch = pattern.Lazy(`(?i)request too large|requested tokens? exceeds?|larger than .{0,30}per minute`)

// speaksOfDay reports whether the words name a day's limit where the code names
// any limit.
func (r refusal) speaksOfDay(v verdict) bool {
	said, ok := r.bySaying()
	return v.code == galley.CodeRateLimited && ok && said.code == galley.CodeWriterDay
}

// ownStatuses say more than that a web page came with them.
var ownStatuses = map[int]bool{
	http.StatusMethodNotAllowed: true, http.StatusTooManyRequests: true, http.StatusRequestEntityTooLarge: true, http.StatusRequestTimeout: true,
}

func (r refusal) byStatus() verdict {
	clientFault := r.status >= http.StatusBadRequest && r.status < http.StatusInternalServerError
	switch {
	case r.status == http.StatusNotFound && !r.isAPI:
		return wrongAddress
	case r.isPage && clientFault && !ownStatuses[r.status]:
		return webPage
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
	if r.code != "" && r.code != fmt.Sprint(r.status) {
		text += " " + r.code
	}
	if r.message != "" {
		text += ": " + withoutKeyParts(r.message, key)
	}
	return scrubbed(text, key)
}

// shownKey is a part of a key that an endpoint repeats: behind "provided:", or
// with stars or dots where it was shortened.
var shownKey = pattern.Lazy(`(?i)(provided:?\s+|key\s*[:=]\s*)["'` + "`" + `]?[^\s"'` + "`" + `,;]+|()\b[\w-]*(?:\*{2,}|\.{3}|…)[\w-]+`)

func withoutKeyParts(said, key string) string {
	said = shownKey().ReplaceAllString(said, "${1}[secret]")
	const telling = 6 // characters of a key that tell something of it
	if len(key) > telling {
		said = strings.ReplaceAll(said, key[len(key)-telling:], "[secret]")
		said = strings.ReplaceAll(said, key[:telling], "[secret]")
	}
	return said
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
