package llm

import (
	"context"
	"net/http"
	"sync"
	"sync/atomic"
	"time"

	"github.com/sashabaranov/go-openai"

	"galley/backend/galley"
)

// Client is galley.Writer for one model of one endpoint. It is safe for use by
// many goroutines, and meant to be shared by all jobs that use the model: then
// they share its pace too (see Pool).
type Client struct {
	cfg    Config
	http   *http.Client
	pace   *pacer
	gate   *gate
	guess  *estimator
	jitter func(below time.Duration) time.Duration

	learning chan struct{} // held by the one who is finding out
	mu       sync.Mutex
	known    *abilities
	limits   map[galley.Field]int // that a person chose
	recalled bool                 // known is what a lesson says
	unkept   bool                 // known is not the lesson that is kept
	failures int                  // of finding them out
	failure  *fault               // the last
	sees     *bool
	batches  *bool

	failing atomic.Bool // faults since the last answer
	wrote   atomic.Bool // an answer in the dialect's form has come
}

var _ galley.Writer = (*Client)(nil)

// New returns a client. Nothing is sent before the first use; a config that
// cannot work is reported then.
func New(cfg Config) *Client {
	cfg = cfg.normalised()
	return newClient(cfg, newPacer(cfg.Clock, cfg.RPM, cfg.TPM), newGate(cfg.Clock, cfg.Concurrency, cfg.RPM+cfg.TPM > 0), newEstimator())
}

func newClient(cfg Config, pace *pacer, gate *gate, guess *estimator) *Client {
	c := &Client{
		cfg:      cfg,
		limits:   cfg.AnswerLimits,
		http:     newHTTPClient(cfg.HTTPClient, cfg.Concurrency),
		pace:     pace,
		gate:     gate,
		guess:    guess,
		jitter:   jitter,
		learning: make(chan struct{}, 1),
	}
	c.recall(cfg.Lesson)
	return c
}

// String names the model and the endpoint, and never the key.
func (c *Client) String() string { return c.cfg.String() }

// GoString is String: the key stays out of every dump.
func (c *Client) GoString() string { return c.cfg.GoString() }

// Close drops idle connections.
func (c *Client) Close() { c.http.CloseIdleConnections() }

// Write asks the model for a draft, on the account of the context's meter. The reply carries the usage also where an
// error is returned: an answer that cannot be used is paid for all the same.
func (c *Client) Write(ctx context.Context, req galley.WriteRequest) (galley.WriteReply, error) {
	reply, f := c.write(ctx, req)
	if f != nil && c.disproves(f) {
		c.forget()
		reply, f = c.write(ctx, req)
	}
	return reply, f.explain(inJob)
}

func (c *Client) write(ctx context.Context, req galley.WriteRequest) (galley.WriteReply, *fault) {
	now := galley.WithCounter(ctx, nil) // what is found out is asked at once
	able, f := c.abilities(now)
	if f != nil {
		return galley.WriteReply{}, f
	}
	reply := galley.WriteReply{Model: c.cfg.Model}
	if req.Picture != nil {
		if reply.SawPicture, f = c.sight(now); f != nil {
			return reply, f
		}
	}
	f = c.answer(ctx, able, req, &reply)
	return reply, f
}

// send makes one paced request, as often as is worth it. The response it
// returns has a choice.
func (c *Client) send(ctx context.Context, able *abilities, chat openai.ChatCompletionRequest, field galley.Field) (resp openai.ChatCompletionResponse, f *fault) {
	if counter := galley.CounterOf(ctx); counter != nil {
		return c.askCounter(ctx, able, chat, field, counter)
	}
	size := sizeOf(chat)
	most := c.most(chat, size, field)
	f = c.persist(ctx, c.wrote.Load() || able.dialect.isPlain(), func() *fault {
		takes := need{likely: c.guess.tokens(size, field), most: c.guess.inputOf(size) + most.OutputTokens}
		return c.paced(ctx, takes, func(ctx context.Context, booked int) (http.Header, *fault) {
			var f *fault
			if resp, f = c.ask(ctx, able, chat, most); f != nil {
				return resp.Header(), f
			}
			c.pace.noteLeft(resp.Header())
			c.settle(booked, size, field, resp.Usage)
			return resp.Header(), nil
		})
	})
	c.failing.Store(f != nil && (f.retry == retryFault || f.retry == retryTimeout))
	return resp, f
}

// settle corrects guesses and pace by the endpoint's count, if any.
func (c *Client) settle(booked int, size size, field galley.Field, u openai.Usage) {
	used := u.PromptTokens + u.CompletionTokens
	if used <= 0 {
		used = booked
	} else {
		c.guess.learn(size, field, u)
	}
	c.pace.settle(booked, used)
}

// paced makes one request when gate and pacer allow it. How long it may take is
// the request's own matter.
func (c *Client) paced(ctx context.Context, takes need, request func(ctx context.Context, booked int) (http.Header, *fault)) *fault {
	c.pace.noticeFreeze(ctx)
	place, booked, f := c.admit(ctx, takes)
	if f != nil {
		return f
	}
	defer place.leave()
	sentAt := steady(c.cfg.Clock)
	header, f := request(ctx, booked.tokens)
	if ctx.Err() != nil && f != nil {
		return stopped(ctx)
	}
	if f != nil {
		c.slowDown(f, takes, booked.reached, sentAt, place)
		return f
	}
	place.answered()
	c.heed(header, takes, sentAt)
	return nil
}

// admit waits until a request may be sent. One at a time does, so that what was
// booked first is sent first, and no more wait between gate and endpoint.
func (c *Client) admit(ctx context.Context, takes need) (*place, booking, *fault) {
	queuedAt := steady(c.cfg.Clock)
	if c.pace.queue(ctx) != nil {
		return nil, booking{}, stopped(ctx)
	}
	defer c.pace.next()
	if c.gate.wait(ctx) != nil {
		return nil, booking{}, stopped(ctx)
	}
	if f := c.pace.gaveUpSince(queuedAt); f != nil {
		return nil, booking{}, f
	}
	booked, err := c.pace.wait(ctx, takes)
	for err == nil {
		if place := c.gate.enter(); place != nil {
			return place, booked, nil
		}
		if err = c.gate.wait(ctx); err == nil { // it closed meanwhile
			_, err = c.pace.wait(ctx, need{})
		}
	}
	return nil, booking{}, stopped(ctx)
}

// heed waits before a limit that the endpoint names is exceeded.
func (c *Client) heed(h http.Header, takes need, sentAt time.Time) {
	now := c.cfg.Clock.Now()
	typical := c.guess.typical()
	tokens := c.pace.charged(need{likely: typical, most: takes.most})
	wait := max(shortfall(h, "requests", 1, now), shortfall(h, "tokens", tokens, now))
	if wait > 0 && wait <= maxFreeze {
		c.pace.freeze(sentAt, wait, galley.WaitForRate)
	}
}
