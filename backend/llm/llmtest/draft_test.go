package llmtest

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
)

func request(system string, turns ...string) Request {
	req := Request{Messages: []Message{{Role: "system", Text: system}}}
	for i, text := range turns {
		req.Messages = append(req.Messages, Message{Role: []string{"user", "assistant"}[i%2], Text: text})
	}
	return req
}

func TestDraftIsMadeOfThePrompt(t *testing.T) {
	const prompt = "Product\nTitle: Lámpara <b>roja</b>\n- Vendor: Quillmoor\n- Material: Oak & linen\n- Empty: \nhttp://not.a.fact"
	for f, want := range map[galley.Field]string{
		galley.FieldTitle:           "Lámpara roja, Quillmoor, as pictured",
		galley.FieldDescription:     "<p>Lámpara roja.</p>\n<ul>\n<li>Vendor: Quillmoor</li>\n<li>Material: Oak &amp; linen</li>\n</ul>",
		galley.FieldSEOTitle:        "Lámpara roja – Quillmoor",
		galley.FieldMetaDescription: "Lámpara roja. Vendor: Quillmoor. Material: Oak & linen",
		galley.FieldAltText:         "Lámpara roja, Quillmoor.",
	} {
		got := Draft(request("Write the "+f.Label()+" of the product, given its title and description.", prompt))
		require.Equal(t, want, got, f)
	}
}

func TestDraftWrittenAgainDiffers(t *testing.T) {
	const prompt = "Title: Lamp\nVendor: Quillmoor\nMaterial: Oak"
	first := Draft(request("Write the description.", prompt))
	again := Draft(request("Write the description.", prompt, first, "again"))
	require.NotEqual(t, first, again)
	require.Equal(t, first, Draft(request("Write the description.", prompt)))
}

func TestDraftsKeepToTheirLength(t *testing.T) {
	long := "Title: " + strings.Repeat("very long ", 100) + "\nMaterial: " + strings.Repeat("x", 500)
	for f, limit := range map[galley.Field]int{
		galley.FieldTitle: 120, galley.FieldSEOTitle: 60, galley.FieldMetaDescription: 150, galley.FieldAltText: 125,
	} {
		got := Draft(request("Write the "+f.Label()+".", long))
		require.NotEmpty(t, got)
		require.LessOrEqual(t, len([]rune(got)), limit, f)
	}
	require.Equal(t, "Product, as pictured", Draft(request("Write the title.", "nothing to go on")))
}
