package llm

import (
	"strings"
	"unicode"

	"github.com/sashabaranov/go-openai"

	"galley/backend/admission"
	"galley/backend/galley"
	"galley/backend/markup"
)

// How an answer was cut that would not have ended. More room would only cost more.
type endless int

const (
	ends         endless = iota
	endlessJSON          // a small model held to JSON: blanks, which JSON allows between any two of its parts, or part after part
	endlessWords         // the same again and again
)

const (
	// endlessTail is how many bytes at the end of an answer are looked at: about 300 tokens, half of the least that
	// an answer may have.
	endlessTail = 1200
	// fewestBlanks in a row are no layout.
	fewestBlanks = 100
	// longestShort is how many bytes an answer with a title, an SEO title, a meta description or an alt text can
	// have: the longest of them three times, and its shell.
	longestShort = 1200
)

func endlessKind(message openai.ChatCompletionMessage, field galley.Field) endless {
	if runsOn(message.Content, field) || endsBlank(message.Content) {
		return endlessJSON
	}
	if circles(message.Content) || circles(message.ReasoningContent) {
		return endlessWords
	}
	return ends
}

// runsOn tells JSON for a short text that is longer than any such text. What is not JSON may be thinking.
func runsOn(content string, field galley.Field) bool {
	return !field.IsHTML() && len(content) > longestShort && strings.HasPrefix(strings.TrimSpace(content), "{")
}

func endsBlank(content string) bool {
	return len(content)-len(strings.TrimRightFunc(content, unicode.IsSpace)) >= fewestBlanks
}

// circles looks at what people would see: rows of a table have the same markup again and again.
func circles(text string) bool {
	tail := strings.ToValidUTF8(text[max(0, len(text)-endlessTail):], "")
	return len(tail) >= endlessTail/2 && admission.Loops(markup.VisibleText(tail))
}
