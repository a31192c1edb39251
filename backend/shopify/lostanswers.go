package shopify

import (
	"bytes"
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// ofEncoding is for a request that cannot be written down; no operation's variables can cause it.
func ofEncoding(err error) *fault {
	return &fault{code: galley.CodeInternal, cause: err, nothingDone: true, message: messages.RequestNotMade}
}

// ofEnd is for a context that ended while the request waited.
func ofEnd(err error, nothingDone bool) *fault {
	if errors.Is(err, context.DeadlineExceeded) {
		return &fault{code: galley.CodeTimeout, cause: err, nothingDone: nothingDone, message: messages.ShopWaitTooLong}
	}
	return &fault{code: galley.CodeCancelled, message: messages.ShopCallStopped, cause: err, nothingDone: nothingDone}
}

// ofTransport is for a request whose answer did not arrive, or not whole.
func ofTransport(ctx context.Context, err error, unsent bool) *fault {
	var certificate *tls.CertificateVerificationError
	switch {
	case errors.Is(err, errTooLate):
		return &fault{code: galley.CodeTimeout, cause: err, nothingDone: true, passing: true, late: true, message: messages.WriteTooLate}
	case ctx.Err() != nil:
		return ofEnd(ctx.Err(), unsent)
	case errors.Is(err, errTooLarge):
		return &fault{code: galley.CodeShopFailed, cause: &tooLargeError{cause: err}, message: messages.ShopAnswerTooLarge}
	case errors.As(err, &certificate):
		return &fault{code: galley.CodeOffline, cause: err, nothingDone: true, message: messages.ShopCertificateInvalid}
	case errors.Is(err, context.DeadlineExceeded):
		return &fault{code: galley.CodeTimeout, cause: err, nothingDone: unsent, passing: true, message: messages.ShopTimeout}
	}
	return &fault{code: galley.CodeOffline, cause: err, nothingDone: unsent, passing: true, message: messages.ShopOffline}
}

// ofUnreadable is for a body that is no GraphQL answer: a web page, or nothing. It does not show
// whether the shop carried out the request.
func ofUnreadable(r *reply, err error) *fault {
	f := &fault{code: galley.CodeShopFailed, cause: fmt.Errorf("%w: %s", err, excerpt(r.body)), passing: true,
		message: messages.ShopAnswerUnreadable}
	if looksLikeHTML(r) {
		f.passing = false
		f.message = messages.ShopAnswersWithPage
	}
	return f
}

func looksLikeHTML(r *reply) bool {
	return strings.Contains(r.header.Get("Content-Type"), "text/html") ||
		bytes.HasPrefix(bytes.TrimSpace(r.body), []byte("<"))
}

// judgeStatus is for every status but 200.
func (c *Client) judgeStatus(r *reply, a answer, unreadable error) *fault {
	said := excerpt(r.body)
	if unreadable == nil && len(a.Errors) > 0 {
		said = a.Errors.Error()
	}
	cause := fmt.Errorf("HTTP %d: %s", r.status, said)
	if id := r.requestID(); id != "" {
		cause = fmt.Errorf("HTTP %d, request ID %s: %s", r.status, id, said)
	}
	if r.status == 403 && scopeName.MatchString(said) {
		return ofScope(said, cause, true)
	}
	return ofStatus(r, cause)
}

// excerpt is the beginning of a body on one line, at most 300 characters.
func excerpt(body []byte) string {
	const most = 300
	text := strings.Join(strings.Fields(strings.ToValidUTF8(string(body[:min(len(body), 4*most)]), "")), " ")
	if utf8.RuneCountInString(text) > most {
		return string([]rune(text)[:most]) + "…"
	}
	return text
}

// report turns a fault into the caller's error. It is the only way out, so text echoed by a shop or a
// proxy never contains the token.
func (k *call) report(f *fault) error {
	f.message = f.message.MapText(k.scrub)
	if f.cause != nil && k.scrub(f.cause.Error()) != f.cause.Error() {
		f.cause = errors.New(k.scrub(f.cause.Error()))
	}
	return f.err(k.write)
}

func (k *call) scrub(text string) string { return galley.Scrub(text, k.token) }
