package shopify

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"

	"github.com/Khan/genqlient/graphql"
)

// call sends one operation to the shop, for the generated client.
type call struct {
	client *Client
	write  bool
	size   int     // how many objects are requested, which decides the cost
	guess  float64 // of the cost, in points, until the shop has said it once

	partial bool // optional fields may be missing: unread then says which
	unread  unreadFields

	heavy  bool // a smaller request may help: it is given up if the shop fails over it
	gaveUp bool // it was

	requested float64 // the cost that the shop reported; 0 if it did not
	requestID string  // of the last answer, "" if it had none
	token     string  // sent last
	replaced  bool    // the token, since the shop refused it
	grouped   bool    // it is for several texts: the pace is noted for all together
	charged   float64 // for all its requests
}

// read is a call that may be repeated, for size things.
func (c *Client) read(size int, guess float64) *call {
	return &call{client: c, size: size, guess: guess}
}

// writing is a call that is sent only once, unless it is certain that the shop did nothing.
func (c *Client) writing() *call {
	return &call{client: c, write: true, size: 1, guess: writeGuess}
}

// writeGuess is the cost of a mutation (10) and a little for its answer.
const writeGuess = 20

// MakeRequest sends the request as often as necessary and allowed.
func (k *call) MakeRequest(ctx context.Context, request *graphql.Request, response *graphql.Response) error {
	body, err := encode(request)
	if err != nil {
		return k.report(ofEncoding(err))
	}
	f := k.repeat(ctx, func(again bool) *fault {
		return k.attempt(ctx, parcel{operation: request.OpName, size: k.size, body: body, data: response.Data}, again)
	})
	if f != nil {
		return k.report(f)
	}
	return nil
}

// repeat makes an attempt as often as necessary and allowed. again tells the
// attempt that the shop turned away the one before.
func (k *call) repeat(ctx context.Context, attempt func(again bool) *fault) *fault {
	tries, free := 0, 0
	for {
		f := attempt(tries+free > 0)
		switch {
		case f == nil:
			return nil
		case f.refused && !k.replaced:
			if f := k.replaceToken(ctx, f); f != nil {
				return f
			}
			continue
		case ctx.Err() != nil, !k.mayRepeat(f):
			return f
		case f.late || f.throttled:
			// There is nothing to wait for, or the bucket knows how long.
			if free++; free > f.freeTries() {
				return f
			}
			continue
		case f.after > patience, tries >= k.client.retries:
			return f
		}
		tries++
		if ended := k.pauseOrGiveUp(ctx, f, tries); ended != nil {
			return ended
		}
	}
}

// pauseOrGiveUp waits before the next try. A request that a smaller one may
// replace is given up after the wait.
func (k *call) pauseOrGiveUp(ctx context.Context, f *fault, try int) *fault {
	if ended := k.pause(ctx, f, try); ended != nil {
		return ended
	}
	if k.heavy && f.tooHeavy() {
		k.gaveUp = true
		return f
	}
	return nil
}

// freeTries is how often a fault may come up again that costs no waiting here.
func (f *fault) freeTries() int {
	if f.late {
		return maxLates
	}
	return maxThrottles
}

// mayRepeat: a write only where nothing can have come of it.
func (k *call) mayRepeat(f *fault) bool {
	return f.passing && (f.nothingDone || !k.write)
}

// pause waits before the next try. If the shop said how long, nothing else is sent either.
func (k *call) pause(ctx context.Context, after *fault, try int) *fault {
	length := backoff(try)
	if after.rest > 0 {
		length = after.rest << (try - 1)
	}
	if after.after > 0 {
		k.client.bucket.hold(after.after)
		length = after.after
	}
	if err := k.client.clock.Sleep(ctx, length); err != nil {
		return ofEnd(err, after.nothingDone)
	}
	return nil
}

// parcel is one request: its body, and where its answer goes.
type parcel struct {
	operation string
	size      int // how many objects are requested
	body      []byte
	data      any
	late      func() bool // called last before bytes are sent; nil without a deadline
}

// attempt sends the request once, when the bucket allows it.
func (k *call) attempt(ctx context.Context, p parcel, again bool) *fault {
	c := k.client
	t, err := c.bucket.take(ctx, func() float64 { return c.costs.predict(p.operation, p.size, k.guess) }, again)
	if err != nil {
		return ofEnd(err, true)
	}
	if f := k.takeToken(ctx); f != nil {
		c.bucket.settle(t, 0, nil)
		return f
	}
	return k.send(ctx, t, p)
}

// send sends a request under its ticket and decodes the answer.
func (k *call) send(ctx context.Context, t ticket, p parcel) *fault {
	c := k.client
	began := c.clock.Now()
	cost, f := k.exchange(ctx, p)
	switch {
	case cost != nil:
		k.charged += cost.charged()
		if !k.grouped {
			c.pace.note(c.clock.Now().Sub(began), cost.charged())
		}
		k.requested = cost.Requested
		c.costs.learn(p.operation, p.size, cost.Requested)
		c.bucket.settle(t, cost.charged(), cost.Status)
	case f != nil && f.nothingDone:
		c.bucket.settle(t, 0, nil)
	default:
		c.bucket.settle(t, t.cost, nil) // for all that is known
	}
	return f
}

// exchange sends the request and reads the answer with its reported cost, nil if none.
func (k *call) exchange(ctx context.Context, p parcel) (*costReport, *fault) {
	c := k.client
	r, unsent, err := c.post(ctx, k.token, p)
	if err != nil {
		return nil, ofTransport(ctx, err, unsent)
	}
	k.requestID = r.requestID()
	c.served.note(c.log, r.header)
	c.noteClock(r.header)
	a, err := read(r, p.data)
	cost := a.Extensions.Cost
	if k.partial && r.status == 200 && err == nil {
		if unread, ok := unreadOf(a); ok {
			k.unread = unread
			return cost, nil
		}
	}
	f := c.judge(r, a, err)
	if f != nil && f.throttled && !cost.explainsThrottling() {
		f.throttled = false // some other limit: no use in asking the bucket
	}
	return cost, f
}

// charged is the cost that the shop charged: nothing if nothing was executed.
func (r *costReport) charged() float64 {
	if r.Actual == nil {
		return 0
	}
	return *r.Actual
}

// explainsThrottling reports whether the bucket lacked what was requested. Shopify also says THROTTLED
// for limits that have nothing to do with it, as for shops with very many variants.
func (r *costReport) explainsThrottling() bool {
	return r != nil && r.Status.usable() && r.Status.CurrentlyAvailable < r.Requested
}

// judge returns what is wrong with an answer, if anything.
func (c *Client) judge(r *reply, a answer, unreadable error) *fault {
	switch {
	case r.status != 200:
		return c.judgeStatus(r, a, unreadable)
	case unreadable != nil:
		return ofUnreadable(r, unreadable)
	case len(a.Errors) > 0:
		return c.withVersion(ofErrors(a))
	case !a.Data.present:
		return ofUnreadable(r, errors.New("the answer has neither data nor errors"))
	}
	return nil
}

// encode writes the request as JSON, with markup as it is: escaped, half a megabyte of description
// would be three.
func encode(request *graphql.Request) ([]byte, error) {
	var body bytes.Buffer
	encoder := json.NewEncoder(&body)
	encoder.SetEscapeHTML(false)
	err := encoder.Encode(request)
	return bytes.TrimRight(body.Bytes(), "\n"), err
}
