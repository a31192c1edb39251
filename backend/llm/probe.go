package llm

import (
	"context"
	"errors"
	"net/http"
	"slices"
	"time"

	"github.com/sashabaranov/go-openai"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/llm/replies"
)

// abilities are the probed abilities of the endpoint and the model. They are
// kept as long as the client lives.
type abilities struct {
	base    string
	api     *openai.Client
	listed  bool     // the endpoint has a list
	others  []string // bases that the address may mean too
	models  []string // as listed, none where the endpoint has no list
	list    []replies.Model
	dialect dialect
	usage   galley.Usage // of the request that found the dialect
	millis  int          // that the same request took
}

// maxSteps bounds the requests that finding a dialect takes: each step leaves
// something out, and there are six things to leave out.
const maxSteps = 10

// listTimeout is short: a list of models needs no thinking.
const listTimeout = 20 * time.Second

// abilities probes once: the first caller probes, the others wait for it. They
// share its failure too, so that a failing endpoint is not asked by each of
// them in turn.
func (c *Client) abilities(ctx context.Context) (*abilities, *fault) {
	if able := c.kept(); able != nil {
		return able, nil
	}
	attempts, _ := c.failedAttempts()
	select {
	case c.learning <- struct{}{}:
	case <-ctx.Done():
		return nil, stopped(ctx)
	}
	defer func() { <-c.learning }()
	if able := c.kept(); able != nil {
		return able, nil
	}
	if now, f := c.failedAttempts(); now > attempts {
		return nil, f
	}
	able, f := c.learn(ctx)
	if f != nil {
		c.noteFailure(ctx, f)
		return nil, f
	}
	c.keep(able)
	return able, nil
}

// failedAttempts is how often finding out has failed, and how it did last.
func (c *Client) failedAttempts() (int, *fault) {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.failures, c.failure
}

func (c *Client) noteFailure(ctx context.Context, f *fault) {
	if ctx.Err() != nil || f.unsent {
		return // it was stopped, or not paid for, which says nothing of the endpoint
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.failures++
	c.failure = f
}

func (c *Client) kept() *abilities {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.known
}

func (c *Client) keep(able *abilities) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.known, c.unkept, c.recalled = able, able != nil, false
}

func (c *Client) learn(ctx context.Context) (*abilities, *fault) {
	if f := c.cfg.check(); f != nil {
		return nil, f
	}
	able, f := c.find(ctx)
	if f != nil {
		return nil, f
	}
	f = c.findDialect(ctx, able)
	for _, base := range able.others {
		if f == nil || !f.elsewhere {
			break
		}
		other := &abilities{base: base, api: c.newAPI(base), models: able.models}
		if g := c.findDialect(ctx, other); g == nil || !g.elsewhere {
			able, f = other, g
		}
	}
	return able, f
}

func (c *Client) newAPI(base string) *openai.Client {
	config := openai.DefaultConfig(c.cfg.Key)
	config.BaseURL = base
	config.HTTPClient = c.http
	return openai.NewClientWithConfig(config)
}

func (c *Client) list(ctx context.Context, able *abilities) *fault {
	return c.persist(ctx, true, func() *fault {
		return c.paced(ctx, need{}, func(ctx context.Context, _ int) (http.Header, *fault) {
			ctx, cancel := context.WithTimeout(ctx, listTimeout)
			defer cancel()
			list, header, err := c.getList(ctx, able.base)
			if err != nil {
				f := c.classify(err, header)
				if isUnlisted(f) {
					f.retry = retryNever // the chat request will show
				}
				return header, f
			}
			able.listed, able.list = true, list
			for _, m := range list {
				able.models = append(able.models, m.ID)
			}
			return header, nil
		})
	})
}

// findDialect sends something tiny, in ever simpler forms, until the endpoint
// accepts it and answers in the requested form.
func (c *Client) findDialect(ctx context.Context, able *abilities) *fault {
	able.dialect = fullDialect()
	for range maxSteps {
		began := steady(c.cfg.Clock)
		chat := probeChat(c.cfg.Model, able.dialect)
		resp, f := c.send(ctx, able, chat, probeField)
		if f == nil {
			able.usage = able.usage.Add(usage(resp, chat))
		}
		able.millis = int(steady(c.cfg.Clock).Sub(began).Milliseconds())
		var ok bool
		switch {
		case f == nil && honours(resp, able.dialect):
			able.dialect.thinks = thinks(resp)
			return nil
		case f == nil:
			able.dialect, ok = able.dialect.lessStructured()
		case f.isDoubtful():
			if able.dialect, ok = able.dialect.simpler(); !ok {
				return f
			}
		case !f.perhapsParameter:
			return f
		case c.meansModel(able, f):
			return c.refused(refusal{status: http.StatusNotFound, isAPI: true, message: f.refusal.message}, nil)
		default:
			able.dialect, ok = able.dialect.without(f.refusal)
		}
		if !ok {
			return &fault{code: galley.CodeWriterModel, what: messages.EndpointRefusesModel, cause: causeOf(f)}
		}
	}
	return &fault{code: galley.CodeWriterModel, what: messages.EndpointRefusesModel}
}

// meansModel reports whether a refusal that names nothing means a model that is
// not listed.
func (c *Client) meansModel(able *abilities, f *fault) bool {
	return !able.lists(c.cfg.Model) && !f.refusal.blamesParameter() && f.code == galley.CodeWriterFailed && !refusesSystem(f.refusal)
}

// lists reports whether the endpoint offers the model, or does not say.
func (a *abilities) lists(model string) bool {
	return len(a.models) == 0 || slices.Contains(a.models, model) || slices.Contains(a.models, model+":latest")
}

// probeField separates guesses for probes from those for drafts.
const probeField galley.Field = "probe"

func probeChat(model string, d dialect) openai.ChatCompletionRequest {
	chat := openai.ChatCompletionRequest{Model: model, Messages: []openai.ChatCompletionMessage{
		{Role: openai.ChatMessageRoleSystem, Content: formatRule},
		user(`The finished text is the word "ready".`),
	}}
	d.apply(&chat, shortAnswer)
	return chat
}

// honours reports whether the answer has the requested form. A truncated one
// proves nothing.
func honours(resp openai.ChatCompletionResponse, d dialect) bool {
	choice := resp.Choices[0]
	if d.structured == structuredPlain || choice.FinishReason == openai.FinishReasonLength {
		return true
	}
	return isWholeObject(replies.WithoutThinking(choice.Message.Content)) || isWholeObject(choice.Message.ReasoningContent)
}

func thinks(resp openai.ChatCompletionResponse) bool {
	choice := resp.Choices[0]
	details := resp.Usage.CompletionTokensDetails
	return (details != nil && details.ReasoningTokens > 0) ||
		choice.Message.ReasoningContent != "" || replies.Thought(choice.Message.Content) ||
		choice.FinishReason == openai.FinishReasonLength
}

func causeOf(f *fault) error {
	if f == nil {
		return errors.New("it answers in a form that cannot be read")
	}
	return f.cause
}
