package replies

import (
	"encoding/json"
	"slices"
	"strings"

	"galley/backend/pattern"
)

// Model is an entry of a list of models, with what the list says of it.
type Model struct {
	ID       string `json:"id"`
	Bytes    int64  `json:"bytes,omitempty"`    // on the disk
	Context  int    `json:"context,omitempty"`  // tokens
	Pictures *bool  `json:"pictures,omitempty"` // nil where the list does not say
	NoText   bool   `json:"no_text,omitempty"`
}

// Models rewrites a list of models: OpenAI's, a bare list, names alone,
// Ollama's own, or one that was rewritten already. A body that is an error in spite of its status comes back with
// the status that it names. ok is false where the body is neither.
func Models(body []byte) (out []byte, status int, ok bool) {
	raw := strings.TrimFunc(strings.ToValidUTF8(string(body), "\uFFFD"), isBlank)
	value, _, ok := Read(raw)
	if !ok {
		return nil, 0, false
	}
	list, isList := value.([]any)
	if fields, isObject := value.(map[string]any); isObject {
		list, isList = first(fields, "data", "models", "result", "items").([]any)
	}
	if !isList {
		r, found := Refusal(body)
		return r.encode(), r.status(), found
	}
	models := []Model{}
	for _, entry := range list {
		m := modelOf(entry)
		if m.ID != "" && !slices.ContainsFunc(models, func(o Model) bool { return o.ID == m.ID }) {
			models = append(models, m)
		}
	}
	out, err := json.Marshal(map[string]any{"object": "list", "data": models})
	return out, 0, err == nil
}

func modelOf(entry any) Model {
	fields, isObject := entry.(map[string]any)
	if !isObject {
		id := word(entry)
		return Model{ID: id, NoText: silent().MatchString(id)}
	}
	m := Model{ID: word(first(fields, "id", "name", "model", "key"))}
	details, meta := object(fields["details"]), object(fields["meta"])
	if m.Bytes = size(first(fields, "size", "size_bytes", "sizeBytes", "bytes")); m.Bytes == 0 {
		m.Bytes = size(meta["size"])
	}
	for _, at := range []map[string]any{fields, object(fields["top_provider"]), meta, details} {
		if m.Context == 0 {
			m.Context = count(first(at, "loaded_context_length", "context_length", "context_window", "max_model_len", "max_context_length", "max_input_tokens", "inputTokenLimit", "n_ctx", "n_ctx_train", "context"))
		}
	}
	m.Pictures = picturesIn(fields)
	kind := word(fields["type"])
	writes, says := object(fields["capabilities"])["completion_chat"].(bool)
	rewritten, _ := fields["no_text"].(bool)
	m.NoText = rewritten || kind == "embeddings" || kind == "embedding" || says && !writes || silent().MatchString(m.ID)
	return m
}

// size is a number of bytes, 0 for none.
func size(v any) int64 {
	const most = 1e15
	n, isNumber := v.(float64)
	if !isNumber || !(n > 0) || n > most {
		return 0
	}
	return int64(n)
}

// silent are names of models that make no text.
var silent = pattern.Lazy(`(?i)(?:^|[-_/.:])(?:embed|embedding|embeddings|bge|rerank|reranker|whisper|tts|dall-e|moderation|transcribe|stable-diffusion|sdxl|flux|imagen|veo|sora)(?:[-_/.:\d]|$)|embed(?:-|$|:)|embedding`)

// picturesIn is what an entry says of pictures, nil where it does not say.
func picturesIn(fields map[string]any) *bool {
	if rewritten, says := fields["pictures"].(bool); says {
		return &rewritten
	}
	yes, no := true, false
	switch word(fields["type"]) {
	case "vlm":
		return &yes
	case "llm":
		return &no
	}
	for _, kinds := range []any{object(fields["architecture"])["input_modalities"], fields["input_modalities"], fields["capabilities"], fields["modalities"]} {
		if list, isList := kinds.([]any); isList {
			if slices.ContainsFunc(list, func(v any) bool { w := word(v); return w == "image" || w == "vision" }) {
				return &yes
			}
			return &no
		}
	}
	if sees, says := object(fields["capabilities"])["vision"].(bool); says {
		return &sees
	}
	return nil
}

// Shown reads what Ollama says of one model: whether it writes, its context and
// whether it takes pictures. The context that it was trained for is not what it
// is run with, so that the parameter outweighs it.
func Shown(body []byte, m Model) Model {
	value, _, ok := Read(strings.ToValidUTF8(string(body), "\uFFFD"))
	fields := object(value)
	if !ok || fields == nil {
		return m
	}
	for name, v := range object(fields["model_info"]) {
		if strings.HasSuffix(name, ".context_length") {
			m.Context = count(v)
		}
	}
	if set := numCtx().FindStringSubmatch(word(fields["parameters"])); set != nil {
		m.Context = count(set[1])
	}
	if list, isList := fields["capabilities"].([]any); isList {
		sees := slices.ContainsFunc(list, func(v any) bool { return word(v) == "vision" })
		m.Pictures = &sees
		m.NoText = !slices.ContainsFunc(list, func(v any) bool { return word(v) == "completion" })
	}
	return m
}

var numCtx = pattern.Lazy(`(?m)^num_ctx\s+(\d+)`)
