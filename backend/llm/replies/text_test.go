package replies_test

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"galley/backend/llm/replies"
)

func TestText(t *testing.T) {
	cases := []struct {
		name, answer, want string // "" for unreadable
	}{
		{"as asked", `{"content": "A lamp."}`, "A lamp."},
		{"white space around", "\uFEFF \n{\"content\": \"A lamp.\"}  \n\n\t ", "A lamp."},
		{"white space inside", `{"content": "  A lamp. "}`, "A lamp."},
		{"fenced", "```json\n{\"content\": \"A lamp.\"}\n```", "A lamp."},
		{"fenced, no language", "```\n{\"content\": \"A lamp.\"}\n```\n", "A lamp."},
		{"a remark before", "Here it is:\n{\"content\": \"A lamp.\"}", "A lamp."},
		{"a remark after", "{\"content\": \"A lamp.\"}\nI hope this helps.", "A lamp."},
		{"thoughts before", "<think>{hm} the lamp</think>\n{\"content\": \"A lamp.\"}", "A lamp."},
		{"another name", `{"alt_text": "A lamp."}`, "A lamp."},
		{"more fields", `{"reason": "short", "content": "A lamp."}`, "A lamp."},
		{"raw line breaks", "{\"content\": \"<p>A lamp.</p>\n<p>\\\"Oak\\\"\tand linen.</p>\"}", "<p>A lamp.</p>\n<p>\"Oak\"\tand linen.</p>"},
		{"escapes", `{"content": "caf\u00e9 \n 灯"}`, "café \n 灯"},
		{"bare text", "A lamp of oak.", "A lamp of oak."},
		{"bare markup", "<p>A lamp.</p>", "<p>A lamp.</p>"},
		{"bare markup, fenced", "```html\n<p>A lamp.</p>\n```", "<p>A lamp.</p>"},
		{"markup with braces", "<style>p {color: red}</style><p>A lamp.</p>", "<style>p {color: red}</style><p>A lamp.</p>"},
		{"braces in a text", "A lamp {oak} for the hall.", "A lamp {oak} for the hall."},
		{"nothing", "", ""},
		{"white space", " \n", ""},
		{"empty content", `{"content": " "}`, ""},
		{"half an object", `{"content": "A lamp`, ""},
		{"a number", `{"content": 7}`, ""},
		{"two fields, neither asked for", `{"a": "x", "b": "y"}`, ""},
		{"a list", `["A lamp."]`, "A lamp."},
		{"a list of two", `["A lamp.", "A light."]`, ""},
		{"an object in it", `{"content": {"text": "A lamp."}}`, "A lamp."},
		{"the object as text in it", `{"content": "{\"content\": \"A lamp.\"}"}`, "A lamp."},
		{"two objects, two texts", `{"content": "A lamp."} {"content": "A light."}`, ""},
		{"two objects, one text", `{"content": "A lamp."} {"content": "A lamp."}`, "A lamp."},
		{"single quotes", `{'content': 'A lamp that isn't large.'}`, "A lamp that isn't large."},
		{"comma at the end", `{"content": "A lamp.",}`, "A lamp."},
		{"names without quotes", `{content: "A lamp."}`, "A lamp."},
		{"quotes that are not escaped", `{"content": "<p class="x">A lamp.</p>"}`, `<p class="x">A lamp.</p>`},
		{"no bracket at the end", `{"content": "A lamp."`, "A lamp."},
		{"a count beside it", `{"meta_description": "A lamp.", "characters": 7}`, "A lamp."},
		{"another text beside it", `{"title": "Lamp", "alt": "A lamp."}`, ""},
		{"an error", `{"error": "I cannot do that."}`, ""},
		{"an error in a list", `[{"error": "I cannot do that."}]`, ""},
		{"a call", `{"name": "draft", "arguments": {"content": "A lamp."}}`, "A lamp."},
		{"a call in tags", "<tool_call>\n{\"name\": \"draft\", \"arguments\": \"{\\\"content\\\": \\\"A lamp.\\\"}\"}\n</tool_call>", "A lamp."},
		{"the schema, filled", `{"type": "object", "properties": {"content": "A lamp."}}`, "A lamp."},
		{"the schema, not filled", `{"type": "object", "properties": {"content": {"type": "string"}}}`, ""},
		{"paragraphs", `{"content": ["<p>A lamp.</p>", "<p>Oak.</p>"]}`, "<p>A lamp.</p>\n<p>Oak.</p>"},
		{"a JSON string", `"A lamp."`, "A lamp."},
		{"a quotation in a text", `"Lamp" is a word.`, `"Lamp" is a word.`},
		{"nothing, in words", "null", ""},
		{"a page", "<!DOCTYPE html><html><body>Sign in</body></html>", ""},
		{"thinking without an end", "<think>The lamp is of oak", ""},
		{"harmony without its tokens", "analysisThe lamp is of oak.assistantfinal{\"content\": \"A lamp.\"}", "A lamp."},
		{"brackets for thinking", "[THINK]Oak?[/THINK]A lamp.", "A lamp."},
		{"JSON between remarks and fences", "Here:\n```json\n{\"content\": \"A lamp.\"}\n```\nDone {ok}.", "A lamp."},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got, ok := replies.Text(c.answer)
			require.Equal(t, c.want != "", ok, "%q", got)
			if ok {
				require.Equal(t, c.want, got)
			}
		})
	}
}

// TestTextRoundTrip: any text of a model survives the requested form, in every
// wrapping.
func TestTextRoundTrip(t *testing.T) {
	wrappings := []string{"%", "```json\n%\n```", "\n % \n", "<think>well {\"content\": \"no\"}</think>%"}
	rapid.Check(t, func(t *rapid.T) {
		content := strings.TrimSpace(rapid.String().Draw(t, "content"))
		if content == "" {
			t.Skip("empty")
		}
		answer, err := json.Marshal(map[string]string{"content": content})
		require.NoError(t, err)
		wrapped := strings.Replace(rapid.SampledFrom(wrappings).Draw(t, "wrapping"), "%", string(answer), 1)
		got, ok := replies.Text(wrapped)
		require.True(t, ok)
		require.Equal(t, strings.TrimSpace(strings.ToValidUTF8(content, "\uFFFD")), got)
	})
}

func FuzzText(f *testing.F) {
	for _, seed := range []string{
		`{"content": "A lamp."}`, "```json\n{\"content\": \"x\ny\"}\n```", "<think>a</think>b", `{"content": "\ud800"}`, "{\"a\":\"\x00\"}", "{{{", "[1]",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, answer string) {
		content, ok := replies.Text(answer)
		if ok && strings.TrimSpace(content) == "" {
			t.Fatalf("accepted an empty text from %q", answer)
		}
		if ok && utf8.ValidString(answer) && !utf8.ValidString(content) {
			t.Fatalf("made invalid text of %q", answer)
		}
	})
}
