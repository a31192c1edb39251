package cli_test

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
)

// model runs a model endpoint that answers alike to everything:
//
//	writes   a draft
//	refuses  the key
//	hangs    never, until the caller gives up
//	garbles  drafts about some of the products
func model(ts *testscript.TestScript, _ bool, args []string) {
	endpoint := httptest.NewServer(modelHandler(args[0]))
	ts.Defer(endpoint.Close)
	ts.Setenv("MODEL", endpoint.URL+"/v1")
}

func modelHandler(way string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		var ask struct {
			Messages []struct{ Content string } `json:"messages"`
		}
		_ = json.NewDecoder(r.Body).Decode(&ask)
		switch {
		case way == "refuses":
			w.WriteHeader(http.StatusUnauthorized)
			_, _ = w.Write([]byte(`{"error":{"message":"Incorrect API key provided","code":"invalid_api_key"}}`))
			return
		case way == "hangs":
			<-r.Context().Done()
			return
		case strings.HasSuffix(r.URL.Path, "/models"):
			_, _ = w.Write([]byte(`{"object":"list","data":[{"id":"test-model","object":"model"}]}`))
			return
		}
		content := `{"content":"A plain text for this one"}`
		if n := len(ask.Messages); way == "garbles" && n > 0 && strings.Contains(ask.Messages[n-1].Content, "Salt pig") {
			content = ""
		}
		_ = json.NewEncoder(w).Encode(map[string]any{
			"id": "1", "object": "chat.completion", "model": "test-model",
			"choices": []any{map[string]any{"index": 0, "finish_reason": "stop", "message": map[string]any{"role": "assistant", "content": content}}},
			"usage":   map[string]any{"prompt_tokens": 100, "completion_tokens": 10, "total_tokens": 110},
		})
	}
}
