package admission_test

import (
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"galley/backend/admission"
)

func TestPeelTakesOffWhatIsCertain(t *testing.T) {
	const text = "Hesper table lamp"
	for name, answer := range map[string]string{
		"plain":                 text,
		"thinking":              "<think>A lamp.</think>\n" + text,
		"closing mark alone":    "The user wants a title.\n</think>\n\n" + text,
		"two stretches":         "<think>a</think> no <think>b</think>" + text,
		"another name":          "<thinking>a</thinking>" + text,
		"harmony":               "<|channel|>analysis<|message|>A lamp.<|end|><|start|>assistant<|channel|>final<|message|>" + text + "<|return|>",
		"gemma channel":         "<|channel>thought\nA lamp.\n<channel|>" + text + "<turn|>",
		"end of turn":           text + "<|im_end|>",
		"llama":                 "<|start_header_id|>assistant<|end_header_id|>\n\n" + text + "<|eot_id|>",
		"JSON":                  `{"content": "Hesper table lamp"}`,
		"JSON in JSON":          `{"content": "{\"content\": \"Hesper table lamp\"}"}`,
		"JSON string":           `"Hesper table lamp"`,
		"list of one":           `[{"title": "Hesper table lamp"}]`,
		"fenced JSON":           "```json\n{\"content\": \"Hesper table lamp\"}\n```",
		"fenced after thinking": "<think>x</think>\n```\n" + text + "\n```",
		"wrapped":               "<answer>" + text + "</answer>",
		"zero width, escaped":   `{"content": "{\"content\": \"Hes\\u200bper table lamp\"}"}`,
		"zero width":            "\ufeffHesper\u200b table\u2060 lamp\u202c",
	} {
		require.Equal(t, text, admission.Peel(answer, "title"), name)
	}
	require.Equal(t, "<p>A lamp of oak.</p>", admission.Peel("&lt;p&gt;A lamp of oak.&lt;/p&gt;"), "escaped as a whole")
	require.Equal(t, "One line\nand another", admission.Peel(`One line\nand another`))
	require.Equal(t, "می\u200cخواهم 👩\u200d🎨", admission.Peel("می\u200cخواهم 👩\u200d🎨"), "joiners that a script needs")
	const two = `{"title": "a", "seo": "b"}`
	require.JSONEq(t, two, admission.Peel(two, "alt_text"), "which of two is not certain")
}

// FuzzPeel is best run with -fuzzminimizetime 20x: making an input of interest
// smaller, for a minute by default, counts no executions and looks like a standstill.
func FuzzPeel(f *testing.F) {
	f.Add("<think>a</think>{\"content\": \"b\"}")
	f.Fuzz(func(t *testing.T, answer string) {
		once := admission.Peel(answer)
		require.True(t, utf8.ValidString(once))
		require.Equal(t, once, admission.Visible(once), "nothing that cannot be seen is left")
	})
}
