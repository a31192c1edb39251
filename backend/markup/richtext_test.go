package markup_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/markup"
)

func TestRichTextIsReadAsLines(t *testing.T) {
	const care = `{"type":"root","children":[{"type":"heading","level":2,"children":[{"type":"text","value":"Care"}]},` +
		`{"type":"paragraph","children":[{"type":"text","value":"Wash at "},{"type":"text","value":"30 °C","bold":true},{"type":"text","value":"."}]},` +
		`{"type":"list","listType":"unordered","children":[{"type":"list-item","children":[{"type":"text","value":"No bleach"}]},{"type":"list-item","children":[{"type":"link","url":"https://x.example","children":[{"type":"text","value":"Line dry"}]}]}]}]}`
	for _, row := range []struct {
		document, want string
		ok             bool
	}{
		{care, "Care\nWash at 30 °C.\nNo bleach\nLine dry", true},
		{`{"type":"root","children":[]}`, "", true},
		{`{"type":"paragraph"}`, "", false},
		{`{"value":25.0,"unit":"CENTIMETERS"}`, "", false},
		{"plain", "", false},
		{`{"type":"root"`, "", false},
	} {
		text, ok := markup.RichText(row.document)
		require.Equal(t, row.ok, ok, row.document)
		require.Equal(t, row.want, text, row.document)
	}
}

func FuzzRichText(f *testing.F) {
	f.Add(`{"type":"root","children":[{"type":"text","value":"a"}]}`)
	f.Add(strings.Repeat(`{"type":"root","children":[`, 60) + strings.Repeat(`]}`, 60))
	f.Fuzz(func(t *testing.T, document string) {
		text, ok := markup.RichText(document)
		require.False(t, !ok && text != "")
		require.Equal(t, strings.TrimSpace(text), text)
	})
}
