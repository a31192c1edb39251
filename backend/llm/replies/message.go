package replies

import (
	"encoding/json"
	"strings"
)

// messageOf reads what a model wrote: an object with text or parts, the parts
// themselves, or the text.
func messageOf(v any) Message {
	m := Message{Role: "assistant"}
	fields, isObject := v.(map[string]any)
	if !isObject {
		m.Content, m.Reasoning = parts(v)
		return m
	}
	m.Content, m.Reasoning = parts(first(fields, "content", "parts", "text"))
	if inner := reasoningIn(fields); inner != "" {
		m.Reasoning = inner + m.Reasoning
	}
	m.Refusal, _ = fields["refusal"].(string)
	if strings.TrimSpace(m.Content) == "" {
		m.Content = called(fields)
	}
	return m
}

// reasoningIn reads the thinking that is beside the text.
func reasoningIn(fields map[string]any) string {
	for _, name := range []string{"reasoning_content", "reasoning", "thinking", "reasoning_text", "thought", "reasoning_details", "thinking_blocks"} {
		if s := text(fields[name]); s != "" {
			return s
		}
	}
	return ""
}

// thoughts are the types of parts that a model does not mean for the reader.
var thoughts = map[string]bool{"thinking": true, "reasoning": true, "thought": true, "redacted_thinking": true, "summary_text": true, "reasoning_text": true}

// parts reads content in parts: the texts, and the thinking apart from them.
func parts(v any) (content, thinking string) {
	list, isList := v.([]any)
	if !isList {
		fields := object(v)
		if fields == nil {
			return text(v), ""
		}
		list = []any{fields}
	}
	for _, part := range list {
		fields, isObject := part.(map[string]any)
		if !isObject {
			content += text(part)
			continue
		}
		kind, _ := fields["type"].(string)
		isThought, _ := fields["thought"].(bool)
		if isThought || thoughts[kind] {
			thinking += text(first(fields, "thinking", "reasoning", "text", "content", "summary"))
			continue
		}
		switch kind {
		case "tool_use", "function_call", "tool_call":
			content += arguments(fields)
			continue
		}
		inner, more := parts(first(fields, "text", "content", "parts", "value", "json"))
		content, thinking = content+inner, thinking+more
	}
	return content, thinking
}

// called reads an answer that is given as the arguments of a function.
func called(message map[string]any) string {
	for _, name := range []string{"tool_calls", "function_call"} {
		if call := object(message[name]); call != nil {
			return arguments(call)
		}
	}
	if parsed := message["parsed"]; object(parsed) != nil {
		return encoded(parsed)
	}
	return ""
}

func arguments(call map[string]any) string {
	if inner := object(call["function"]); inner != nil {
		call = inner
	}
	return encoded(first(call, "arguments", "input", "parameters", "args"))
}

func encoded(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case string:
		return v
	default:
		b, err := json.Marshal(v)
		if err != nil {
			return ""
		}
		return string(b)
	}
}

// Ways in which an answer ends.
const (
	finishCut      = "length"
	finishFiltered = "content_filter"
)

// finishField is how an answer ended, in the endpoint's own words.
func finishField(fields map[string]any) any {
	return first(fields, "finish_reason", "finishReason", "stop_reason", "done_reason", "incomplete_details")
}

func finishOf(fields map[string]any) string {
	finish := finishWord(finishField(fields))
	if own := finishWord(fields["native_finish_reason"]); own == finishCut || own == finishFiltered {
		return own
	}
	if truncated, _ := fields["truncated"].(bool); truncated {
		return finishCut
	}
	return finish
}

var finishes = map[string]string{
	"length": finishCut, "maxtokens": finishCut, "maxoutputtokens": finishCut, "maxcompletiontokens": finishCut, "modellength": finishCut,
	"maxlength": finishCut, "tokenlimit": finishCut, "limit": finishCut, "truncated": finishCut, "incomplete": finishCut, "maxnewtokens": finishCut,
	"lengthlimit": finishCut, "outputlimit": finishCut, "contextlength": finishCut, "modelcontextwindowexceeded": finishCut, "finishreasonmaxtokens": finishCut,
	"tokens": finishCut, "contextlengthexceeded": finishCut, "contextwindowexceeded": finishCut, "maxtokensreached": finishCut,
	"contentfilter": finishFiltered, "safety": finishFiltered, "blocklist": finishFiltered, "prohibitedcontent": finishFiltered, "recitation": finishFiltered,
	"spii": finishFiltered, "refusal": finishFiltered, "contentfiltered": finishFiltered, "guardrailintervened": finishFiltered, "sensitive": finishFiltered,
	"moderation": finishFiltered, "imagesafety": finishFiltered, "errortoxic": finishFiltered, "blocked": finishFiltered, "flagged": finishFiltered,
}

func finishWord(v any) string {
	if fields := object(v); fields != nil {
		v = first(fields, "reason", "type")
	}
	s, _ := v.(string)
	if known, ok := finishes[letters(s)]; ok {
		return known
	}
	if s != "" {
		return "stop"
	}
	return ""
}

// letters are the letters of a name, in lower case: MAX_TOKENS and maxTokens
// are one.
func letters(name string) string {
	return strings.Map(func(r rune) rune {
		if r < 'a' || r > 'z' {
			return -1
		}
		return r
	}, strings.ToLower(name))
}
