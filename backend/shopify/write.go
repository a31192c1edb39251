package shopify

import (
	"context"
	"errors"
	"maps"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/Khan/genqlient/graphql"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/shopify/internal/adminapi"
)

// write is one write of a place: reading and sending, as often as it takes.
type write struct {
	*call
	slot    galley.Slot
	decide  galley.Decide
	receipt galley.Receipt
	stopped error // what decide or the text itself ended it with
	lates   int
}

// Write writes one place. Null is written as null, so that an undo restores the earlier text byte
// for byte. Only the place itself is sent, and all of it.
func (c *Client) Write(ctx context.Context, slot galley.Slot, decide galley.Decide) (galley.Receipt, error) {
	w := &write{call: c.writing(), slot: slot, decide: decide}
	f := w.repeat(ctx, func(again bool) *fault { return w.attempt(ctx, again) })
	if w.stopped != nil {
		return w.receipt, w.stopped
	}
	if f != nil {
		return w.receipt, w.report(f)
	}
	return w.receipt, nil
}

// attempt waits until both requests may leave, reads the slot, asks for the decision and sends. From
// the reading on nothing waits.
func (w *write) attempt(ctx context.Context, again bool) *fault {
	c := w.client
	w.receipt = galley.Receipt{RequestID: w.receipt.RequestID}
	first, second, err := c.bucket.takePair(ctx,
		func() float64 { return c.costs.predict(part(w.slot).read, 1, readGuess(1)) },
		func() float64 { return c.costs.predict(part(w.slot).write, 1, w.guess) }, again)
	if err != nil {
		return ofEnd(err, true)
	}
	if f := w.takeToken(ctx); f != nil {
		c.bucket.settle(first, 0, nil)
		c.bucket.settle(second, 0, nil)
		return f
	}
	deadlines := deadlines{client: c}
	deadlines.add(writeWithin << w.lates)
	sending, f := w.readAndDecide(ctx, first, &deadlines)
	if f != nil || sending == nil {
		c.bucket.settle(second, 0, nil)
		return f
	}
	// Once it is decided it is seen through: a text that may have left is no use cut short.
	f = w.sendPlace(context.WithoutCancel(ctx), c.bucket.depart(second), deadlines.over)
	if f != nil && f.late {
		w.lates++
	}
	return f
}

// deadlines are until when a write may leave.
type deadlines struct {
	client *Client
	all    []deadline
}

type deadline struct {
	since  time.Time
	within time.Duration
}

// add sets a deadline from now on.
func (d *deadlines) add(within time.Duration) {
	d.all = append(d.all, deadline{since: d.client.clock.Now(), within: within})
}

// over reports whether one of them has passed, by the wall clock as well: the clock of timers may
// stop while the computer sleeps.
func (d *deadlines) over() bool {
	now := d.client.clock.Now()
	for _, one := range d.all {
		if now.Sub(one.since) > one.within || now.Round(0).Sub(one.since.Round(0)) > one.within {
			return true
		}
	}
	return false
}

// readAndDecide reads the place and asks for the decision; nil means do not send.
func (w *write) readAndDecide(ctx context.Context, t ticket, d *deadlines) (*galley.Sending, *fault) {
	leg := &leg{call: w.call, ticket: t, places: 1}
	now, err := slotContent(ctx, leg, w.slot)
	switch {
	case leg.fault != nil:
		// Only the reading failed: nothing was written.
		leg.fault.nothingDone = true
		return nil, leg.fault
	case err != nil:
		return nil, &fault{code: galley.CodeOf(err), message: galley.ReasonOf(err).Message, cause: err, nothingDone: true}
	}
	asked := deadline{since: w.client.clock.Now()}
	sending, err := w.decide(ctx, now)
	if err == nil && sending != nil {
		err = checkTexts(sending.Values)
	}
	if err != nil || sending == nil {
		w.stopped = err
		return nil, nil
	}
	if asked.within = sending.Within; asked.within > 0 {
		d.all = append(d.all, asked)
	}
	w.receipt.Sent = now.Values
	maps.Copy(w.receipt.Sent, sending.Values)
	return sending, nil
}

func checkTexts(values map[galley.Field]galley.Value) error {
	for field, value := range values {
		if !utf8.ValidString(value.Text) {
			return galley.NewError(galley.CodeInvalidInput, messages.TextNotUTF8(string(field)))
		}
	}
	return nil
}

// leg is one request of a write: sent once, under a ticket that was taken for it.
type leg struct {
	*call
	ticket ticket
	places int // by which its cost is learned
	late   func() bool
	fault  *fault
}

var errLeg = errors.New("the request failed")

// MakeRequest implements graphql.Client.
func (l *leg) MakeRequest(ctx context.Context, request *graphql.Request, response *graphql.Response) error {
	body, err := encode(request)
	if err != nil {
		l.fault = ofEncoding(err)
		l.client.bucket.settle(l.ticket, 0, nil)
		return errLeg
	}
	l.fault = l.send(ctx, l.ticket, parcel{operation: request.OpName, size: l.places, body: body, data: response.Data, late: l.late})
	if l.fault != nil {
		return errLeg
	}
	return nil
}

// sendPlace sends the place as the receipt has it, and reads the shop's version of it.
func (w *write) sendPlace(ctx context.Context, t ticket, late func() bool) *fault {
	leg := &leg{call: w.call, ticket: t, places: 1, late: late}
	values, f := part(w.slot).update(ctx, leg, []galley.Slot{w.slot}, w.receipt.Sent)
	w.receipt.RequestID, w.receipt.Values = w.requestID, values
	if f != nil && f.nothingDone {
		w.receipt.Sent = nil
	}
	return f
}

// texts are texts of one place.
type texts = map[galley.Field]galley.Value

// updateProduct sends texts of one product and returns the shop's version of them.
func updateProduct(ctx context.Context, leg *leg, slots []galley.Slot, sent texts) (texts, *fault) {
	written, refusals, err := adminProductUpdate(ctx, leg, slots, productInput(slots, sent))
	switch {
	case err != nil:
		return nil, leg.fault
	case len(refusals) > 0:
		return nil, refusedProduct(slots[0].Fields()[0], refusals)
	case written == nil:
		return nil, &fault{cause: errors.New("productUpdate does not answer with the product")}
	}
	values := texts{}
	for _, slot := range slots {
		for _, field := range slot.Fields() {
			value, ok := written.value(field)
			if !ok {
				return nil, &fault{cause: errors.New("productUpdate does not answer with " + string(field))}
			}
			values[field] = value
		}
	}
	return values, nil
}

// adminProductUpdate sends productUpdate, and asks for the SEO texts only where they are written.
func adminProductUpdate(ctx context.Context, leg *leg, slots []galley.Slot, input *adminapi.ProductUpdateInput) (*holder, []*adminapi.ProductUserError, error) {
	if operationOf(slots) == textUpdate {
		answer, err := adminapi.ProductTextUpdate(ctx, leg, input)
		payload := answer.ProductUpdate
		if err != nil || payload == nil || payload.Product == nil {
			return nil, refusalsIn(payload), err
		}
		p := payload.Product
		return &holder{Title: &p.Title, DescriptionHTML: &p.DescriptionHtml}, payload.UserErrors, nil
	}
	answer, err := adminapi.ProductUpdate(ctx, leg, input)
	payload := answer.ProductUpdate
	if err != nil || payload == nil || payload.Product == nil {
		return nil, refusalsIn(payload), err
	}
	p := payload.Product
	found := holder{Title: &p.Title, DescriptionHTML: &p.DescriptionHtml}
	if p.Seo != nil {
		found.SEO = &seo{Title: p.Seo.Title, Description: p.Seo.Description}
	}
	return &found, payload.UserErrors, nil
}

// refusalsIn are the user errors of a payload, which may be missing.
func refusalsIn[P any, PP interface {
	*P
	GetUserErrors() []*adminapi.ProductUserError
}](payload PP,
) []*adminapi.ProductUserError {
	if payload == nil {
		return nil
	}
	return payload.GetUserErrors()
}

// productInput holds only the slots: what is left out is unchanged.
func productInput(slots []galley.Slot, values texts) *adminapi.ProductUpdateInput {
	input := &adminapi.ProductUpdateInput{Id: &slots[0].Target.ID}
	for _, slot := range slots {
		part(slot).put(input, values)
	}
	return input
}

func nullable(value galley.Value) *adminapi.Nullable {
	return &adminapi.Nullable{Text: value.Text, Null: value.Null}
}

// refusedProduct makes productUpdate's user errors one sentence. An error about the ID means that the
// product is gone.
func refusedProduct(field galley.Field, refusals []*adminapi.ProductUserError) *fault {
	f := &fault{code: galley.CodeShopRefused, nothingDone: true}
	var said []string
	for _, refusal := range present(refusals) {
		said = append(said, refusal.Message)
		if last(refusal.Field) == "id" {
			f.code = galley.CodeShopMissing
		}
	}
	f.describe(field, "product", said)
	return f
}

func (f *fault) describe(field galley.Field, slot string, userErrors []string) {
	said := strings.Join(userErrors, "; ")
	f.cause = errors.New("user errors: " + said)
	f.message = messages.ShopRefusedField(string(field), strings.TrimSuffix(said, "."))
	if f.code == galley.CodeShopMissing {
		f.message = messages.SlotGone(slot)
	}
}

func last(path []string) string {
	if len(path) == 0 {
		return ""
	}
	return path[len(path)-1]
}
