package llm

import (
	"encoding/json"
	"strings"

	"github.com/sashabaranov/go-openai"

	"galley/backend/galley"
	"galley/backend/llm/replies"
)

// read returns the text of an answer, or why there is none. An answer that the
// endpoint calls cut is whole where its JSON is: some models go on with white
// space.
func read(choice openai.ChatCompletionChoice, names []string) (string, *fault) {
	m := choice.Message
	switch {
	case m.Refusal != "", choice.FinishReason == openai.FinishReasonContentFilter:
		return "", &fault{code: galley.CodeWriterRefused, cause: declining(m.Refusal)}
	case choice.FinishReason == openai.FinishReasonLength && !isWholeObject(replies.WithoutThinking(m.Content)):
		return "", &fault{code: galley.CodeWriterCut}
	}
	answer := m.Content
	if strings.TrimSpace(answer) == "" && isWholeObject(m.ReasoningContent) {
		answer = m.ReasoningContent // put there by a server that expected thinking
	}
	if content, ok := replies.Text(answer, names...); ok {
		return content, nil
	}
	return "", &fault{code: galley.CodeWriterReply, cause: unreadableAnswer(answer)}
}

// isWholeObject reports whether a text is one JSON object, to its end.
func isWholeObject(text string) bool {
	text = strings.TrimSpace(text)
	return strings.HasPrefix(text, "{") && json.Valid([]byte(text))
}

func declining(said string) error {
	if said == "" {
		return nil
	}
	return scrubbed("the model said: "+said, "")
}

func unreadableAnswer(answer string) error {
	if strings.TrimSpace(answer) == "" {
		return scrubbed("the answer is empty", "")
	}
	return scrubbed("the answer begins: "+answer, "")
}

// namesOf are the names under which a model may put the text of a field.
func namesOf(f galley.Field) []string { return []string{string(f), string(f.Role()), f.Label()} }
