package replies

import (
	"encoding/json"
	"slices"
	"strings"
)

// Models rewrites a list of models: OpenAI's, a bare list, names alone,
// Ollama's own. A body that is an error in spite of its status comes back with
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
	type model struct {
		ID string `json:"id"`
	}
	models := []model{}
	for _, entry := range list {
		id := word(entry)
		if fields, isObject := entry.(map[string]any); isObject {
			id = word(first(fields, "id", "name", "model", "key"))
		}
		if id != "" && !slices.Contains(models, model{id}) {
			models = append(models, model{id})
		}
	}
	out, err := json.Marshal(map[string]any{"object": "list", "data": models})
	return out, 0, err == nil
}
