package catalogue_test

import (
	"html"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"galley/backend/products/productcsv"
)

type product = productcsv.Product

// kinds are what the README counts, one line each, under the same words.
var kinds = []struct {
	name string
	of   func(product) int
}{
	{"Products", func(product) int { return 1 }},
	{"Variants", func(p product) int { return len(p.Variants) }},
	{"Images", func(p product) int { return len(p.Images) }},
	{"Status active", is(func(p product) bool { return p.Status == "active" })},
	{"Status draft", is(func(p product) bool { return p.Status == "draft" })},
	{"Status archived", is(func(p product) bool { return p.Status == "archived" })},
	{"Gift card", is(func(p product) bool { return p.GiftCard })},

	{"Body empty", is(func(p product) bool { return p.BodyHTML == "" })},
	{"Body with markup and no words", is(func(p product) bool { return p.BodyHTML != "" && words(p) == 0 })},
	{"Body of 1 to 49 words", is(func(p product) bool { return words(p) > 0 && words(p) < 50 })},
	{"Body of 50 to 199 words", is(func(p product) bool { return words(p) >= 50 && words(p) < 200 })},
	{"Body of 200 words and more", is(func(p product) bool { return words(p) >= 200 })},
	{"Body of plain text without tags", is(func(p product) bool { return words(p) > 0 && !strings.Contains(p.BodyHTML, "<") })},
	{"Table", body(`<table`)},
	{"Size chart", body(`class="size-chart"`)},
	{"Definition list", body(`<dl>`)},
	{"List in a list", body(`(?s)<li>[^<]*<[uo]l>`)},
	{"Embedded video", body(`<iframe`)},
	{"Picture in the body", body(`<img`)},
	{"Link", body(`<a href`)},
	{"Inline style", body(` style="`)},
	{"Markup pasted from a word processor", body(`mso-`)},
	{"Comment", body(`<!--`)},
	{"Page break", body(`page-?break`)},
	{"Named or numbered entity", body(`&(#\d+|[a-z]+\d*);`)},
	{"Escaped script", body(`&lt;script&gt;`)},
	{"Two first-level headings", body(`(?s)<h1.*<h1`)},
	{"Right to left", body(`dir="rtl"`)},

	{"SEO title missing", is(func(p product) bool { return p.SEOTitle == "" })},
	{"SEO title over 70 characters", is(func(p product) bool { return length(p.SEOTitle) > 70 })},
	{"SEO description missing", is(func(p product) bool { return p.SEODescription == "" })},
	{"SEO description over 160 characters", is(func(p product) bool { return length(p.SEODescription) > 160 })},

	{"Product without images", is(func(p product) bool { return len(p.Images) == 0 })},
	{"Product with 2 to 5 images", is(func(p product) bool { return len(p.Images) >= 2 && len(p.Images) <= 5 })},
	{"Image without alt text", func(p product) int { return count(p.Images, hasNoAlt) }},
	{"Alt text that is a file name", alts(`\.(jpg|png)$`)},
	{"Alt text over 125 characters", alts(`^.{126,}$`)},
	{"Alt text repeated within its product", repeatedAlts},
	{"Alt text that is the title", func(p product) int { return count(p.Images, func(i productcsv.Image) bool { return i.Alt == p.Title }) }},

	{"Title with accents", titles(`[\x{C0}-\x{D6}\x{D8}-\x{F6}\x{F8}-\x{24F}]`)},
	{"Title in Japanese", titles(`[\p{Hiragana}\p{Katakana}\p{Han}]`)},
	{"Title in Greek", titles(`\p{Greek}`)},
	{"Title in Cyrillic", titles(`\p{Cyrillic}`)},
	{"Title in Arabic", titles(`\p{Arabic}`)},
	{"Title with an emoji", titles(`\p{So}`)},
	{"Title with quotation marks", titles(`["«]`)},
	{"Title that begins with an apostrophe", titles(`^'`)},
	{"Title of one word", titles(`^\S+$`)},
	{"Title of 240 characters", is(func(p product) bool { return length(p.Title) == 240 })},
	{"Title in capitals", is(func(p product) bool { return p.Title == strings.ToUpper(p.Title) && hasLatin(p.Title) })},

	{"Default Title only", is(func(p product) bool { return p.Variants[0].Options[0] == "Default Title" })},
	{"Two options", is(func(p product) bool { return len(p.Options) == 2 })},
	{"Three options", is(func(p product) bool { return len(p.Options) == 3 })},
	{"Twelve variants", is(func(p product) bool { return len(p.Variants) == 12 })},
	{"Price of 0.00", some(func(v productcsv.Variant) bool { return v.Price == "0.00" })},
	{"Compare-at price", some(func(v productcsv.Variant) bool { return v.CompareAtPrice != "" })},
	{"Stock below zero", some(func(v productcsv.Variant) bool { return v.Quantity < 0 })},
}

var readmeLine = regexp.MustCompile(`(?m)^\| (.+?) \| (\d+) \|`)

func TestCountsMatchReadme(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	require.NoError(t, err)
	told := make(map[string]int)
	for _, line := range readmeLine.FindAllStringSubmatch(string(readme), -1) {
		told[line[1]], err = strconv.Atoi(line[2])
		require.NoError(t, err)
	}
	found := make(map[string]int)
	products := readCatalogue(t)
	for _, kind := range kinds {
		for _, p := range products {
			found[kind.name] += kind.of(p)
		}
		t.Logf("| %s | %d |", kind.name, found[kind.name])
	}
	require.Equal(t, found, told)
}

func is(holds func(product) bool) func(product) int {
	return func(p product) int {
		if holds(p) {
			return 1
		}
		return 0
	}
}

func some(holds func(productcsv.Variant) bool) func(product) int {
	return is(func(p product) bool { return slices.ContainsFunc(p.Variants, holds) })
}

func body(pattern string) func(product) int {
	found := regexp.MustCompile(pattern)
	return is(func(p product) bool { return found.MatchString(p.BodyHTML) })
}

func titles(pattern string) func(product) int {
	found := regexp.MustCompile(pattern)
	return is(func(p product) bool { return found.MatchString(p.Title) })
}

func alts(pattern string) func(product) int {
	found := regexp.MustCompile(pattern)
	return func(p product) int {
		return count(p.Images, func(i productcsv.Image) bool { return found.MatchString(i.Alt) })
	}
}

func repeatedAlts(p product) int {
	seen := make(map[string]bool)
	return count(p.Images, func(i productcsv.Image) bool {
		repeated := seen[i.Alt] && i.Alt != ""
		seen[i.Alt] = true
		return repeated
	})
}

func hasNoAlt(i productcsv.Image) bool { return i.Alt == "" }

func count[T any](list []T, holds func(T) bool) int {
	n := 0
	for _, value := range list {
		if holds(value) {
			n++
		}
	}
	return n
}

var tag = regexp.MustCompile(`(?s)<!--.*?-->|<[^>]*>`)

// words counts what a reader of the product's page sees as words.
func words(p product) int {
	return len(strings.Fields(html.UnescapeString(tag.ReplaceAllString(p.BodyHTML, " "))))
}

func length(s string) int { return utf8.RuneCountInString(s) }

func hasLatin(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(unicode.Latin, r) })
}
