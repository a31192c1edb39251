package llm

import (
	"unicode/utf8"

	"github.com/sashabaranov/go-openai"
)

// Some servers cut a question that is longer than their context, and answer as
// if nothing were. Their count of the question's tokens shows it.
const (
	// leastJudged is how long a question is, in characters, whose count says
	// something.
	leastJudged = 4000
	// mostChars is more than the characters of a token in any text that people
	// write for shops.
	mostChars = 9
)

// cutSilently reports whether the endpoint read far less than it was sent.
func cutSilently(u openai.Usage, chat openai.ChatCompletionRequest) bool {
	chars := 0
	for _, m := range withoutPictures(chat).Messages {
		chars += utf8.RuneCountInString(m.Content)
	}
	return chars >= leastJudged && u.PromptTokens > 0 && chars/u.PromptTokens >= mostChars
}
