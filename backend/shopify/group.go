package shopify

import (
	"context"
	"maps"
	"slices"
	"sync"

	"galley/backend/galley"
)

const (
	// groupProducts is how many products or collections are written together. Reading them before and
	// after then costs a tenth of a point each, and they leave together.
	groupProducts = 10
	// groupImages is how many images: all are one request, and what is lost with its answer has to be
	// settled by reading.
	groupImages = 100
	// groupShare is what part of a full bucket a group may take, so that groups of a small bucket do not
	// wait until it is full.
	groupShare = 4
)

// GroupMost implements galley.GroupWriter. Before the shop has said how much its bucket holds, nothing
// goes together.
func (c *Client) GroupMost(kind galley.PlaceKind) int {
	full := c.bucket.size()
	if full == 0 {
		return 1
	}
	if kind == galley.PlaceImage {
		return groupImages
	}
	return min(max(int(full/groupShare/writeGuess), 1), groupProducts)
}

// group is one write of several slots: one reading, and as few requests as the shop takes.
type group struct {
	*call
	slots   []galley.Slot
	decide  galley.DecideGroup
	ends    []galley.GroupEnd
	stopped error // what decide ended it with
}

// WriteGroup implements galley.GroupWriter. Only the reading is repeated.
func (c *Client) WriteGroup(ctx context.Context, slots []galley.Slot, decide galley.DecideGroup) ([]galley.GroupEnd, error) {
	g := &group{call: c.writing(), slots: slots, decide: decide}
	g.grouped = true
	f := g.repeat(ctx, func(again bool) *fault { return g.attempt(ctx, again) })
	if g.stopped != nil {
		return nil, g.stopped
	}
	if f != nil {
		return nil, g.report(f)
	}
	return g.ends, nil
}

// attempt waits until all requests may leave, reads, asks for the decision and sends. From the reading
// on nothing waits.
func (g *group) attempt(ctx context.Context, again bool) *fault {
	g.ends = make([]galley.GroupEnd, len(g.slots))
	requests := g.requests()
	reading, held, err := g.takeAll(ctx, requests, again)
	if err != nil {
		return ofEnd(err, true)
	}
	if f := g.takeToken(ctx); f != nil {
		g.client.bucket.settle(reading, 0, nil)
		g.letGo(held)
		return f
	}
	deadlines := deadlines{client: g.client}
	deadlines.add(writeWithin)
	began := g.client.clock.Now()
	f := g.readAndDecide(ctx, reading, requests, &deadlines)
	if f != nil || g.stopped != nil {
		g.letGo(held)
		return f
	}
	// Once it is decided it is seen through.
	g.sendAll(context.WithoutCancel(ctx), requests, held, deadlines.over)
	took := g.client.clock.Now().Sub(began)
	g.client.pace.noteGroup(took, g.spent(requests), len(g.slots))
	return nil
}

// groupRequest is one request of a group.
type groupRequest struct {
	*call
	at     []int // its slots
	images bool
	sent   map[int]texts // by slot
}

// requests splits the slots: those of one product or collection together, and all images together. Each
// costs as much as a write of one text: a list in an answer counts as one object, however long.
func (g *group) requests() (found []*groupRequest) {
	of := map[string]*groupRequest{}
	for i, slot := range g.slots {
		key := slot.Target.ID
		if isImage(slot) {
			key = ""
		}
		r, known := of[key]
		if !known {
			one := *g.call
			r = &groupRequest{call: &one, images: isImage(slot), sent: map[int]texts{}}
			of[key] = r
			found = append(found, r)
		}
		r.at = append(r.at, i)
	}
	return found
}

// takeAll takes the tickets of the reading and of all requests.
func (g *group) takeAll(ctx context.Context, requests []*groupRequest, again bool) (reading ticket, held []ticket, err error) {
	c := g.client
	places, read := len(placesOf(g.slots)), readingOf(g.slots)
	costs := make([]func() float64, len(requests))
	for i, r := range requests {
		costs[i] = func() float64 { return c.costs.predict(g.operationOf(r), 1, r.guess) }
	}
	return c.bucket.takeGroup(ctx, func() float64 { return c.costs.predict(read.name, places, readGuess(places)) }, costs, again)
}

func (g *group) operationOf(r *groupRequest) string {
	slots := make([]galley.Slot, len(r.at))
	for i, at := range r.at {
		slots[i] = g.slots[at]
	}
	return operationOf(slots)
}

func (g *group) letGo(held []ticket) {
	for _, t := range held {
		g.client.bucket.settle(t, 0, nil)
	}
}

// readAndDecide reads all slots and asks for the decisions.
func (g *group) readAndDecide(ctx context.Context, t ticket, requests []*groupRequest, d *deadlines) *fault {
	leg := &leg{call: g.call, ticket: t, places: len(placesOf(g.slots))}
	now, err := slotContents(ctx, leg, g.slots)
	switch {
	case leg.fault != nil:
		leg.fault.nothingDone = true
		return leg.fault
	case err != nil:
		return &fault{code: galley.CodeOf(err), message: galley.ReasonOf(err).Message, cause: err, nothingDone: true}
	}
	asked := g.client.clock.Now()
	contents := make([]galley.SlotContent, len(now))
	for i, one := range now {
		contents[i] = one.SlotContent
	}
	sendings, err := g.decide(ctx, contents)
	if err != nil {
		g.stopped = err
		return nil
	}
	for _, r := range requests {
		for _, i := range r.at {
			if sendings[i] == nil {
				continue
			}
			if sendings[i].Within > 0 {
				d.all = append(d.all, deadline{since: asked, within: sendings[i].Within})
			}
			g.choose(r, i, now[i], sendings[i])
		}
	}
	return nil
}

// choose adds a slot to what its request sends, unless the shop is known to refuse all for its sake.
func (g *group) choose(r *groupRequest, i int, now slotFound, sending *galley.Sending) {
	if err := checkTexts(sending.Values); err != nil {
		g.ends[i].Err = err
		return
	}
	if now.unready {
		g.ends[i] = galley.GroupEnd{Err: g.report(notReady()), Again: true}
		return
	}
	r.sent[i] = maps.Clone(now.Values)
	maps.Copy(r.sent[i], sending.Values)
}

// sendAll sends what is left of the requests, all at once, and notes how each slot ended.
func (g *group) sendAll(ctx context.Context, requests []*groupRequest, held []ticket, late func() bool) {
	var sending sync.WaitGroup
	for n, r := range requests {
		r.at = slices.DeleteFunc(r.at, func(i int) bool { return r.sent[i] == nil })
		if len(r.at) == 0 {
			g.client.bucket.settle(held[n], 0, nil)
			continue
		}
		sending.Go(func() {
			r.token = g.token
			leg := &leg{call: r.call, ticket: g.client.bucket.depart(held[n]), places: 1, late: late}
			if r.images {
				g.sendImages(ctx, r, leg)
			} else {
				g.sendPlace(ctx, r, leg)
			}
		})
	}
	sending.Wait()
}

// end notes that slots of a request failed. Where it may be another's fault, they may go again.
func (g *group) end(r *groupRequest, at []int, f *fault, shared bool) {
	if f.after > 0 && f.after <= patience {
		g.client.bucket.hold(f.after)
	}
	again := f.nothingDone && (f.passing || f.refused || shared && ofText(f.code))
	err := r.report(f)
	for _, i := range at {
		g.ends[i] = galley.GroupEnd{Receipt: galley.Receipt{RequestID: r.requestID}, Err: err, Again: again}
		if !f.nothingDone {
			g.ends[i].Sent = r.sent[i]
		}
	}
}

// ofText reports whether a failure may be about one text of a request.
func ofText(code galley.Code) bool {
	return code == galley.CodeShopRefused || code == galley.CodeShopMissing || code == galley.CodeInvalidInput
}

// wrote notes the shop's version of a slot.
func (g *group) wrote(r *groupRequest, i int, values texts) {
	g.ends[i] = galley.GroupEnd{Receipt: galley.Receipt{Values: values, Sent: r.sent[i], RequestID: r.requestID}}
}

// sendPlace sends the texts of one product or collection.
func (g *group) sendPlace(ctx context.Context, r *groupRequest, leg *leg) {
	sent := texts{}
	slots := make([]galley.Slot, 0, len(r.at))
	for _, i := range r.at {
		slots = append(slots, g.slots[i])
		maps.Copy(sent, r.sent[i])
	}
	values, f := part(slots[0]).update(ctx, leg, slots, sent)
	if f != nil {
		g.end(r, r.at, f, len(r.at) > 1)
		return
	}
	for _, i := range r.at {
		g.wrote(r, i, only(values, g.slots[i].Fields()))
	}
}

func only(values texts, fields []galley.Field) texts {
	some := texts{}
	for _, field := range fields {
		some[field] = values[field]
	}
	return some
}

// spent is what the requests were charged.
func (g *group) spent(requests []*groupRequest) float64 {
	points := g.charged
	for _, r := range requests {
		points += r.charged
	}
	return points
}

// sendImages sends the alt texts of all images. Each has its own refusal.
func (g *group) sendImages(ctx context.Context, r *groupRequest, leg *leg) {
	images := make([]imageText, len(r.at))
	for n, i := range r.at {
		images[n] = imageText{id: g.slots[i].Target.ID, alt: r.sent[i][galley.FieldAltText]}
	}
	found := updateImages(ctx, leg, images)
	for n, i := range r.at {
		if f := found.faultOf(n, images[n].id); f != nil {
			g.end(r, []int{i}, f, len(r.at) > 1 && len(found.of[n]) == 0)
			continue
		}
		g.wrote(r, i, texts{galley.FieldAltText: found.written[images[n].id]})
	}
}

func isImage(slot galley.Slot) bool { return slot.Lead().Place() == galley.PlaceImage }
