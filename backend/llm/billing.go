package llm

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"net/http/httptrace"
	"sync/atomic"

	"github.com/sashabaranov/go-openai"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// bytesPerToken is how few bytes of a request are taken for a token when money
// is set aside for it: half of what common English takes, so that an estimate
// errs to the safe side in any script.
const bytesPerToken = 2

// pictureMost is the minimum reservation for a picture, in tokens.
const pictureMost = 1500

// most is the most that a request can use: all of its text, and an answer of
// the maximum length. Thinking counts: endpoints hold it against the same
// limit.
func (c *Client) most(chat openai.ChatCompletionRequest, size size, field galley.Field) galley.Usage {
	bytes := 0
	if body, err := json.Marshal(withoutPictures(chat)); err == nil {
		bytes = len(body)
	}
	input := max(bytes/bytesPerToken, c.guess.inputOf(size)) + size.pictures*pictureMost
	return galley.Usage{InputTokens: input, OutputTokens: limitOf(chat, field)}
}

// limitOf is the answer limit of the request. An endpoint that accepts no limit
// gets the one it would have had, which is then a guess.
func limitOf(chat openai.ChatCompletionRequest, field galley.Field) int {
	switch limit := max(chat.MaxTokens, chat.MaxCompletionTokens); { //nolint:staticcheck // the only one that many servers know
	case limit > 0:
		return limit
	case field.IsHTML():
		return longestAnswer + thinking
	}
	return shortAnswer + thinking
}

// withoutPictures is the request with its text alone.
func withoutPictures(chat openai.ChatCompletionRequest) openai.ChatCompletionRequest {
	messages := make([]openai.ChatCompletionMessage, len(chat.Messages))
	for i, m := range chat.Messages {
		for _, part := range m.MultiContent {
			m.Content += part.Text
		}
		m.MultiContent = nil
		messages[i] = m
	}
	chat.Messages = messages
	return chat
}

// ask sends one paid request: it reserves money before, and always books the
// answer's usage after.
func (c *Client) ask(ctx context.Context, able *abilities, chat openai.ChatCompletionRequest, most galley.Usage) (openai.ChatCompletionResponse, *fault) {
	meter, err := galley.MeterOf(ctx)
	if err != nil {
		return openai.ChatCompletionResponse{}, unpaid(ctx, err)
	}
	ticket, err := meter.Reserve(ctx, most)
	if err != nil {
		return openai.ChatCompletionResponse{}, unpaid(ctx, err)
	}
	limited, cancel := context.WithTimeout(ctx, c.cfg.Timeout)
	defer cancel()
	var sent atomic.Bool
	resp, err := able.api.CreateChatCompletion(httptrace.WithClientTrace(limited, &httptrace.ClientTrace{
		WroteHeaders: func() { sent.Store(true) },
	}), chat)
	switch {
	case err == nil && isCounted(resp):
		ticket.Settle(usage(resp, chat))
	case err == nil || sent.Load() && mayBeBilled(err):
		ticket.Lose()
	default:
		ticket.Settle(galley.Usage{})
	}
	switch {
	case err != nil:
		return resp, c.classify(err, resp.Header())
	case len(resp.Choices) == 0:
		return resp, &fault{code: galley.CodeWriterFailed, what: messages.ReplyEmpty, retry: retryOnce}
	}
	return resp, nil
}

// unpaid is a request that was not sent, since nothing could be set aside for it.
func unpaid(ctx context.Context, err error) *fault {
	if ctx.Err() != nil {
		return stopped(ctx)
	}
	return &fault{code: galley.CodeOf(err), what: galley.ReasonOf(err).Message, cause: err, unsent: true}
}

// isCounted reports whether an answer shows its usage: as a count, or by text
// that can be counted.
func isCounted(resp openai.ChatCompletionResponse) bool {
	return resp.Usage.PromptTokens+resp.Usage.CompletionTokens > 0 || len(resp.Choices) > 0
}

// usage is the usage of an answer: the endpoint's count, else counted by the
// length of question and answer.
func usage(resp openai.ChatCompletionResponse, chat openai.ChatCompletionRequest) galley.Usage {
	u := galley.Usage{InputTokens: max(resp.Usage.PromptTokens, 0), OutputTokens: max(resp.Usage.CompletionTokens, 0)}
	if details := resp.Usage.PromptTokensDetails; details != nil {
		u.CachedTokens = min(max(details.CachedTokens, 0), u.InputTokens)
	}
	if u.InputTokens == 0 {
		u.InputTokens, u.Estimated = countQuestion(chat), true
	}
	if u.OutputTokens == 0 {
		u.OutputTokens = countAnswer(resp)
		u.Estimated = u.Estimated || u.OutputTokens > 0
	}
	return u
}

func countQuestion(chat openai.ChatCompletionRequest) int {
	const ofMessage = 4 // around each turn
	n := sizeOf(chat).pictures * int(firstPictureTokens)
	for _, m := range withoutPictures(chat).Messages {
		n += galley.Tokens(m.Content) + ofMessage
	}
	return n
}

func countAnswer(resp openai.ChatCompletionResponse) int {
	n := 0
	for _, choice := range resp.Choices {
		m := choice.Message
		n += galley.Tokens(m.Content) + galley.Tokens(m.ReasoningContent) + galley.Tokens(m.Refusal)
	}
	return n
}

// mayBeBilled distinguishes requests that a model may have answered from those
// that were refused before. An endpoint's refusal is not billed; a gateway
// timeout says nothing about the model's bill, and neither does a lost or
// unreadable answer.
func mayBeBilled(err error) bool {
	var moved redirectError
	if errors.As(err, &moved) || isClientSideRefusal(err) {
		return false
	}
	switch status := statusOf(err); status {
	case http.StatusRequestTimeout, http.StatusBadGateway, http.StatusGatewayTimeout:
		return true
	default:
		const firstOfProxies, lastOfProxies = 520, 524 // of a proxy that lost its endpoint
		return status < http.StatusBadRequest || status >= firstOfProxies && status <= lastOfProxies
	}
}

// statusOf is the HTTP status that an error came with, 0 for none.
func statusOf(err error) int {
	var (
		api     *openai.APIError
		request *openai.RequestError
	)
	switch {
	case errors.As(err, &request):
		return request.HTTPStatusCode
	case errors.As(err, &api):
		return api.HTTPStatusCode
	}
	return 0
}
