package llm

import (
	"slices"

	"github.com/sashabaranov/go-openai"
)

// Names of parameters that endpoints differ in, as they name them in errors.
const (
	paramFormat              = "response_format"
	paramMaxTokens           = "max_tokens"
	paramMaxCompletionTokens = "max_completion_tokens"
	paramTemperature         = "temperature"
)

// The ways to get a structured answer, the best first.
const (
	structuredSchema = "json_schema"
	structuredObject = "json_object"
	structuredPlain  = "plain"
)

// dialect is the form of request that one model of one endpoint accepts.
type dialect struct {
	structured  string
	limit       string // the parameter that bounds the answer, "" for none
	temperature bool
	thinks      bool // it spends tokens before it writes
	noSystem    bool // it has no role for instructions: they go into the user's message
	more        int  // tokens that an answer may have beyond the usual, since one was cut
	most        int  // the most that it may have, 0 where none is known
}

// fullDialect is where probing begins. max_tokens goes first: endpoints that do
// not accept it say so, while some that do not know its successor ignore it
// silently.
func fullDialect() dialect {
	return dialect{structured: structuredSchema, limit: paramMaxTokens, temperature: true}
}

// without returns the dialect to try after a refusal: without what the endpoint
// blames, or without the next thing in turn if it blames nothing. ok is false
// when there is nothing left to leave out.
func (d dialect) without(r refusal) (next dialect, ok bool) {
	switch {
	case r.blames(paramTemperature) && d.temperature:
		return d.withoutTemperature()
	case refusesSystem(r) && !d.noSystem:
		d.noSystem = true
		return d, true
	case r.blames(paramMaxTokens, paramMaxCompletionTokens) && d.limit != "":
		return d.otherLimit()
	case r.blames(paramFormat, structuredSchema, structuredObject) && d.structured != structuredPlain:
		return d.lessStructured()
	case d.structured != structuredPlain:
		return d.lessStructured()
	case d.limit != "":
		return d.otherLimit()
	}
	return d.withoutTemperature()
}

func (d dialect) lessStructured() (dialect, bool) {
	switch d.structured {
	case structuredSchema:
		d.structured = structuredObject
	case structuredObject:
		d.structured = structuredPlain
	default:
		return d, false
	}
	return d, true
}

func (d dialect) otherLimit() (dialect, bool) {
	switch d.limit {
	case paramMaxTokens:
		d.limit = paramMaxCompletionTokens
	case paramMaxCompletionTokens:
		d.limit = ""
	default:
		return d, false
	}
	return d, true
}

func (d dialect) withoutTemperature() (dialect, bool) {
	was := d.temperature
	d.temperature = false
	return d, was
}

// apply puts the request into the dialect.
func (d dialect) apply(chat *openai.ChatCompletionRequest, limit int) {
	if d.noSystem {
		chat.Messages = withoutSystem(chat.Messages)
	}
	switch limit = d.answerLimit(limit); d.limit {
	case paramMaxTokens:
		chat.MaxTokens = limit //nolint:staticcheck // the only one that many servers know
	case paramMaxCompletionTokens:
		chat.MaxCompletionTokens = limit
	}
	if d.temperature {
		chat.Temperature = temperature
	}
	switch d.structured {
	case structuredSchema:
		chat.ResponseFormat = &openai.ChatCompletionResponseFormat{
			Type: openai.ChatCompletionResponseFormatTypeJSONSchema,
			JSONSchema: &openai.ChatCompletionResponseFormatJSONSchema{
				Name: "draft", Schema: answerSchema, Strict: true,
			},
		}
	case structuredObject:
		chat.ResponseFormat = &openai.ChatCompletionResponseFormat{Type: openai.ChatCompletionResponseFormatTypeJSONObject}
	}
}

// answerLimit is how much an answer may have that usually needs so much.
func (d dialect) answerLimit(usual int) int {
	if d.thinks || d.limit == paramMaxCompletionTokens {
		usual += thinking
	}
	usual += d.more
	if d.most > 0 {
		usual = min(usual, d.most)
	}
	return usual
}

// raised is the dialect after an answer was cut: once, with room to think. ok
// is false where it was raised before.
func (d dialect) raised() (dialect, bool) {
	if d.more > 0 || d.limit == "" || d.most > 0 {
		return d, false
	}
	d.more = thinking
	if d.thinks || d.limit == paramMaxCompletionTokens {
		d.more = 2 * thinking
	}
	return d, true
}

// simpler is the dialect to try where an endpoint fails at the form of the
// request and does not say so.
func (d dialect) simpler() (dialect, bool) {
	if next, ok := d.lessStructured(); ok {
		return next, true
	}
	was := d.noSystem
	d.noSystem = true
	return d, !was
}

// refusesSystem reports whether the endpoint refuses the role of instructions.
func refusesSystem(r refusal) bool {
	return r.isAPI && systemRefused.said.MatchString(r.code+"\n"+r.kind+"\n"+r.message)
}

// withoutSystem puts the instructions into the first message of the user.
func withoutSystem(chat []openai.ChatCompletionMessage) []openai.ChatCompletionMessage {
	if len(chat) < 2 || chat[0].Role != openai.ChatMessageRoleSystem {
		return chat
	}
	first := chat[1]
	if first.MultiContent == nil {
		first.Content = chat[0].Content + "\n\n" + first.Content
	} else {
		parts := slices.Clone(first.MultiContent)
		parts[0].Text = chat[0].Content + "\n\n" + parts[0].Text
		first.MultiContent = parts
	}
	return append([]openai.ChatCompletionMessage{first}, chat[2:]...)
}

// isPlain reports whether the request has nothing left that an endpoint could
// fail at.
func (d dialect) isPlain() bool { return d.structured == structuredPlain && d.noSystem }
