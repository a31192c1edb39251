package replies

import (
	"encoding/json"
	"net/http"
	"strings"
)

// Answer is an answer in the form that the client's library reads.
type Answer struct {
	Model   string   `json:"model,omitempty"`
	Choices []Choice `json:"choices"`
	Usage   Usage    `json:"usage"`
}

// Choice is one text of an answer.
type Choice struct {
	Message Message `json:"message"`
	Finish  string  `json:"finish_reason,omitempty"`
}

// Message is what the model wrote.
type Message struct {
	Role      string `json:"role"`
	Content   string `json:"content"`
	Reasoning string `json:"reasoning_content,omitempty"`
	Refusal   string `json:"refusal,omitempty"`
}

// Chat rewrites a successful reply to a chat request. A reply that is an error
// in spite of its status comes back as that error, with the status that it
// names. ok is false where the body is no JSON.
func Chat(body []byte) (out []byte, status int, ok bool) {
	reply, ok := reading(body)
	if !ok {
		return nil, 0, false
	}
	a := answerOf(reply)
	if r, broken := brokenOff(reply); broken {
		return r.encode(), r.status(), true
	}
	if len(a.Choices) == 0 || a.isEmpty() {
		if r, found := refusalIn(reply); found {
			return r.encode(), r.status(), true
		}
	}
	out, err := json.Marshal(a)
	return out, 0, err == nil
}

// brokenOff is the error of an answer that the endpoint broke off: it is in the
// choice, or the way in which the answer ended says so.
func brokenOff(reply map[string]any) (Refused, bool) {
	choices := choicesOf(reply)
	if len(choices) == 0 {
		return Refused{}, false
	}
	choice := object(choices[0])
	if fields := errorIn(choice["error"]); fields != nil {
		return refusalIn(map[string]any{"error": fields})
	}
	ended := word(finishField(choice))
	if !brokenFinishes[letters(ended)] {
		return Refused{}, false
	}
	return Refused{Message: "the answer ended with " + ended, Status: http.StatusServiceUnavailable}, true
}

// brokenFinishes are ends of answers that the endpoint is to blame for.
var brokenFinishes = map[string]bool{
	"error": true, "insufficientsystemresource": true, "abort": true, "aborted": true, "cancelled": true, "canceled": true, "networkerror": true,
	"modelerror": true, "servererror": true, "internalerror": true, "timeout": true, "overloaded": true, "malformedfunctioncall": true, "engineerror": true,
}

func (a Answer) isEmpty() bool {
	for _, c := range a.Choices {
		if c.Message != (Message{Role: c.Message.Role}) || c.Finish == finishFiltered {
			return false
		}
	}
	return true
}

// reading reads a body as one object: JSON, an event stream, several objects
// behind each other, an object in a list, or JSON in a JSON string.
func reading(body []byte) (map[string]any, bool) {
	raw := strings.TrimFunc(strings.ToValidUTF8(string(body), "\uFFFD"), isBlank)
	if isStream(raw) {
		return merged(events(raw)), true
	}
	value, rest, ok := Read(raw)
	if !ok {
		return nil, false
	}
	if inner, isText := value.(string); isText {
		value, _, ok = Read(inner)
	}
	reply := object(value)
	if !ok || reply == nil {
		return nil, false
	}
	if more := values(rest); len(more) > 0 {
		return merged(append([]map[string]any{reply}, more...)), true
	}
	return reply, true
}

// values reads the objects that follow each other in a text.
func values(text string) []map[string]any {
	var all []map[string]any
	for strings.TrimFunc(text, isBlank) != "" {
		value, rest, ok := Read(text)
		fields := object(value)
		if !ok || fields == nil {
			return all
		}
		all, text = append(all, fields), rest
	}
	return all
}

func answerOf(reply map[string]any) Answer {
	if inner := object(first(reply, "response", "result", "data")); reply["choices"] == nil && (inner["choices"] != nil || counted(inner)) {
		reply = inner
	}
	a := Answer{Usage: usageOf(reply)}
	a.Model, _ = first(reply, "model", "modelVersion").(string)
	for _, c := range choicesOf(reply) {
		if fields := object(c); fields != nil {
			a.Choices = append(a.Choices, choiceOf(fields, reply))
		}
	}
	return a
}

// choicesOf finds the answers in a reply: OpenAI's, Gemini's, those of the
// newer API, Ollama's own or Anthropic's.
func choicesOf(reply map[string]any) []any {
	for _, name := range []string{"choices", "candidates"} {
		switch v := reply[name].(type) {
		case []any:
			return v
		case map[string]any:
			if inner, numbered := v["0"]; numbered {
				return []any{inner}
			}
			return []any{v}
		}
	}
	for _, name := range []string{"message", "output", "content", "output_text"} {
		v := reply[name]
		if _, isText := v.(string); v != nil && (!isText || name == "output_text" || reply["role"] != nil) {
			return []any{map[string]any{"message": v, "finish_reason": finishField(reply)}}
		}
	}
	if counted(reply) {
		if v := first(reply, "response", "generated_text", "completion", "generation"); v != nil {
			return []any{map[string]any{"message": v, "finish_reason": finishField(reply)}}
		}
	}
	return nil
}

// counted reports whether a reply tells what it used, as answers do and errors
// do not.
func counted(reply map[string]any) bool {
	u := usageOf(reply)
	return u.Prompt+u.Completion > 0
}

func choiceOf(choice, reply map[string]any) Choice {
	var c Choice
	c.Finish = finishOf(choice)
	if c.Finish == "" {
		c.Finish = finishOf(reply)
	}
	c.Message = messageOf(first(choice, "message", "delta", "content", "text"))
	if c.Message.Content == "" {
		c.Message.Content = text(choice["text"])
	}
	if c.Message.Reasoning == "" {
		c.Message.Reasoning = reasoningIn(choice)
	}
	return c
}
