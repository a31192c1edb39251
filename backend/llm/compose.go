package llm

import (
	"encoding/base64"
	"encoding/json"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/sashabaranov/go-openai"

	"galley/backend/galley"
)

// temperature is low: copy has to keep to the product's facts.
const temperature = 0.4

// The most that a model may write, in tokens. It limits the cost of a model
// that does not stop; an endpoint may count it against its limit of tokens a
// minute.
const (
	shortAnswer       = 600
	descriptionAnswer = 4_000
	longestAnswer     = 16_000
	// thinking is added for models that think before they write.
	thinking = 8_000
)

// formatRule is at the end of the instructions: not every endpoint that accepts
// a schema follows it.
const formatRule = `Answer with one JSON object and nothing else: {"content": "..."}. Put the finished text into "content".`

const unreadableRule = `That was not one JSON object with a text under "content". ` + formatRule

// answerSchema is as strict as endpoints ask for: all fields required, no others.
var answerSchema = json.RawMessage(
	`{"type":"object","properties":{"content":{"type":"string"}},"required":["content"],"additionalProperties":false}`)

// compose makes the request. The part that is the same for all items of a job
// comes first, so that endpoints can cache it.
func compose(model string, d dialect, req galley.WriteRequest, withPicture bool) openai.ChatCompletionRequest {
	text := req.Prompt.User
	if req.Previous == "" && req.Note != "" {
		text += "\n\n" + req.Note
	}
	product := openai.ChatCompletionMessage{Role: openai.ChatMessageRoleUser, Content: text}
	if withPicture {
		product = withImage(text, *req.Picture)
	}
	messages := []openai.ChatCompletionMessage{
		{Role: openai.ChatMessageRoleSystem, Content: req.Prompt.System + "\n\n" + formatRule},
		product,
	}
	if req.Previous != "" {
		messages = append(messages, assistant(asAnswer(req.Previous)), user(strings.TrimSpace("Write it again. "+req.Note)))
	}
	chat := openai.ChatCompletionRequest{Model: model, Messages: messages}
	d.apply(&chat, answerLimit(req))
	return chat
}

// limited sets the answer limit that a person chose for the field.
func limited(chat openai.ChatCompletionRequest, chosen int) openai.ChatCompletionRequest {
	switch {
	case chosen <= 0:
	case chat.MaxTokens > 0: //nolint:staticcheck // the only one that many servers know
		chat.MaxTokens = chosen //nolint:staticcheck // as above
	case chat.MaxCompletionTokens > 0:
		chat.MaxCompletionTokens = chosen
	}
	return chat
}

// askAgain adds what was wrong with an unreadable answer.
func askAgain(chat openai.ChatCompletionRequest, answer string) openai.ChatCompletionRequest {
	if answer == "" {
		return chat // nothing to object to: the same question again
	}
	const enough = 2000 // to show what was wrong with it
	if runes := []rune(answer); len(runes) > enough {
		answer = string(runes[:enough])
	}
	chat.Messages = append(slices.Clone(chat.Messages), assistant(answer), user(unreadableRule))
	return chat
}

func answerLimit(req galley.WriteRequest) int {
	if !req.Field.IsHTML() {
		return shortAnswer
	}
	// A long original may have tables to keep: about one token for two
	// characters leaves room.
	original := max(utf8.RuneCountInString(req.HTML()), utf8.RuneCountInString(req.Previous))
	return min(max(descriptionAnswer, original/2), longestAnswer)
}

func withImage(text string, picture galley.Picture) openai.ChatCompletionMessage {
	address := "data:" + picture.MIME + ";base64," + base64.StdEncoding.EncodeToString(picture.Data)
	return openai.ChatCompletionMessage{
		Role: openai.ChatMessageRoleUser,
		MultiContent: []openai.ChatMessagePart{
			{Type: openai.ChatMessagePartTypeText, Text: text},
			{Type: openai.ChatMessagePartTypeImageURL, ImageURL: &openai.ChatMessageImageURL{URL: address}},
		},
	}
}

func asAnswer(content string) string {
	answer, err := json.Marshal(map[string]string{"content": content})
	if err != nil {
		return content // a string can always be marshalled
	}
	return string(answer)
}

func assistant(text string) openai.ChatCompletionMessage {
	return openai.ChatCompletionMessage{Role: openai.ChatMessageRoleAssistant, Content: text}
}

func user(text string) openai.ChatCompletionMessage {
	return openai.ChatCompletionMessage{Role: openai.ChatMessageRoleUser, Content: text}
}
