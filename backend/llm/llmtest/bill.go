package llmtest

import (
	"encoding/base64"
	"net/http"
	"strings"
)

// Bill is what an endpoint charges: every answer that it began, even if the
// client hung up, the answer does not report its usage, or it is unreadable.
// Refusals are free.
type Bill struct {
	Requests, Prompt, Completion, Cached int
}

// Cost is the bill at these prices, in dollars for a million tokens.
func (b Bill) Cost(in, cached, out float64) float64 {
	return (float64(b.Prompt-b.Cached)*in + float64(b.Cached)*cached + float64(b.Completion)*out) / 1e6
}

// Bill is the amount charged so far.
func (s *Server) Bill() Bill {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.bill
}

func (s *Server) charge(req Request, reply Reply) {
	if reply.Status >= http.StatusBadRequest {
		return
	}
	usage := reply.usage()
	switch {
	case reply.Usage == nil && (reply.Cut || reply.Body != "" || reply.NoChoice):
		usage.Completion = max(req.MaxTokens, req.MaxCompletionTokens) // it wrote all that it might
	case reply.NoUsage && reply.Usage == nil:
		usage.Prompt = 0
		for _, m := range req.Messages {
			usage.Prompt += len(m.Text) / 4
		}
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.bill.Requests++
	s.bill.Prompt += usage.Prompt
	s.bill.Completion += usage.Completion
	s.bill.Cached += usage.Cached
}

// PictureTokens is what a picture counts, of any size in bytes: endpoints
// count the patches of it.
const PictureTokens = 750

// promptTokens is the endpoint's count for a request.
func promptTokens(req Request) int {
	bytes := len(req.Body)
	for _, picture := range req.Pictures() {
		bytes -= base64.StdEncoding.EncodedLen(len(picture))
	}
	return bytes/4 + PictureTokens*len(req.Pictures())
}

// usage is the endpoint's count for a reply.
func (r Reply) usage() Usage {
	if r.Usage != nil {
		return *r.Usage
	}
	return Usage{Prompt: r.prompt, Cached: r.cached, Completion: len(strings.Fields(r.Content)) + 1}
}
