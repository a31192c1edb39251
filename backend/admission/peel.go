package admission

import (
	"encoding/json"
	"html"
	"strings"
	"unicode"

	"galley/backend/pattern"
)

var (
	closedThinking = pattern.Lazy(`(?is)^.*(?:</(?:think|thinking|thought|thoughts|reasoning|reflection|scratchpad|analysis|inner_monologue)\s*>|◁/think▷)`)
	finalChannel   = pattern.Lazy(`(?s)^.*<\|channel\|>\s*final\s*(?:<\|constrain\|>\w+)?\s*<\|message\|>`)
	thoughtChannel = pattern.Lazy(`(?s)^\s*<\|channel>\s*\w+.*<channel\|>`)
	endTokens      = pattern.Lazy(`(?is)(?:\s*(?:<\|(?:im_end|end|endoftext|eot_id|end_of_text|return|eom_id|assistant_end|turn)\|>|</s>|<end_of_turn>|<eos>|<turn\|>|\[/INST\]|<｜end▁of▁sentence｜>))+\s*$`)
	startTokens    = pattern.Lazy(`(?is)^\s*(?:<\|im_start\|>\s*assistant\s*|<\|start\|>\s*assistant\s*|<start_of_turn>\s*model\s*|<\|start_header_id\|>\s*assistant\s*<\|end_header_id\|>\s*|<s>\s*|<bos>\s*|<\|assistant\|>\s*)+`)
	fenced         = pattern.Lazy("(?s)^(?:```|~~~)[a-zA-Z0-9_-]*[ \\t]*\\n(.*?)\\n?[ \\t]*(?:```|~~~)$")
	wrapper        = pattern.Lazy(`(?is)^<(answer|final|final_answer|response|output|result|content|text|copy|draft|document|assistant|title|seo_title|seo_description|meta_description|description|alt_text|alt)>(.*)</(\w+)>$`)
	escapedTag     = pattern.Lazy(`(?i)&lt;(?:p|br|ul|ol|li|strong|em|b|i|h[1-6]|div|span|table|tr|td)\b[^&]*?/?&gt;`)
	realTag        = pattern.Lazy(`(?i)<(?:p|br|ul|ol|li|h[1-6]|div|table)\b[^>]*>`)
	literalEscape  = pattern.Lazy(`\\(?:[nrt"]|u[0-9a-fA-F]{4})`)
)

// most is how many shells an answer may be in.
const most = 6

// Peel takes off what is certainly no part of a text: thinking up to its last
// closing mark, the tokens at the ends of a turn, fences and JSON around the
// whole, one level of escaping over the whole text, and characters that cannot
// be seen. It repeats until nothing more comes off. What it leaves is judged.
func Peel(answer string, names ...string) string {
	out := Visible(answer)
	for range most {
		before := out
		out = strings.TrimSpace(out)
		out = WithoutThinking(out)
		out = endTokens().ReplaceAllString(out, "")
		out = startTokens().ReplaceAllString(out, "")
		out = strings.TrimSpace(out)
		if m := fenced().FindStringSubmatch(out); m != nil && !strings.Contains(m[1], "```") {
			out = m[1]
		}
		if m := wrapper().FindStringSubmatch(out); m != nil && strings.EqualFold(m[1], m[3]) {
			out = m[2]
		}
		out = Visible(unescape(fromJSON(out, names)))
		if out == before {
			break
		}
	}
	return strings.TrimSpace(out)
}

// WithoutThinking drops everything up to the last mark that closes a model's
// thinking, with or without the one that opens it.
func WithoutThinking(answer string) string {
	answer = closedThinking().ReplaceAllString(answer, "")
	answer = finalChannel().ReplaceAllString(answer, "")
	return thoughtChannel().ReplaceAllString(answer, "")
}

// fromJSON takes the text out of a JSON string, a list of one, or an object
// that has it under "content", under one of the names, or as its only text.
func fromJSON(text string, names []string) string {
	if text == "" || !strings.ContainsRune(`{["`, rune(text[0])) {
		return text
	}
	var value any
	if json.Unmarshal([]byte(text), &value) != nil {
		return text
	}
	if inner, ok := only(value, names); ok {
		return inner
	}
	return text
}

// noText are the keys under which an answer says why there is no text.
var noText = map[string]bool{"error": true, "errors": true, "message": true, "status": true, "refusal": true, "reason": true, "warning": true, "type": true, "code": true}

func only(value any, names []string) (string, bool) {
	switch v := value.(type) {
	case string:
		return v, true
	case []any:
		if len(v) == 1 {
			return only(v[0], names)
		}
	case map[string]any:
		for _, name := range append([]string{"content"}, names...) {
			if inner, found := v[name]; found {
				return only(inner, names)
			}
		}
		if len(v) == 1 {
			for name, inner := range v {
				if !noText[name] {
					return only(inner, names)
				}
			}
		}
	}
	return "", false
}

// unescape takes one level of escaping off where the whole text is escaped:
// markup as entities with no markup beside them, and the escapes of JSON.
func unescape(text string) string {
	if escapedTag().MatchString(text) && !realTag().MatchString(text) {
		text = html.UnescapeString(text)
	}
	if !literalEscape().MatchString(text) || strings.ContainsAny(text, "\n\t") {
		return text
	}
	quoted := text
	if !strings.Contains(text, `\"`) {
		quoted = strings.ReplaceAll(text, `"`, `\"`)
	}
	var plain string
	if json.Unmarshal([]byte(`"`+quoted+`"`), &plain) != nil {
		return text
	}
	return plain
}

// Visible drops characters that cannot be seen and no text needs: marks of order
// and of encoding, zero-width spaces, control characters, tags of the private
// kind. Joiners stay between letters of scripts that need them and in emoji.
func Visible(text string) string {
	text = strings.ToValidUTF8(strings.ReplaceAll(text, "\r\n", "\n"), "\uFFFD")
	runes := []rune(text)
	var out strings.Builder
	for i, r := range runes {
		switch {
		case r == '\n' || r == '\t':
		case r == '\u200c' || r == '\u200d':
			if !joins(runes, i) {
				continue
			}
		case r >= 0x80 && r <= 0x9F && i > 0 && garbles(runes[i-1]):
			r = unicode.ReplacementChar
		case unicode.IsControl(r), unicode.Is(unicode.Cf, r), unicode.Is(unicode.Co, r), r == '\u115f', r == '\u3164':
			continue
		}
		out.WriteRune(r)
	}
	return out.String()
}

// garbles reports whether a C1 control after a character shows that UTF-8 was read
// as Latin-1: the two are bytes of one character.
func garbles(before rune) bool { return before >= 0x80 && before <= 0xF4 }

// joins reports whether a joiner is between two characters that it can join.
func joins(runes []rune, i int) bool {
	if i == 0 || i+1 >= len(runes) {
		return false
	}
	needs := func(r rune) bool {
		return unicode.In(r, unicode.So, unicode.Sk, unicode.Mn, unicode.Arabic, unicode.Devanagari, unicode.Bengali, unicode.Tamil, unicode.Malayalam, unicode.Kannada, unicode.Telugu, unicode.Sinhala, unicode.Khmer)
	}
	return needs(runes[i-1]) && needs(runes[i+1])
}
