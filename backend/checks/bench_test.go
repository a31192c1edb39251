package checks_test

import (
	"path/filepath"
	"strconv"
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

// Meta descriptions of one product after another, as a job writes them: no sheet is used twice.
func BenchmarkMetaDescriptions(b *testing.B) {
	folder := filepath.Join("testdata", "claims")
	products := readProducts(b, folder)
	var list []checks.Text
	for _, l := range readLabelled(b, filepath.Join(folder, "en-twelfth.jsonl")) {
		product := products[l.Product]
		list = append(list, checks.Text{Field: galley.FieldMetaDescription, Content: l.Sentence, Subject: product.Subject()})
	}
	for i := 0; b.Loop(); i++ {
		d := list[i%len(list)]
		d.Product.Title += " " + strconv.Itoa(i)
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
