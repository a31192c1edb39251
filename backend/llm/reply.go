package llm

import (
	"encoding/json"
	"regexp"
	"strings"

	"github.com/sashabaranov/go-openai"

	"galley/backend/admission"
	"galley/backend/galley"
)

// read returns the text of an answer, or why there is none.
func read(choice openai.ChatCompletionChoice) (string, *fault) {
	switch {
	case choice.Message.Refusal != "", choice.FinishReason == openai.FinishReasonContentFilter:
		return "", &fault{code: galley.CodeWriterRefused}
	case choice.FinishReason == openai.FinishReasonLength:
		return "", &fault{code: galley.CodeWriterCut}
	}
	if content, ok := parse(choice.Message.Content); ok {
		return content, nil
	}
	return "", &fault{code: galley.CodeWriterReply}
}

var fenced = regexp.MustCompile("(?s)^```[a-zA-Z]*\\s*\n?(.*?)\\s*```$")

// parse extracts the text of an answer in any form: the requested JSON object,
// the same between fences or after a remark, or the bare text. Something that
// begins like JSON but is not JSON is no text.
func parse(answer string) (content string, ok bool) {
	text := strings.TrimPrefix(answer, "\uFEFF")
	text = strings.TrimSpace(admission.WithoutThinking(text))
	if inside := fenced.FindStringSubmatch(text); inside != nil {
		text = strings.TrimSpace(inside[1])
	}
	if content, ok := parseObject(text); ok {
		return content, content != ""
	}
	if strings.HasPrefix(text, "{") || strings.HasPrefix(text, "[") {
		return "", false
	}
	if remark, object, found := strings.Cut(text, "{"); found && !strings.Contains(remark, "<") {
		if content, ok := parseObject("{" + object); ok {
			return content, content != ""
		}
	}
	return text, text != ""
}

// parseObject reads {"content": "..."} at the beginning of the text. Small
// models put unescaped line breaks into strings, and give the field another
// name: an object with a single text is understood too.
func parseObject(text string) (string, bool) {
	if !strings.HasPrefix(text, "{") {
		return "", false
	}
	var fields map[string]any
	if json.NewDecoder(strings.NewReader(text)).Decode(&fields) != nil &&
		json.NewDecoder(strings.NewReader(escapeControls(text))).Decode(&fields) != nil {
		return "", false
	}
	value, found := fields["content"]
	if !found && len(fields) == 1 {
		for _, only := range fields {
			value = only
		}
	}
	content, isText := value.(string)
	return strings.TrimSpace(content), isText
}

// escapeControls escapes line breaks and tabs inside the strings of a text that
// is meant to be JSON.
func escapeControls(text string) string {
	escapes := map[rune]string{'\n': `\n`, '\r': `\r`, '\t': `\t`}
	var out strings.Builder
	inString, escaped := false, false
	for _, r := range text {
		if replacement, isControl := escapes[r]; isControl && inString {
			out.WriteString(replacement)
			escaped = false
			continue
		}
		switch {
		case escaped:
			escaped = false
		case r == '\\':
			escaped = inString
		case r == '"':
			inString = !inString
		}
		out.WriteRune(r)
	}
	return out.String()
}
