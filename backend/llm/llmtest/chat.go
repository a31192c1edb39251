package llmtest

import (
	"bytes"
	"context"
	"encoding/base64"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Request is a chat request as it came.
type Request struct {
	At            time.Time
	Authorization string
	Model         string
	Messages      []Message
	Format        string // of the response: json_schema, json_object, or ""
	Strict        bool   // of a json_schema
	MaxTokens     int
	// MaxCompletionTokens is the successor of MaxTokens.
	MaxCompletionTokens int
	Temperature         float64
	Body                json.RawMessage
}

// Message is one turn.
type Message struct {
	Role     string
	Text     string
	Pictures [][]byte
}

// System is the text of the instructions.
func (r Request) System() string { return r.text("system") }

// User is the text of the last turn of the user.
func (r Request) User() string { return r.text("user") }

// Pictures are those of all turns.
func (r Request) Pictures() [][]byte {
	var all [][]byte
	for _, m := range r.Messages {
		all = append(all, m.Pictures...)
	}
	return all
}

func (r Request) text(role string) string {
	for _, m := range slices.Backward(r.Messages) {
		if m.Role == role {
			return m.Text
		}
	}
	return ""
}

func (s *Server) chat(w http.ResponseWriter, r *http.Request) {
	req, err := s.read(r)
	if err != nil {
		Refuse(http.StatusBadRequest, "invalid_request_error", err.Error()).write(w, r)
		return
	}
	reply, scripted := s.arrive(req)
	defer s.depart()
	if reply.Status == 0 && s.options.Clock.Sleep(r.Context(), s.options.Latency) != nil {
		return
	}
	if !scripted && reply.Status == 0 {
		reply = s.answer(req)
	}
	if reply.Delay > 0 && s.options.Clock.Sleep(r.Context(), reply.Delay) != nil {
		return
	}
	reply.model, reply.prompt = req.Model, len(req.Body)/4
	reply.write(w, r)
}

// arrive counts the request in, and tells what it gets if not an ordinary answer.
func (s *Server) arrive(req Request) (reply Reply, scripted bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.requests = append(s.requests, req)
	s.busy++
	s.mostBusy = max(s.mostBusy, s.busy)
	if len(s.script) > 0 {
		reply, s.script = s.script[0], s.script[1:]
		return reply, true
	}
	if s.options.Slots > 0 && s.busy > s.options.Slots {
		return Refuse(http.StatusServiceUnavailable, "", "server busy, please try again"), false
	}
	return s.limit(req.At), false
}

func (s *Server) depart() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.busy--
}

// limit counts the requests of the last minute, and refuses those beyond.
func (s *Server) limit(now time.Time) Reply {
	if s.options.RPM == 0 {
		return Reply{}
	}
	s.served = slices.DeleteFunc(s.served, func(at time.Time) bool { return now.Sub(at) >= time.Minute })
	if len(s.served) < s.options.RPM {
		s.served = append(s.served, now)
		return Reply{}
	}
	wait := s.served[0].Add(time.Minute).Sub(now)
	reply := Refuse(http.StatusTooManyRequests, "rate_limit_exceeded", "Rate limit reached for requests")
	reply.Header = http.Header{"Retry-After": {strconv.FormatFloat(wait.Seconds(), 'f', 3, 64)}}
	return reply
}

// answer is what the endpoint says to a request by its own nature.
func (s *Server) answer(req Request) Reply {
	o := s.options
	switch {
	case !slices.Contains(o.Models, req.Model):
		return Refuse(http.StatusNotFound, "model_not_found", "The model "+req.Model+" does not exist")
	case o.Blind && len(req.Pictures()) > 0:
		return Refuse(http.StatusBadRequest, "", "this model does not take images")
	}
	if name := s.unwanted(req); name != "" {
		return s.refuseParameter(name)
	}
	text := o.Write(req)
	if req.Format == "" || o.IgnoresFormat {
		return Says(text)
	}
	return Writes(text)
}

// unwanted is the first parameter of the request that the endpoint refuses.
func (s *Server) unwanted(req Request) string {
	o := s.options
	switch {
	case o.NoMaxTokens && req.MaxTokens > 0:
		return "max_tokens"
	case o.NoTemperature && req.Temperature != 0:
		return "temperature"
	case o.NoSchema && req.Format == "json_schema", o.NoObject && req.Format == "json_object":
		return "response_format"
	}
	return ""
}

func (s *Server) refuseParameter(name string) Reply {
	if s.options.Vague {
		return Refuse(http.StatusBadRequest, "", "invalid request")
	}
	reply := Refuse(http.StatusBadRequest, "unsupported_parameter", "Unsupported parameter: "+name)
	reply.param = name
	return reply
}

func (s *Server) read(r *http.Request) (Request, error) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return Request{}, err
	}
	var wire struct {
		Model    string `json:"model"`
		Messages []struct {
			Role    string          `json:"role"`
			Content json.RawMessage `json:"content"`
		} `json:"messages"`
		ResponseFormat struct {
			Type       string `json:"type"`
			JSONSchema struct {
				Strict bool `json:"strict"`
			} `json:"json_schema"`
		} `json:"response_format"`
		MaxTokens           int     `json:"max_tokens"`
		MaxCompletionTokens int     `json:"max_completion_tokens"`
		Temperature         float64 `json:"temperature"`
	}
	if err := json.Unmarshal(body, &wire); err != nil {
		return Request{}, err
	}
	req := Request{
		At: s.options.Clock.Now(), Authorization: r.Header.Get("Authorization"), Model: wire.Model,
		Format: wire.ResponseFormat.Type, Strict: wire.ResponseFormat.JSONSchema.Strict,
		MaxTokens: wire.MaxTokens, MaxCompletionTokens: wire.MaxCompletionTokens,
		Temperature: wire.Temperature, Body: body,
	}
	for _, m := range wire.Messages {
		message, err := readContent(m.Content)
		if err != nil {
			return Request{}, err
		}
		message.Role = m.Role
		req.Messages = append(req.Messages, message)
	}
	return req, nil
}

// readContent reads a turn's text, or its parts.
func readContent(raw json.RawMessage) (Message, error) {
	var m Message
	if json.Unmarshal(raw, &m.Text) == nil {
		return m, nil
	}
	var parts []struct {
		Type     string `json:"type"`
		Text     string `json:"text"`
		ImageURL struct {
			URL string `json:"url"`
		} `json:"image_url"`
	}
	if err := json.Unmarshal(raw, &parts); err != nil {
		return m, err
	}
	for _, part := range parts {
		m.Text += part.Text
		if part.Type != "image_url" {
			continue
		}
		_, data, _ := strings.Cut(part.ImageURL.URL, ";base64,")
		picture, err := base64.StdEncoding.DecodeString(data)
		if err != nil {
			return m, err
		}
		m.Pictures = append(m.Pictures, picture)
	}
	return m, nil
}

// Client returns an HTTP client that reaches the server without a network, for
// tests in which time stands still between two waits.
func (s *Server) Client() *http.Client { return &http.Client{Transport: inProcess{s}} }

type inProcess struct{ server *Server }

func (t inProcess) RoundTrip(r *http.Request) (resp *http.Response, err error) {
	recorder := httptest.NewRecorder()
	defer func() {
		if recover() != nil { // http.ErrAbortHandler: a cut connection
			resp, err = nil, io.ErrUnexpectedEOF
		}
	}()
	t.server.ServeHTTP(recorder, withBody(r))
	if r.Context().Err() != nil {
		return nil, context.Cause(r.Context())
	}
	return recorder.Result(), nil
}

// withBody gives handlers a body where clients may send none.
func withBody(r *http.Request) *http.Request {
	if r.Body != nil {
		return r
	}
	r = r.Clone(r.Context())
	r.Body = io.NopCloser(bytes.NewReader(nil))
	return r
}
