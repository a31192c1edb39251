package llm

import (
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
	if d.thinks || d.limit == paramMaxCompletionTokens {
		limit += thinking
	}
	switch d.limit {
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
