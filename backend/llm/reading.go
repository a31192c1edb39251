package llm

import (
	"bytes"
	"io"
	"net/http"
	"strconv"
	"strings"
	"time"

	"galley/backend/llm/replies"
	"galley/backend/pattern"
)

// readingTransport turns what endpoints answer into the form that the client's
// library reads (see package replies). An error that came with status 200 gets
// the status that it names.
type readingTransport struct{ next http.RoundTripper }

// CloseIdleConnections is what http.Client looks for.
func (t readingTransport) CloseIdleConnections() {
	if closer, ok := t.next.(interface{ CloseIdleConnections() }); ok {
		closer.CloseIdleConnections()
	}
}

// The paths of calls.
const (
	chatPath = "/chat/completions"
	listPath = "/models"
)

func (t readingTransport) RoundTrip(req *http.Request) (*http.Response, error) {
	resp, err := t.next.RoundTrip(req)
	read := reader(req.URL.Path)
	if err != nil || read == nil || isRedirect(resp.StatusCode) {
		return resp, err
	}
	var body bytes.Buffer
	_, failed := body.ReadFrom(resp.Body)
	_ = resp.Body.Close()
	if failed != nil {
		resp.Body = io.NopCloser(failingReader{failed})
		return resp, nil //nolint:nilerr // who reads the body gets it
	}
	if resp.StatusCode >= http.StatusBadRequest {
		return refusing(resp, body.Bytes(), resp.StatusCode), nil
	}
	out, status, ok := read(body.Bytes())
	switch {
	case !ok:
		return nil, notAnAnswer(body.Bytes())
	case status != 0:
		return refusing(resp, body.Bytes(), status), nil
	}
	return withBody(resp, out), nil
}

// reader reads the answer to a call: a status other than 0 is that of an error.
func reader(path string) func([]byte) (out []byte, status int, ok bool) {
	switch {
	case strings.HasSuffix(path, chatPath):
		return replies.Chat
	case strings.HasSuffix(path, listPath):
		return replies.Models
	}
	return nil
}

func isRedirect(status int) bool {
	return status >= http.StatusMultipleChoices && status < http.StatusBadRequest
}

// refusing is the answer with the error in its body in one form, and the wait
// that it asks for where one looks for it.
func refusing(resp *http.Response, raw []byte, status int) *http.Response {
	resp.StatusCode = status
	resp.Status = strconv.Itoa(status) + " " + http.StatusText(status)
	r, ok := replies.Refusal(raw)
	if !ok {
		return withBody(resp, raw)
	}
	for name, v := range r.Headers {
		if resp.Header.Get(name) == "" {
			resp.Header.Set(name, v)
		}
	}
	if r.Wait > 0 && resp.Header.Get("Retry-After") == "" && resp.Header.Get("Retry-After-Ms") == "" {
		resp.Header.Set("Retry-After-Ms", strconv.FormatInt(int64(r.Wait/time.Millisecond), 10))
	}
	return withBody(resp, r.Body())
}

func withBody(resp *http.Response, body []byte) *http.Response {
	resp.Body = io.NopCloser(bytes.NewReader(body))
	resp.ContentLength = int64(len(body))
	return resp
}

type failingReader struct{ err error }

func (r failingReader) Read([]byte) (int, error) { return 0, r.err }

// notAnswerError is a body with a good status that is no answer.
type notAnswerError struct {
	page bool
	said string // how it begins; of a page its title
}

func (e *notAnswerError) Error() string {
	if e.page {
		return "a web page: " + e.said
	}
	return "no JSON: " + e.said
}

func notAnAnswer(raw []byte) error {
	said, page := begins(raw)
	return &notAnswerError{page: page, said: said}
}

var (
	pageTitle = pattern.Lazy(`(?is)<title[^>]*>(.*?)</title>`)
	anyTag    = pattern.Lazy(`(?s)<(?:script|style)\b.*?</(?:script|style)>|<[^>]*>`)
	isPage    = pattern.Lazy(`(?is)^\s*(?:<!--.*?-->\s*)*<(?:!doctype\b|\?xml\b|[a-z][a-z0-9:-]*(?:\s[^>]*)?/?>)`)
)

// begins is how a body without JSON begins, as text, and whether it is a web page.
func begins(raw []byte) (said string, page bool) {
	body := strings.TrimPrefix(strings.ToValidUTF8(string(raw), "\uFFFD"), "\uFEFF")
	page = isPage().MatchString(body)
	if title := pageTitle().FindStringSubmatch(body); title != nil {
		body = title[1]
	}
	said = strings.Join(strings.Fields(anyTag().ReplaceAllString(body, " ")), " ")
	const most = 200
	if runes := []rune(said); len(runes) > most {
		said = string(runes[:most]) + "…"
	}
	return said, page
}
