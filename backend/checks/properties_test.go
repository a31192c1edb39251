package checks_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"galley/backend/checks"
	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/markup"
)

func drafts() *rapid.Generator[checks.Text] {
	return rapid.Custom(func(t *rapid.T) checks.Text {
		text, field := galleytest.Copy(), rapid.SampledFrom(galley.Fields()).Draw(t, "field")
		return checks.Text{
			Field:      field,
			Content:    text.Draw(t, "content"),
			Original:   galley.Value{Text: text.Draw(t, "original"), Null: rapid.Bool().Draw(t, "null")},
			Keyphrase:  rapid.OneOf(rapid.Just(""), text).Draw(t, "keyphrase"),
			SawPicture: rapid.Bool().Draw(t, "saw"),
			Subject: galleytest.SubjectFor(field, galley.Product{
				Title: text.Draw(t, "title"), Vendor: text.Draw(t, "vendor"), ProductType: text.Draw(t, "type"), Handle: text.Draw(t, "handle"),
				Tags:       rapid.SliceOfN(text, 0, 2).Draw(t, "tags"),
				Options:    []galley.Option{{Name: text.Draw(t, "option"), Values: []string{text.Draw(t, "value")}}},
				Metafields: []galley.Fact{{Name: text.Draw(t, "fact"), Value: text.Draw(t, "is")}},
				Images:     []galley.Image{{ID: "1"}, {ID: "2", Alt: galley.Text(text.Draw(t, "alt"))}},
			}),
		}
	})
}

func TestReportsAreSound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drafts().Draw(t, "draft")
		requireSound(t, d, checks.Run(d))
	})
}

// requireSound checks what is true of every report: a total of 0 to 100, points
// that fit their verdict, spans within the visible text in ascending order.
func requireSound(t require.TestingT, d checks.Text, report galley.Report) {
	visible := strings.ToValidUTF8(d.Content, "\uFFFD")
	if d.Field.IsHTML() {
		visible = markup.VisibleText(visible)
	}
	last := 0
	for _, w := range report.Warnings {
		require.NotEmpty(t, w.Message)
		require.LessOrEqual(t, last, w.Start)
		require.LessOrEqual(t, w.Start, w.End)
		require.LessOrEqual(t, w.End, utf8.RuneCountInString(visible))
		last = w.Start
	}
	if report.Score == nil {
		require.Equal(t, galley.FieldAltText, d.Field)
		return
	}
	require.GreaterOrEqual(t, report.Score.Total, 0)
	require.LessOrEqual(t, report.Score.Total, 100)
	require.NotEmpty(t, report.Score.Rules)
	for _, r := range report.Score.Rules {
		require.LessOrEqual(t, r.Points, 9)
		require.Equal(t, r.Points > 7, r.Verdict == galley.VerdictGood, r.ID)
		require.NotEmpty(t, r.Message)
		require.NotEmpty(t, r.Measured, r.ID)
	}
}

// What the shop already says is supported.
func TestWordsOfShopTextAreSupported(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drafts().Draw(t, "draft")
		d.Original = galley.Text(d.Content)
		for _, w := range checks.Run(d).Warnings {
			require.False(t, strings.HasPrefix(w.Rule, "claim_"), "%s: %s", w.Rule, w.Message)
			require.False(t, strings.HasPrefix(w.Rule, "lost_"), w.Rule)
		}
	})
}

func FuzzRun(f *testing.F) {
	for i, s := range galleytest.Scraps() {
		f.Add(i%len(galley.Fields()), s, hesperShop, "Hesper table lamp", "lamp")
	}
	f.Fuzz(func(t *testing.T, field int, content, original, title, keyphrase string) {
		all := galley.Fields()
		d := checks.Text{
			Field: all[(field%len(all)+len(all))%len(all)], Content: content, Original: galley.Text(original), Keyphrase: keyphrase,
		}
		d.Subject = galleytest.SubjectFor(d.Field, galley.Product{Title: title, Vendor: keyphrase, Handle: title, ProductType: keyphrase, Tags: []string{original}})
		requireSound(t, d, checks.Run(d))
	})
}
