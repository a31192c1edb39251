package checks_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/checks"
	"galley/backend/galley"
)

func lampPictures() galley.Product {
	p := hesper()
	p.Images = []galley.Image{{ID: "1", Position: 1}, {ID: "2", Position: 2, Alt: galley.Text("Hesper lamp on a shelf.")}}
	return p
}

func altDraft(text string) checks.Text {
	return checks.Text{Field: galley.FieldAltText, Content: text, Subject: lampPictures().Of(galley.ImageTarget("1")), SawPicture: true}
}

func TestAltTextRules(t *testing.T) {
	for _, c := range []struct{ text, broken, marked string }{
		{"Image of a lamp.", "alt_opening", "Image of"},
		{"This is a close-up photo of a lamp.", "alt_opening", "This is a close-up photo of"},
		{"Lamp, IMG_2041.", "alt_file_name", "IMG_2041"},
		{"Lamp lamp-front_2.jpg.", "alt_file_name", "lamp-front_2.jpg"},
		{"Lamp 💡 on a shelf.", "alt_emoji", "💡"},
		{"Lamp for £84.", "alt_price", "£84"},
		{"Hesper table lamp, oak.", "alt_more_than_title", ""},
		{"Hesper lamp on a shelf.", "alt_unique", ""},
		{"Lamp on a shelf", "alt_end", ""},
		{strings.Repeat("l", 125) + ".", "alt_length", ""},
		{" ", "alt_blank", ""},
	} {
		t.Run(c.text, func(t *testing.T) {
			report := checks.Run(altDraft(c.text))
			require.Len(t, report.Warnings, 1)
			require.Equal(t, c.broken, report.Warnings[0].Rule)
			require.Equal(t, galley.SeverityWarn, report.Warnings[0].Severity)
			require.Equal(t, c.marked, marked(c.text, report.Warnings[0]))
			require.Less(t, report.Score.Total, 100)
		})
	}
}

func TestGoodAltText(t *testing.T) {
	for _, text := range []string{"Lamp on a bedside table, lit.", "Mug with a photo of a cat.", "Lampe auf dem Tisch!", "ランプと机。", strings.Repeat("l", 124) + "."} {
		report := checks.Run(altDraft(text))
		require.Empty(t, withSeverity(report, galley.SeverityWarn), text)
		require.Equal(t, 100, report.Score.Total, text)
	}
}

func TestAltTextLength(t *testing.T) {
	of := func(n int) string { return strings.Repeat("l", n-1) + "." }
	requirePoints(t, "alt_length", checks.Text{Field: galley.FieldAltText}, []boundary{
		{"1", of(1), 9}, {"125", of(125), 9}, {"126", of(126), 6}, {"512", of(512), 6}, {"513", of(513), 3}, {"decorative", "", notApplied},
	})
	require.False(t, checks.Run(altDraft(of(512))).HoldsBack())
	require.True(t, checks.Run(altDraft(of(513))).HoldsBack())
}

func TestDecorativePicture(t *testing.T) {
	report := checks.Run(altDraft(""))
	require.Nil(t, report.Score)
	require.Empty(t, report.Warnings)
}

func TestSpacesAroundAltText(t *testing.T) {
	report := checks.Run(altDraft("Lamp on a shelf. "))
	require.Len(t, report.Warnings, 1)
	require.Equal(t, "alt_spaces", report.Warnings[0].Rule)
}

func TestPictureNotSeen(t *testing.T) {
	draft := altDraft("Lamp on a shelf.")
	draft.SawPicture = false
	report := checks.Run(draft)
	require.Len(t, report.Warnings, 1)
	require.Equal(t, "picture_not_seen", report.Warnings[0].Rule)
	require.False(t, report.HoldsBack())
}
