package checks_test

import (
	"strings"
	"testing"

	"galley/backend/checks"
	"galley/backend/galley"
	"galley/backend/markup"
)

func BenchmarkDescription(b *testing.B) {
	d := checks.Text{Field: galley.FieldDescription, Content: hesperDraft, Original: galley.Text(hesperShop), Subject: hesper().Subject()}
	for b.Loop() {
		checks.Run(d)
	}
}

// The largest description that Shopify takes.
func BenchmarkLargestDescription(b *testing.B) {
	d := checks.Text{Field: galley.FieldDescription, Content: strings.Repeat(hesperDraft, 512*1024/len(hesperDraft)), Subject: hesper().Subject()}
	for b.Loop() {
		checks.Run(d)
	}
}

func BenchmarkSanitize(b *testing.B) {
	for b.Loop() {
		markup.SanitizeHTML(hesperDraft)
	}
}

func BenchmarkAltText(b *testing.B) {
	d := checks.Text{Field: galley.FieldAltText, Content: "Hesper table lamp in oak, beside a bed.", Subject: hesper().Subject()}
	for b.Loop() {
		checks.Run(d)
	}
}
