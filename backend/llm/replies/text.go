package replies

import (
	"strings"

	"galley/backend/admission"
	"galley/backend/pattern"
)

var (
	fenced  = pattern.Lazy("(?s)^(?:```|~~~)[a-zA-Z0-9_-]*\\s*\n?(.*?)\\s*(?:```|~~~)$")
	fencing = pattern.Lazy("(?s)```(?:json|JSON|json5)\\s*\n(.*?)\n?\\s*```")
	page    = pattern.Lazy(`(?i)^<(?:!doctype\b|html\b)`)
	shell   = pattern.Lazy(`(?s)^<(?:tool_call|function_call|answer|response|output|json)>\s*(.*?)\s*</\w+>$`)
)

// deepestShell is how many wrappings are taken off a text.
const deepestShell = 5

// Text returns the text in an answer's content: in the JSON object that was
// asked for, in one that is nearly it, or alone. names are what the field may
// be called. ok is false where there is none, or where it is not certain which:
// what begins like JSON and is none, an object of several texts, two objects
// with different texts, an error.
func Text(answer string, names ...string) (content string, ok bool) {
	content = strings.TrimFunc(WithoutThinking(answer), isBlank)
	for depth := range deepestShell {
		if inside := fenced().FindStringSubmatch(content); inside != nil && !strings.Contains(inside[1], "```") {
			content = strings.TrimSpace(inside[1])
		}
		if inside := shell().FindStringSubmatch(content); inside != nil {
			content = inside[1]
		}
		inner, found, ok := unwrap(content, names)
		if !ok && depth == 0 {
			return "", false
		}
		if !found || !ok || depth > 0 && !strings.HasPrefix(content, "{") {
			break // what came out of JSON need not be JSON
		}
		content = strings.TrimSpace(inner)
	}
	return content, isText(content)
}

// nothing is what a program prints where there is no text.
var nothing = map[string]bool{"": true, "null": true, "none": true, "undefined": true, "nan": true, "n/a": true, "[object object]": true, "true": true, "false": true}

func isText(content string) bool {
	return !nothing[strings.ToLower(content)] && !page().MatchString(content) && !opened().MatchString(content)
}

// unwrap takes the text out of JSON. found is false where the content is no
// JSON, ok where it has none that is certain.
func unwrap(content string, names []string) (inner string, found, ok bool) {
	if inside := fencing().FindStringSubmatch(content); inside != nil && !strings.HasPrefix(content, "{") {
		content = inside[1]
	}
	object := content
	if !beginsJSON(content) {
		remark, rest, cut := strings.Cut(content, "{")
		if !cut || strings.Contains(remark, "<") {
			return "", false, true
		}
		object = "{" + rest
	}
	value, rest, readable := Read(object)
	if !readable {
		return "", false, !beginsJSON(content) // braces in a text
	}
	if inner, ok = textIn(value, names, 0); !ok {
		return "", false, !beginsJSON(content)
	}
	return inner, true, agrees(rest, inner, names)
}

func beginsJSON(content string) bool {
	if strings.HasPrefix(content, `"`) {
		_, rest, ok := Read(content)
		return ok && strings.TrimFunc(rest, isBlank) == ""
	}
	return strings.HasPrefix(content, "{") || strings.HasPrefix(content, "[")
}

// agrees reports whether what follows an object offers no other text.
func agrees(rest, content string, names []string) bool {
	for {
		_, after, found := strings.Cut(rest, "{")
		if !found {
			return true
		}
		value, next, readable := Read("{" + after)
		if !readable {
			rest = after
			continue
		}
		if other, ok := textIn(value, names, 0); ok && other != content {
			return false
		}
		rest = next
	}
}

// opened is thinking that has no end.
var opened = pattern.Lazy(`(?is)^(?:<(?:think|thinking|thought|reasoning|seed:think)>|\[THINK\]|◁think▷|<\|channel\|?>\s*(?:analysis|thought)|<unused94>|<\|START_THINKING\|>)`)

var closed = []pattern.Regexp{
	pattern.Lazy(`(?is)^.*(?:\[/THINK\]|◁/think▷|</seed:think>|<unused95>|<\|END_THINKING\|>|</think>|</thinking>|</reasoning>)`),
	pattern.Lazy(`(?s)^\s*(?:assistant)?(?:analysis|commentary)\b?.*assistantfinal(?:json)?`), // harmony without its tokens
	pattern.Lazy(`(?s)^\s*(?:assistant\s*)?final\s*(?:json)?\s*(?:<\|message\|>)`),
	pattern.Lazy(`(?is)^\s*here is my thought process:.*here is my response:`),
	pattern.Lazy(`(?s)^\s*assistantfinal(?:json)?`),
	pattern.Lazy(`(?s)<\|(?:START|END)_(?:RESPONSE|TEXT|ACTION)\|>`),
	pattern.Lazy(`(?s)^.*◁/thought▷`),
	pattern.Lazy(`(?is)<details\b[^>]*\btype=["']?reasoning\b.*?</details>`),
}

var turnEnds = pattern.Lazy(`(?s)(?:\s*(?:<\|(?:im_end|end|endoftext|eot_id|return|eom_id|END_OF_TURN_TOKEN)\|>|</s>|<end_of_turn>|<eos>|<turn\|>))+\s*$`)

// WithoutThinking drops what a model thought before it wrote, in all the marks
// that are known, with or without the mark that opens it.
func WithoutThinking(answer string) string {
	for {
		before := answer
		answer = admission.WithoutThinking(answer)
		for _, mark := range closed {
			answer = mark().ReplaceAllString(answer, "")
		}
		answer = turnEnds().ReplaceAllString(answer, "")
		if answer == before {
			return answer
		}
	}
}

// Thought reports whether an answer's content begins with thinking.
func Thought(answer string) bool {
	return WithoutThinking(answer) != turnEnds().ReplaceAllString(answer, "") || opened().MatchString(strings.TrimSpace(answer))
}
