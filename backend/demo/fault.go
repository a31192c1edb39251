package demo

import (
	"context"
	"net/http"
	"slices"

	"galley/backend/demo/bulk"
	"galley/backend/demo/faults"
	"galley/backend/demo/graph"
)

// serveRequest answers a valid request, or does what the fault that applies to
// it says. Only requests that would be carried out are affected.
func (s *Shop) serveRequest(w http.ResponseWriter, r *http.Request, request graph.Request, call *apiCall) {
	operation, refusal := s.admit(request)
	if refusal != nil {
		writeJSON(w, http.StatusOK, refusal)
		return
	}
	call.operation = operation
	hit, version := s.faults.Next(call.described())
	if version != nil {
		w.Header().Set("X-Shopify-Api-Version", version.Name)
	}
	switch {
	case hit != nil:
		call.fail(r.Context(), w, hit)
	case version != nil && operation.Lacking(version.Without) != nil:
		s.bucket.giveBack(operation.Cost)
		writeJSON(w, http.StatusOK, response{Errors: []*graph.Error{operation.Lacking(version.Without)}})
	default:
		writeJSON(w, http.StatusOK, call.carryOut(r.Context()))
	}
}

// described is what faults need to know about the request.
func (c *apiCall) described() faults.Request {
	var names []string
	for _, field := range c.operation.RootFields() {
		names = append(names, field.Name)
	}
	_, named := c.aim()
	return faults.Request{
		Operation: c.operation.Name(), Fields: names, Write: c.operation.IsMutation(), Named: named, Search: c.searches(),
	}
}

// searches: it searches a list that knows of changes late.
func (c *apiCall) searches() bool {
	return slices.ContainsFunc(c.operation.RootFields(), func(field graph.RootField) bool {
		query, _ := field.Args.String("query")
		return query != "" && slices.Contains([]string{"products", "productsCount", "collections"}, field.Name)
	})
}

// fail answers with a fault.
func (c *apiCall) fail(ctx context.Context, w http.ResponseWriter, hit *faults.Hit) {
	var answer *response
	if hit.After {
		answer = c.carryOut(ctx)
	}
	switch hit.Kind {
	case faults.Silence:
		if err := c.shop.options.Clock.Sleep(ctx, hit.Length); err != nil {
			panic(http.ErrAbortHandler) // the client has gone
		}
		if answer == nil {
			answer = c.carryOut(ctx)
		}
	case faults.Null:
		answer = &response{Errors: []*graph.Error{internalError(c.id)}, Data: new(*graph.Object)}
	case faults.Deleted, faults.Changed:
		c.meddle(ctx, hit.Kind)
		answer = c.carryOut(ctx)
	case faults.Truncated:
		truncate(w, answer)
		return
	default:
		if !c.prepare(hit) {
			c.failOutside(w, hit)
			return
		}
		answer = c.carryOut(ctx)
	}
	writeJSON(w, http.StatusOK, answer)
}

// prepare makes the call one that is carried out in another way; false where the
// fault is no matter of that.
func (c *apiCall) prepare(hit *faults.Hit) bool {
	switch hit.Kind {
	case faults.UserErrors:
		c.refuses = true
	case faults.FileLocked, faults.MediaFixed, faults.NotReady:
		c.fileRefusal = string(hit.Kind)
	case faults.Partial:
		c.partial = true
	case faults.Tidied:
		c.tidies = true
	case faults.SearchLags:
		c.lag = hit.Length
	case faults.BulkRefused:
		c.busy = true
	case faults.BulkSlow:
		c.stall = hit.Length
	case faults.BulkFails:
		c.fate = bulk.Fails
	case faults.BulkExpires:
		c.fate = bulk.Expires
	case faults.BulkCancels:
		c.fate = bulk.Stops
	default:
		return false
	}
	return true
}

// failOutside is for faults that are no GraphQL answers.
func (c *apiCall) failOutside(w http.ResponseWriter, hit *faults.Hit) {
	if !hit.After {
		c.shop.bucket.giveBack(c.operation.Cost) // nothing was done
	}
	if hit.RetryAfter != "" {
		w.Header().Set("Retry-After", hit.RetryAfter)
	}
	switch hit.Kind {
	case faults.CutBefore, faults.CutAfter:
		panic(http.ErrAbortHandler) // which cuts the connection
	case faults.Throttled:
		c.shop.bucket.drain()
		writeJSON(w, http.StatusOK, c.shop.throttle(c.operation))
	case faults.HTML:
		writeBody(w, http.StatusOK, webPage, []byte(problemPage))
	case faults.BadGateway:
		writeBody(w, http.StatusBadGateway, webPage, []byte(gatewayPage))
	default:
		known := statuses[hit.Kind]
		refuse(w, known.status, known.says)
	}
}

// truncate sends the first half of an answer as if it were complete.
func truncate(w http.ResponseWriter, answer *response) {
	body, err := encodeJSON(answer)
	if err != nil {
		http.Error(w, "", http.StatusInternalServerError)
		return
	}
	writeBody(w, http.StatusOK, "application/json; charset=utf-8", body[:len(body)/2])
}

// statuses are the faults that are an HTTP status with one of Shopify's
// sentences.
var statuses = map[faults.Kind]struct {
	status int
	says   string
}{
	faults.TooMany: {http.StatusTooManyRequests,
		"Exceeded 2 calls per second for api client. Reduce request rates to resume uninterrupted service."},
	faults.Internal:    {http.StatusInternalServerError, "Internal Server Error"},
	faults.Unavailable: {http.StatusServiceUnavailable, "Service Unavailable"},
	faults.BadToken:    {http.StatusUnauthorized, unauthorized},
	faults.Frozen:      {http.StatusPaymentRequired, "Unavailable Shop"},
	faults.Forbidden:   {http.StatusForbidden, "Unavailable Shop"},
	faults.Locked:      {http.StatusLocked, "Unavailable Shop"},
}

const (
	webPage     = "text/html; charset=utf-8"
	problemPage = "<!doctype html>\n<title>Something went wrong</title>\n<h1>There was a problem loading this website</h1>\n"
	gatewayPage = "<html>\n<head><title>502 Bad Gateway</title></head>\n<body><center><h1>502 Bad Gateway</h1></center></body>\n</html>\n"
)
