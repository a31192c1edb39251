package shopify_test

import (
	"encoding/json"
	"fmt"
	"io"
	"math"
	"net/http"
	"strings"
	"sync"
	"time"
)

// simulator is a shop that only has a cost bucket, as an http.RoundTripper: no sockets, so that time can
// be held still around it. Admission looks at the requested cost, the charge is the actual one.
type simulator struct {
	maximum, rate     float64
	requested, actual func(operation string, size int) float64
	latency           func(n int) time.Duration // of the n-th request, there and back

	mu        sync.Mutex
	level     float64
	asOf      time.Time
	answered  int
	throttled int
	charged   float64
	order     []string // IDs of the products written, as admitted
	finished  time.Time
}

func newSimulator(maximum, rate, level float64) *simulator {
	return &simulator{
		maximum: maximum, rate: rate, level: level, asOf: time.Now(),
		requested: func(string, int) float64 { return 13 },
		actual:    func(string, int) float64 { return 13 },
		latency:   func(int) time.Duration { return 80 * time.Millisecond },
	}
}

type simulated struct {
	OperationName string `json:"operationName"`
	Variables     struct {
		IDs     []string `json:"ids"`
		Product struct {
			ID string `json:"id"`
		} `json:"product"`
	} `json:"variables"`
}

func (s *simulator) RoundTrip(r *http.Request) (*http.Response, error) {
	var request simulated
	if err := json.NewDecoder(r.Body).Decode(&request); err != nil {
		return nil, err
	}
	_ = r.Body.Close()
	s.mu.Lock()
	s.answered++
	travel := s.latency(s.answered) / 2
	s.mu.Unlock()

	time.Sleep(travel)
	body := s.answer(request)
	time.Sleep(travel)
	return &http.Response{StatusCode: http.StatusOK, Header: http.Header{}, Body: io.NopCloser(strings.NewReader(body)), Request: r}, nil
}

// ServeHTTP is the same shop behind a socket.
func (s *simulator) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	response, err := s.RoundTrip(r)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	defer response.Body.Close()
	_, _ = io.Copy(w, response.Body)
}

func (s *simulator) answer(request simulated) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	now := time.Now()
	s.level = min(s.maximum, s.level+s.rate*now.Sub(s.asOf).Seconds())
	s.asOf = now
	size := max(1, len(request.Variables.IDs))
	requested, actual := s.requested(request.OperationName, size), s.actual(request.OperationName, size)
	if s.level < requested {
		s.throttled++
		return fmt.Sprintf(`{"errors":[{"message":"Throttled","extensions":{"code":"THROTTLED"}}],"extensions":%s}`, s.cost(requested, "null"))
	}
	s.level -= actual
	s.charged += actual
	s.finished = now
	answer := `{"productUpdate":{"product":{"id":"1","title":"T"},"userErrors":[]}}`
	if request.OperationName == "ProductTitles" {
		nodes := make([]string, size)
		for i := range nodes {
			nodes[i] = fmt.Sprintf(`{"id":%q,"title":"Old"}`, request.Variables.IDs[i])
		}
		answer = `{"nodes":[` + strings.Join(nodes, ",") + `]}`
	} else {
		s.order = append(s.order, request.Variables.Product.ID)
	}
	return fmt.Sprintf(`{"data":%s,"extensions":%s}`, answer, s.cost(requested, fmt.Sprint(actual)))
}

func (s *simulator) cost(requested float64, actual string) string {
	return fmt.Sprintf(`{"cost":{"requestedQueryCost":%v,"actualQueryCost":%s,"throttleStatus":{"maximumAvailable":%v,`+
		`"currentlyAvailable":%v,"restoreRate":%v}}}`, requested, actual, s.maximum, math.Floor(s.level), s.rate)
}
