package llm

import (
	"context"
	"net/http"

	"github.com/sashabaranov/go-openai"

	"galley/backend/galley"
)

// maxForms is how many forms of one request are tried.
const maxForms = 8

// turn is the work on one draft.
type turn struct {
	*Client
	able     *abilities
	req      galley.WriteRequest
	saw      bool
	rejected *string        // an answer that could not be read
	once     int            // an answer limit for this request alone
	lessened bool           // the answer limit was too large before
	given    int            // the limit of the last request
	took     int            // tokens of its answer
	counter  galley.Counter // where answers come from a batch: they may have been asked for in another form
	roomier  bool           // one of them was cut at a lower limit than is usual by now
	simpler  bool           // one of them was endless, perhaps in another form than is usual by now
}

// answer sends the request and reads the answer. An unreadable one is requested
// once more; a cut one with more room; one that the endpoint does not accept in
// its form in a simpler form, which is kept for the model.
func (c *Client) answer(ctx context.Context, able *abilities, req galley.WriteRequest, reply *galley.WriteReply) *fault {
	t := &turn{Client: c, able: able, req: req, saw: reply.SawPicture, counter: galley.CounterOf(ctx)}
	for range maxForms {
		chat := t.chat()
		resp, f := c.send(ctx, t.able, chat, req.Field)
		if f != nil {
			if !t.changeForm(f) {
				return t.settled(f)
			}
			continue
		}
		t.took = resp.Usage.CompletionTokens
		reply.Usage = reply.Usage.Add(usage(resp, chat))
		if resp.Model != "" {
			reply.Model = resp.Model
		}
		reply.Content, f = read(resp.Choices[0], namesOf(req.Field))
		if f == nil {
			c.wrote.Store(true)
			c.prove()
			reply.PromptCut = reply.PromptCut || cutSilently(resp.Usage, chat)
			return nil
		}
		if !t.again(f, resp.Choices[0]) {
			return f
		}
	}
	return &fault{code: galley.CodeWriterReply}
}

// chat is the request in its present form.
func (t *turn) chat() openai.ChatCompletionRequest {
	d := t.able.dialect
	if t.once > 0 {
		d.most = t.once
	}
	chat := compose(t.cfg.Model, d, t.req, t.saw)
	if !t.lessened {
		chat = limited(chat, t.limitOf(t.req.Field))
	}
	if t.rejected != nil {
		chat = askAgain(chat, *t.rejected)
	}
	t.given = limitOf(chat, t.req.Field)
	return chat
}

// again decides whether to ask again after an answer that cannot be used.
func (t *turn) again(f *fault, choice openai.ChatCompletionChoice) bool {
	switch f.code {
	case galley.CodeWriterCut:
		switch endlessKind(choice.Message, t.req.Field) {
		case endlessJSON:
			return t.simplify()
		case endlessWords:
			return false
		case ends:
		}
		return t.raise()
	case galley.CodeWriterReply:
		first := t.rejected == nil
		t.rejected = &choice.Message.Content
		return first
	}
	return false
}

// simplify asks in a simpler form. An answer of a batch that was asked for again
// changes nothing more when it is read again, and where no form is left, the draft
// is asked for once in the last: its answer may be of an earlier one.
func (t *turn) simplify() bool {
	if t.counter != nil && t.counter.Answered() {
		t.simpler = true
		return true
	}
	if t.change(dialect.lessStructured) {
		return true
	}
	simpler := t.counter != nil && !t.simpler
	t.simpler = t.simpler || simpler
	return simpler
}

// raise gives the answers of this model more room, once. A limit that a person
// chose stays.
func (t *turn) raise() bool {
	if t.limitOf(t.req.Field) > 0 {
		return false
	}
	if now := t.kept(); now != nil && now.dialect.more > t.able.dialect.more {
		t.able = now // another request has raised it
		return true
	}
	if _, ok := t.able.dialect.raised(); !ok {
		roomier := t.counter != nil && !t.roomier && t.took < t.given
		t.roomier = t.roomier || roomier
		return roomier
	}
	t.adopt(func(d dialect) dialect {
		d, _ = d.raised()
		return d
	})
	return true
}

// changeForm changes what the endpoint does not accept about the request. It
// reports whether there was something to change.
func (t *turn) changeForm(f *fault) bool {
	switch {
	case f.unsent:
		return false
	case f.refusal.tooMuchAsked() && t.able.dialect.limit != "":
		return t.askLess(f.refusal)
	case f.isDoubtful() && !t.wrote.Load():
		return t.change(func(d dialect) (dialect, bool) { return d.simpler() })
	case f.perhapsParameter && (f.refusal.blamesParameter() || refusesSystem(f.refusal) || f.code == formFailed.code):
		return t.change(func(d dialect) (dialect, bool) { return d.without(f.refusal) })
	}
	return false
}

// askLess lowers the answer limit to what the refusal names, and then leaves it
// out.
func (t *turn) askLess(r refusal) bool {
	less, keep := r.lessOf(t.given)
	switch {
	case t.lessened:
		t.once = 0
		t.adopt(func(d dialect) dialect { d.limit = ""; return d })
	case less == 0:
		t.once = max(t.given/2, leastAnswer)
	case keep:
		t.adopt(func(d dialect) dialect { d.most = less; return d })
	default:
		t.once = less
	}
	t.lessened = true
	return true
}

func (t *turn) change(next func(dialect) (dialect, bool)) bool {
	if _, ok := next(t.able.dialect); !ok {
		return false
	}
	t.adopt(func(d dialect) dialect {
		d, _ = next(d)
		return d
	})
	return true
}

// adopt changes the dialect of this request, and keeps it for the model.
func (t *turn) adopt(change func(dialect) dialect) {
	own := *t.able
	own.dialect = change(own.dialect)
	t.able = &own
	t.keep(&own)
}

// settled is the fault that ends the request. A form that did not help either is
// not kept: the next request finds out again.
func (t *turn) settled(f *fault) *fault {
	if f.isDoubtful() && !t.wrote.Load() || f.perhapsParameter && f.refusal.blamesParameter() {
		t.keep(nil)
	}
	return f
}

// isDoubtful reports whether the endpoint failed in a way in which some fail at
// the form of a request.
func (f *fault) isDoubtful() bool {
	return f.refusal.status == http.StatusInternalServerError && f.retry == retryFault
}
