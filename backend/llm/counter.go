package llm

import (
	"context"
	"errors"
	"io"
	"net/http"
	"strings"

	"github.com/sashabaranov/go-openai"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// countedKey is where the context of a request to a counter has it.
type countedKey struct{}

// counted is a request that goes to a counter in place of the endpoint.
type counted struct {
	galley.Counter

	most   galley.Usage
	failed error // of filing it
}

// errUnanswered is a request of a batch that the endpoint never answered.
var errUnanswered = errors.New("the batch ended without an answer")

// counterTransport answers the requests of counters: with what was answered
// before, in the form in which it came, else by filing them.
type counterTransport struct{ next http.RoundTripper }

func (t counterTransport) RoundTrip(req *http.Request) (*http.Response, error) {
	c, ok := req.Context().Value(countedKey{}).(*counted)
	if !ok {
		return t.next.RoundTrip(req)
	}
	if answer := c.Answer(); answer != nil {
		if answer.Status == 0 {
			return nil, errUnanswered
		}
		return &http.Response{
			Status: http.StatusText(answer.Status), StatusCode: answer.Status, Request: req,
			Header: http.Header{"Content-Type": {"application/json"}}, Body: io.NopCloser(strings.NewReader(answer.Body)),
		}, nil
	}
	body, err := io.ReadAll(req.Body)
	if err == nil {
		c.failed = c.File(req.Context(), body, c.most)
		err = galley.ErrAskedLater
	}
	return nil, err
}

// CloseIdleConnections is what http.Client looks for.
func (t counterTransport) CloseIdleConnections() {
	if closer, ok := t.next.(interface{ CloseIdleConnections() }); ok {
		closer.CloseIdleConnections()
	}
}

// askCounter has a counter answer a request. What an answer cost was booked when
// it came.
func (c *Client) askCounter(ctx context.Context, able *abilities, chat openai.ChatCompletionRequest, field galley.Field, counter galley.Counter) (openai.ChatCompletionResponse, *fault) {
	size := sizeOf(chat)
	request := &counted{Counter: counter, most: c.most(chat, size, field)}
	resp, err := able.api.CreateChatCompletion(context.WithValue(ctx, countedKey{}, request), chat)
	switch {
	case ctx.Err() != nil:
		return resp, stopped(ctx)
	case request.failed != nil:
		return resp, unpaid(ctx, request.failed)
	case errors.Is(err, galley.ErrAskedLater):
		return resp, &fault{code: galley.CodeBusy, cause: galley.ErrAskedLater, unsent: true}
	case errors.Is(err, errUnanswered):
		return resp, &fault{code: galley.CodeWriterFailed, what: messages.BatchUnanswered, unsent: true}
	case err != nil:
		return resp, c.classify(err, resp.Header())
	case len(resp.Choices) == 0:
		return resp, &fault{code: galley.CodeWriterFailed, what: messages.ReplyEmpty}
	}
	if resp.Usage.PromptTokens+resp.Usage.CompletionTokens > 0 {
		c.guess.learn(size, field, resp.Usage)
	}
	return resp, nil
}
