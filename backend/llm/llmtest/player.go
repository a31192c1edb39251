package llmtest

import (
	"bytes"
	"encoding/json"
	"io"
	"maps"
	"net/http"
	"slices"
	"strings"
	"sync"
)

// Rule is one thing that an endpoint does: the first that fits answers.
type Rule struct {
	When string         `json:"when"` // models, probe, write, any
	If   map[string]any `json:"if"`   // max_tokens_over, has, format, role, first

	Status  int               `json:"status"`
	Headers map[string]string `json:"headers"`
	Body    any               `json:"body"` // of the whole reply; a text is sent as it is

	Content any            `json:"content"` // of an answer, with what follows in place of the usual
	Finish  any            `json:"finish"`
	Extra   map[string]any `json:"extra"`
	Message any            `json:"message"`
	Choice  map[string]any `json:"choice"`
	Top     map[string]any `json:"top"`
	Usage   any            `json:"usage"`

	seen int
}

// Player is an endpoint that answers as rules say: {{TEXT}} in them stands for
// Text, {{JSON}} for the object that Galley asks for, with Text in it. It is
// safe for use by many goroutines.
type Player struct {
	Rules []Rule
	Text  string

	mu    sync.Mutex
	asked []map[string]any
}

// Asked are the requests for drafts, without probes.
func (p *Player) Asked() []map[string]any {
	p.mu.Lock()
	defer p.mu.Unlock()
	return slices.Clone(p.asked)
}

// RoundTrip answers without a network, for tests with a held clock.
func (p *Player) RoundTrip(req *http.Request) (*http.Response, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if req.Method == http.MethodGet {
		return p.answer("models", map[string]any{}), nil
	}
	if !strings.HasSuffix(req.URL.Path, "/chat/completions") {
		return reply(http.StatusNotFound, nil, "404 page not found"), nil
	}
	raw, err := io.ReadAll(req.Body)
	if err != nil {
		return nil, err
	}
	body := map[string]any{}
	if err := json.Unmarshal(raw, &body); err != nil {
		return nil, err
	}
	if strings.Contains(string(raw), `the word \"ready\"`) {
		return p.answer("probe", body), nil
	}
	p.asked = append(p.asked, body)
	return p.answer("write", body), nil
}

// ServeHTTP answers over a network.
func (p *Player) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	resp, err := p.RoundTrip(r)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	defer resp.Body.Close()
	w.Header().Set("Content-Type", "application/json")
	maps.Copy(w.Header(), resp.Header)
	w.WriteHeader(resp.StatusCode)
	_, _ = io.Copy(w, resp.Body) // who has hung up reads no more
}

func (p *Player) answer(kind string, body map[string]any) *http.Response {
	for i := range p.Rules {
		if r := &p.Rules[i]; r.fits(kind, body) {
			return r.reply(kind, p.Text)
		}
	}
	return (&Rule{}).reply(kind, p.Text)
}

func limitIn(body map[string]any) float64 {
	for _, name := range []string{"max_tokens", "max_completion_tokens"} {
		if n, ok := body[name].(float64); ok {
			return n
		}
	}
	return 0
}

func (r *Rule) fits(kind string, body map[string]any) bool {
	if r.When != kind && r.When != "any" {
		return false
	}
	raw, err := json.Marshal(body)
	if err != nil {
		return false
	}
	for name, v := range r.If {
		var ok bool
		switch name {
		case "max_tokens_over":
			ok = limitIn(body) > v.(float64)
		case "has":
			_, ok = body[v.(string)]
		case "format":
			ok = strings.Contains(string(raw), `"type":"`+v.(string)+`"`)
		case "role":
			ok = strings.Contains(string(raw), `"role":"`+v.(string)+`"`)
		case "first":
			r.seen++
			ok = r.seen <= int(v.(float64))
		}
		if !ok {
			return false
		}
	}
	return true
}

func (r *Rule) reply(kind, text string) *http.Response {
	if kind == "probe" {
		text = "ready"
	}
	fill := strings.NewReplacer("{{TEXT}}", text, "{{JSON}}", `{"content": "`+text+`"}`)
	switch body := r.Body.(type) {
	case nil:
	case string:
		return reply(r.Status, r.Headers, fill.Replace(body))
	default:
		return reply(r.Status, r.Headers, filled(body, fill))
	}
	if kind == "models" {
		return reply(http.StatusOK, nil, `{"data":[{"id":"m"}]}`)
	}
	message := map[string]any{"role": "assistant", "content": "{{JSON}}"}
	if r.Content != nil {
		message["content"] = r.Content
	}
	maps.Copy(message, r.Extra)
	choice := map[string]any{"index": 0, "message": message, "finish_reason": "stop"}
	if r.Message != nil {
		choice["message"] = r.Message
	}
	if r.Finish != nil {
		choice["finish_reason"] = r.Finish
	}
	maps.Copy(choice, r.Choice)
	answer := map[string]any{"choices": []any{choice}, "usage": map[string]int{"prompt_tokens": 200, "completion_tokens": 60, "total_tokens": 260}}
	if r.Usage != nil {
		answer["usage"] = r.Usage
	}
	maps.Copy(answer, r.Top)
	return reply(r.Status, r.Headers, filled(answer, fill))
}

// filled is a value as JSON with its texts filled in.
func filled(v any, fill *strings.Replacer) string {
	var out any
	switch v := v.(type) {
	case string:
		out = fill.Replace(v)
	case map[string]any:
		fields := map[string]json.RawMessage{}
		for name, inner := range v {
			fields[name] = json.RawMessage(filled(inner, fill))
		}
		out = fields
	case []any:
		list := []json.RawMessage{}
		for _, inner := range v {
			list = append(list, json.RawMessage(filled(inner, fill)))
		}
		out = list
	default:
		out = v
	}
	var buffer bytes.Buffer
	encoder := json.NewEncoder(&buffer)
	encoder.SetEscapeHTML(false)
	if encoder.Encode(out) != nil {
		return "null"
	}
	return strings.TrimSpace(buffer.String())
}

func reply(status int, headers map[string]string, body string) *http.Response {
	resp := &http.Response{StatusCode: max(status, http.StatusOK), Header: http.Header{}, Body: io.NopCloser(strings.NewReader(body))}
	for name, v := range headers {
		resp.Header.Set(name, v)
	}
	return resp
}

// Plain is a reply without JSON.
func Plain(status int, body string) *http.Response { return reply(status, nil, body) }
