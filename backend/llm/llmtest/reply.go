package llmtest

import (
	"encoding/json"
	"maps"
	"net/http"
	"time"
)

// Reply is what one chat request gets.
type Reply struct {
	Status   int // 0 for 200
	Header   http.Header
	Body     string // sent as it is, in place of an answer
	Content  string // the model's text
	Refusal  string
	Finish   string        // finish_reason; "" for "stop"
	NoChoice bool          // no answer in it
	Usage    *Usage        // nil for a plausible one
	NoUsage  bool          // the answer does not say
	Delay    time.Duration // before it comes
	Cut      bool          // the connection breaks off

	code, message, param string
	model                string
	prompt, cached       int
}

// Usage is what an endpoint counts, in tokens.
type Usage struct {
	Prompt, Completion, Cached, Reasoning int
}

// Says is an answer in the model's own words.
func Says(text string) Reply { return Reply{Content: text} }

// Writes is an answer in the requested form of drafts.
func Writes(content string) Reply {
	answer, err := json.Marshal(map[string]string{"content": content})
	if err != nil {
		panic(err) // a string can always be marshalled
	}
	return Reply{Content: string(answer)}
}

// Refuse is an API error.
func Refuse(status int, code, message string) Reply {
	return Reply{Status: status, code: code, message: message}
}

// Page is a web page where an answer should be.
func Page(status int, html string) Reply {
	return Reply{Status: status, Body: html, Header: http.Header{"Content-Type": {"text/html"}}}
}

// Cut is a connection that breaks off before the answer.
func Cut() Reply { return Reply{Cut: true} }

// Silence is no answer for so long.
func Silence(d time.Duration) Reply { return Reply{Delay: d, Content: "too late"} }

func (r Reply) write(w http.ResponseWriter, _ *http.Request) {
	maps.Copy(w.Header(), r.Header)
	switch {
	case r.Cut:
		panic(http.ErrAbortHandler)
	case r.Body != "":
		if r.Status != 0 {
			w.WriteHeader(r.Status)
		}
		_, _ = w.Write([]byte(r.Body))
	case r.Status >= http.StatusBadRequest:
		writeJSON(w, r.Status, map[string]any{"error": map[string]any{
			"message": r.message, "type": "invalid_request_error", "param": orNull(r.param), "code": orNull(r.code),
		}})
	default:
		writeJSON(w, http.StatusOK, r.answer())
	}
}

func (r Reply) answer() map[string]any {
	usage := r.usage()
	finish := r.Finish
	if finish == "" {
		finish = "stop"
	}
	message := map[string]any{"role": "assistant", "content": r.Content}
	if r.Refusal != "" {
		message["refusal"] = r.Refusal
	}
	choices := []any{map[string]any{"index": 0, "message": message, "finish_reason": finish}}
	if r.NoChoice {
		choices = []any{}
	}
	answer := map[string]any{
		"id": "chatcmpl-1", "object": "chat.completion", "model": r.model, "choices": choices,
		"usage": map[string]any{
			"prompt_tokens": usage.Prompt, "completion_tokens": usage.Completion,
			"total_tokens":              usage.Prompt + usage.Completion,
			"prompt_tokens_details":     map[string]int{"cached_tokens": usage.Cached},
			"completion_tokens_details": map[string]int{"reasoning_tokens": usage.Reasoning},
		},
	}
	if r.NoUsage {
		delete(answer, "usage")
	}
	return answer
}

func writeJSON(w http.ResponseWriter, status int, value any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(value) //nolint:errchkjson // the values are made here; the client may be gone
}

func orNull(text string) any {
	if text == "" {
		return nil
	}
	return text
}
