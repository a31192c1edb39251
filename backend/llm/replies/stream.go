package replies

import (
	"strings"
)

// isStream reports whether a body is an event stream.
func isStream(raw string) bool {
	for line := range strings.Lines(raw) {
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		name, _, found := strings.Cut(line, ":")
		return found && (name == "" || name == "data" || name == "event" || name == "id" || name == "retry")
	}
	return false
}

// events reads the objects of an event stream, or the one JSON answer that
// comments keep waiting for.
func events(raw string) []map[string]any {
	var all []map[string]any
	var bare strings.Builder
	for line := range strings.Lines(raw) {
		data, isData := strings.CutPrefix(strings.TrimSpace(line), "data:")
		if !isData {
			if name, _, found := strings.Cut(line, ":"); !found || strings.ContainsAny(name, `{}["`) {
				bare.WriteString(line)
			}
			continue
		}
		if value, _, ok := Read(data); ok {
			if fields := object(value); fields != nil {
				all = append(all, fields)
			}
		}
	}
	if len(all) == 0 {
		return values(bare.String())
	}
	return all
}

// merged puts the pieces of a streamed answer together.
func merged(pieces []map[string]any) map[string]any {
	whole := map[string]any{}
	var a assembly
	for _, piece := range pieces {
		for _, name := range []string{"model", "usage", "usageMetadata", "x_groq", "error", "errors", "prompt_eval_count", "eval_count"} {
			if v := piece[name]; v != nil {
				whole[name] = v
			}
		}
		if choices := choicesOf(piece); len(choices) > 0 {
			a.add(object(choices[0]), piece)
		}
	}
	if a.answered {
		whole["choices"] = []any{a.choice()}
	}
	return whole
}

// assembly is an answer of which pieces come.
type assembly struct {
	content, reasoning, refusal, arguments, finish string

	answered bool
}

func (a *assembly) add(fields, piece map[string]any) {
	if n, isNumber := fields["index"].(float64); isNumber && n > 0 {
		return // another version
	}
	a.answered = true
	c := choiceOf(fields, piece)
	if isWhole(fields) {
		a.content, a.reasoning, a.arguments = "", "", ""
	}
	if message := object(first(fields, "delta", "message")); message != nil && strings.TrimSpace(text(message["content"])) == "" {
		a.arguments += called(message)
		c.Message.Content = text(message["content"])
	}
	a.content, a.reasoning, a.refusal = a.content+c.Message.Content, a.reasoning+c.Message.Reasoning, a.refusal+c.Message.Refusal
	if c.Finish != "" {
		a.finish = c.Finish
	}
}

func (a *assembly) choice() map[string]any {
	if strings.TrimSpace(a.content) == "" {
		a.content = a.arguments
	}
	message := map[string]any{"content": a.content, "reasoning_content": a.reasoning, "refusal": a.refusal}
	return map[string]any{"message": message, "finish_reason": a.finish}
}

// isWhole reports whether a piece is the answer again, in whole.
func isWhole(choice map[string]any) bool {
	message := object(choice["message"])
	return choice["delta"] != nil && message != nil && text(message["content"]) != ""
}
