package llmtest

import "strings"

// Endpoints that cache keep what they have read, from 1,024 tokens on and in
// steps of 128: what of a later request is the same from its first byte on is
// read from there.
const (
	leastCached = 1024
	cachedStep  = 128
)

// cached is how many tokens of a request the endpoint has read before for the
// same model, and keeps the request.
func (s *Server) cached(req Request) int {
	if !s.options.Caches {
		return 0
	}
	var all strings.Builder
	all.WriteString(req.Model)
	for _, m := range req.Messages {
		all.WriteString("\x00" + m.Role + "\x00" + m.Text)
	}
	text := all.String()
	s.mu.Lock()
	defer s.mu.Unlock()
	var longest int
	for _, earlier := range s.seen {
		longest = max(longest, commonPrefix(earlier, text))
	}
	s.seen = append(s.seen, text)
	tokens := longest / 4
	if tokens < leastCached {
		return 0
	}
	return tokens - tokens%cachedStep
}

func commonPrefix(a, b string) int {
	n := min(len(a), len(b))
	for i := range n {
		if a[i] != b[i] {
			return i
		}
	}
	return n
}
