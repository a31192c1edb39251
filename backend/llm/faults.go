package llm

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/sashabaranov/go-openai"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// fault is a failed request: its code, its message, and whether it is worth
// another try.
type fault struct {
	code  galley.Code
	what  messages.Message // what happened; none for the code's own
	retry retry
	wait  time.Duration // how long the endpoint asks to wait, 0 if it does not say
	until time.Time     // when a job that failed so may go on by itself, zero for never
	cause error

	unsent           bool // nothing could be set aside for it
	overloaded       bool
	perhapsParameter bool
	elsewhere        bool // the endpoint may be at another address
	unsafe           bool // nothing more is sent to this address
	refusal          refusal
}

func (f *fault) Error() string { return f.message(inJob).String() }

// classify finds out what went wrong with a request.
func (c *Client) classify(err error, header http.Header) *fault {
	var (
		api     *openai.APIError
		request *openai.RequestError
		moved   redirectError
		other   *notAnswerError
	)
	switch {
	case errors.As(err, &other):
		return c.unanswered(other)
	case errors.As(err, &request): // first: it can hold an APIError that was read halfway
		return c.refused(fromRequestError(request), header)
	case errors.As(err, &api):
		return c.refused(fromAPIError(api), header)
	case isClientSideRefusal(err):
		return &fault{code: galley.CodeWriterFailed, what: notTaken.what, perhapsParameter: true, cause: err, refusal: fromClientSide(err)}
	case errors.As(err, &moved):
		return &fault{code: galley.CodeWriterModel, what: messages.EndpointMoved(moved.to)}
	}
	return c.unreadable(err)
}

// unanswered is a body with a good status that is no answer: a web page, or what
// cannot be read.
func (c *Client) unanswered(e *notAnswerError) *fault {
	f := &fault{code: galley.CodeWriterFailed, what: messages.EndpointAnswerUnreadable, retry: retryOnce, cause: scrubbed(e.Error(), c.cfg.Key)}
	if e.page {
		f.code, f.what = galley.CodeWriterPage, messages.Message{}
	}
	return f
}

// unreadable names a failure that came with no answer, or with one that cannot
// be read.
func (c *Client) unreadable(err error) *fault {
	f := &fault{cause: scrubbed(err.Error(), c.cfg.Key)}
	var certificate *tls.CertificateVerificationError
	switch {
	case errors.Is(err, errPlainPublic):
		f.code = galley.CodeWriterModel
		f.what, f.unsafe = messages.EndpointAddressUnprotected, true
	case errors.Is(err, errTooLarge):
		f.code, f.what, f.unsafe = galley.CodeWriterFailed, messages.ReplyFarTooLarge, true
	case strings.Contains(err.Error(), "gave HTTP response to HTTPS client"):
		f.code, f.what, f.unsafe = galley.CodeWriterModel, messages.EndpointSpeaksPlain, true
	case errors.As(err, &certificate):
		f.code, f.what = galley.CodeOffline, messages.EndpointCertificateInvalid
	case isTimeout(err):
		f.code, f.retry = galley.CodeTimeout, retryTimeout
	case isNetwork(err):
		f.code, f.retry = galley.CodeOffline, retryOffline
	default:
		f.code, f.retry = galley.CodeWriterFailed, retryOnce
		f.what = messages.EndpointAnswerUnreadable
	}
	return f
}

func (c *Client) refused(r refusal, header http.Header) *fault {
	r.refills = askedToWait(header, c.cfg.Clock.Now()) > 0
	v := r.verdict()
	f := &fault{
		code: v.code, what: v.what, retry: v.retry, cause: r.cause(c.cfg.Key),
		overloaded: v.overloaded, perhapsParameter: v.perhapsParameter, elsewhere: v.elsewhere, refusal: r,
	}
	if v.overloaded {
		f.wait = askedToWait(header, c.cfg.Clock.Now())
	}
	switch {
	case !f.what.IsZero():
	case f.code == galley.CodeWriterFailed:
		f.what = messages.EndpointFailedWithStatus(r.status)
	case f.code == galley.CodeWriterKey && c.cfg.Key == "":
		f.what = messages.EndpointWantsKey
	case f.code == galley.CodeWriterModel:
		f.what = messages.EndpointHasNoModel(c.cfg.Model)
	}
	return f
}

func stopped(ctx context.Context) *fault {
	return &fault{code: galley.CodeOf(ctx.Err()), what: messages.StoppedBeforeReply, cause: ctx.Err()}
}

func fromAPIError(e *openai.APIError) refusal {
	r := refusal{status: e.HTTPStatusCode, kind: e.Type, message: e.Message, isAPI: true}
	if e.Code != nil {
		r.code = fmt.Sprint(e.Code)
	}
	if e.Param != nil {
		r.param = *e.Param
	}
	return r
}

// fromRequestError is an error whose body is no API's.
func fromRequestError(e *openai.RequestError) refusal {
	r := refusal{status: e.HTTPStatusCode}
	r.message, r.isPage = begins(e.Body)
	return r
}

// go-openai refuses some parameters for models that it knows, before anything
// is sent.
var clientSideRefusals = map[error]string{
	openai.ErrReasoningModelMaxTokensDeprecated: paramMaxTokens,
	openai.ErrReasoningModelLimitationsOther:    paramTemperature,
	openai.ErrReasoningSamplingUnsupported:      paramTemperature,
}

func isClientSideRefusal(err error) bool { return fromClientSide(err).param != "" }

func fromClientSide(err error) refusal {
	for known, param := range clientSideRefusals {
		if errors.Is(err, known) {
			return refusal{param: param}
		}
	}
	return refusal{}
}

func isTimeout(err error) bool {
	var dial *net.OpError
	if errors.As(err, &dial) && dial.Op == "dial" {
		return false // unreachable: a network problem
	}
	var timeout net.Error
	return errors.Is(err, context.DeadlineExceeded) || (errors.As(err, &timeout) && timeout.Timeout())
}

func isNetwork(err error) bool {
	var (
		request *url.Error
		network net.Error
	)
	return errors.As(err, &request) || errors.As(err, &network)
}

// scrubbed makes a cause that is safe to show: no key, one line, not long.
func scrubbed(text, key string) error {
	text = strings.Join(strings.Fields(galley.Scrub(text, key)), " ")
	const longest = 300
	if runes := []rune(text); len(runes) > longest {
		text = string(runes[:longest]) + "…"
	}
	return errors.New(text)
}
