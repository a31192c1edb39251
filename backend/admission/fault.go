package admission

import "galley/backend/galley/messages"

// Kind is what makes an answer no copy.
type Kind string

// The kinds of faults.
const (
	Thinking     Kind = "thinking"
	Refusal      Kind = "refusal"
	Chat         Kind = "chat"
	Counts       Kind = "counts"
	TwoVersions  Kind = "two_versions"
	Form         Kind = "form"
	Failure      Kind = "failure"
	JSONLeft     Kind = "json"
	MarkdownLeft Kind = "markdown"
	Escaped      Kind = "escaped"
	Broken       Kind = "broken"
	Placeholder  Kind = "placeholder"
	Echo         Kind = "echo"
	Language     Kind = "language"
	OffTopic     Kind = "off_topic"
	Repeated     Kind = "repeated"
	TooShort     Kind = "too_short"
	Unfinished   Kind = "unfinished"
	Unchanged    Kind = "unchanged"
)

// Fault is why an answer is no copy.
type Fault struct {
	Kind   Kind
	Said   messages.Message // for the person
	Reason string           // for the writer, who is asked once more
}

// faults are the sentences of the kinds.
var faults = map[Kind]Fault{
	Thinking:     {Said: messages.AnswerThinking, Reason: "That had your thinking in it. Give the finished text alone."},
	Refusal:      {Said: messages.AnswerRefusal, Reason: "That was no text for the shop but a message about you or the request. Write the text from the data that there is, however short."},
	Chat:         {Said: messages.AnswerChat, Reason: "That had a remark around the text. Give the text itself, with nothing before or after it."},
	Counts:       {Said: messages.AnswerCounts, Reason: "That had a count of characters or words in it. Give the text alone."},
	TwoVersions:  {Said: messages.AnswerTwoVersions, Reason: "That had more than one version. Give one."},
	Failure:      {Said: messages.AnswerFailure, Reason: "That was an error message and no text. Write the text from the data."},
	Form:         {Said: messages.AnswerForm, Reason: "That was in the form of another field. Give the text of this field alone, in its form."},
	JSONLeft:     {Said: messages.AnswerJSONLeft, Reason: "That had JSON or the markup of an answer inside the text. Give the text alone."},
	MarkdownLeft: {Said: messages.AnswerMarkdownLeft, Reason: "That had Markdown in it. Use none."},
	Escaped:      {Said: messages.AnswerEscaped, Reason: "That had escaped markup in it, which customers would see. Write the markup plainly, or none."},
	Broken:       {Said: messages.AnswerBroken, Reason: "That had broken characters in it. Write the text again in plain Unicode."},
	Placeholder:  {Said: messages.AnswerPlaceholder, Reason: "That had a placeholder in it. Use the product's own data, or leave the part out."},
	Echo:         {Said: messages.AnswerEcho, Reason: "That repeated the request. Write the text of this product."},
	Language:     {Said: messages.AnswerLanguage, Reason: "That was in another language than the product's. Write in the language of the product's title and text, unless the instructions name another."},
	OffTopic:     {Said: messages.AnswerOffTopic, Reason: "That did not speak of this product. Name it, and use its data."},
	Repeated:     {Said: messages.AnswerRepeated, Reason: "That said the same again and again. Say each thing once."},
	TooShort:     {Said: messages.AnswerTooShort, Reason: "That was far too short for this field. Write a whole text from the data."},
	Unfinished:   {Said: messages.AnswerUnfinished, Reason: "That stopped in the middle of a sentence. Write the text to its end."},
	Unchanged:    {Said: messages.AnswerUnchanged, Reason: "That is the text that the shop has already. Write it again from the data."},
}

func is(k Kind) (Fault, bool) {
	f := faults[k]
	f.Kind = k
	return f, true
}

func ifSo(bad bool, k Kind) (Fault, bool) {
	if bad {
		return is(k)
	}
	return Fault{}, false
}
