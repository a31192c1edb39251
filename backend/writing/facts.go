package writing

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"galley/backend/blocks"
	"galley/backend/checks"
	"galley/backend/galley"
	"galley/backend/markup"
)

// Limits on a product's data in a prompt, in characters: enough for any real
// product, and a bound on the cost of a strange one.
const (
	maxFact     = 400
	maxTags     = 40
	maxFacts    = 60
	maxValues   = 40
	maxMembers  = 40     // of a collection
	maxOriginal = 12_000 // of the description, if it is replaced
	maxContext  = 2_000  // of the description, for the other fields
)

// placeData is the data of a prompt, a line each.
type placeData struct {
	shared []string // of the product or collection
	own    []string // of one of its pictures
}

// all is the data of both.
func (d placeData) all() string { return strings.Join(slices.Concat(d.shared, d.own), "\n") }

// dataFor lists all data of a prompt: what is known of the product or collection,
// or of one of its pictures, and what placeholders in the instructions mean for it.
// Nothing of a picture is in the shared part, whose bytes endpoints cache.
func dataFor(f galley.Field, instructions string, of galley.Subject, original galley.Value, image *galley.Image) placeData {
	data := placeData{shared: knownFacts(f, of, original), own: pictureFacts(f, of, original, image)}
	shared, own := placeholders(instructions, of, image)
	data.shared, data.own = append(data.shared, meanings(shared)...), append(data.own, meanings(own)...)
	return data
}

// meanings are the values of placeholders with their heading.
func meanings(values []string) []string {
	if len(values) == 0 {
		return nil
	}
	return append([]string{"In the instructions, these stand for:"}, values...)
}

// knownFacts lists what is known of a product or collection.
func knownFacts(f galley.Field, of galley.Subject, original galley.Value) []string {
	var l factList
	l.add("Title", of.Title())
	if f.Place() != galley.PlaceImage {
		l.add(keyphraseName, keyphrase(of))
	}
	if of.Collection != nil {
		l.addMembers(*of.Collection)
		l.addKnown(of)
	} else {
		l.addProduct(of)
	}
	for line := range strings.Lines(of.ShopFacts()) {
		l.add("Of all products of the shop", line)
	}
	return append(l.lines, shopText(f, of, original)...)
}

// pictureFacts lists what is known of one picture.
func pictureFacts(f galley.Field, of galley.Subject, original galley.Value, image *galley.Image) []string {
	if f.Place() != galley.PlaceImage {
		return nil
	}
	var l factList
	if image != nil {
		l.addPicture(*image, of.Product)
	}
	return append(l.lines, fieldNow(f, original)...)
}

// keyphraseName names the keyphrase among the data.
const keyphraseName = "Keyphrase, which people search for"

// keyphrase is what the page should be found by, in the language of the shop's
// text. A guess is not given: no person has seen it.
func keyphrase(of galley.Subject) string {
	found := checks.Keyphrase(of, of.Title())
	if !found.IsSet() {
		return ""
	}
	return found.Text
}

// addMembers adds the names and number of a collection's products.
func (l *factList) addMembers(c galley.Collection) {
	l.add("Number of products", strconv.Itoa(c.ProductCount))
	for _, p := range c.Products[:min(len(c.Products), maxMembers)] {
		l.add("Product in it", p.Title)
	}
}

func (l *factList) addProduct(of galley.Subject) {
	p := of.Product
	l.add("Type", p.ProductType)
	l.add("Category", p.Category)
	l.add("Vendor", p.Vendor)
	if !p.HasDefaultVariantOnly() {
		for _, o := range p.Options {
			l.add("Option "+o.Name, strings.Join(o.Values[:min(len(o.Values), maxValues)], ", "))
		}
	}
	l.add("Tags", strings.Join(p.Tags[:min(len(p.Tags), maxTags)], ", "))
	l.addKnown(of)
}

// addKnown adds the shop's facts and what people noted.
func (l *factList) addKnown(of galley.Subject) {
	for _, fact := range mostKnown(of.KnownFacts()) {
		if fact.Name == "" {
			l.add("Noted by the shop", fact.Value)
			continue
		}
		l.add(fact.Label(), fact.Value)
	}
	for _, untrue := range of.Noted.Untrue() {
		l.add("Not true, even where the data say so", untrue)
	}
}

// mostKnown are the facts that a prompt has room for. Weights of many variants
// take no room from other facts.
func mostKnown(known []galley.Fact) []galley.Fact {
	if len(known) <= maxFacts {
		return known
	}
	isWeight := func(f galley.Fact) bool { return f.Kind == galley.FactWeight }
	others := slices.DeleteFunc(slices.Clone(known), isWeight)
	weights := slices.DeleteFunc(slices.Clone(known), func(f galley.Fact) bool { return !isWeight(f) })
	return append(others, weights...)[:maxFacts]
}

func (l *factList) addPicture(image galley.Image, p galley.Product) {
	for _, other := range image.AlsoOf {
		l.add("The picture is also shown with", other.Title)
	}
	l.add("Picture", fmt.Sprintf("%d of %d", placeOf(image, p), len(p.Images)))
	for _, other := range p.Images {
		if other.ID != image.ID && !markup.Empty(galley.FieldAltText, other.Alt) {
			l.add("Alt text of another picture, not to be repeated", other.Alt.Text)
		}
	}
}

// placeOf returns a picture's position among the product's pictures, from 1.
func placeOf(image galley.Image, p galley.Product) int {
	for i, other := range p.Images {
		if other.ID == image.ID {
			return i + 1
		}
	}
	return image.Position
}

type factList struct{ lines []string }

func (l *factList) add(name, value string) {
	if value = oneLine(value); value != "" {
		l.lines = append(l.lines, oneLine(name)+": "+value)
	}
}

// shopText gives what the shop says now: for a description its HTML, with marks
// for the parts that stay; for other fields its words, and what the field has.
func shopText(f galley.Field, of galley.Subject, original galley.Value) []string {
	if f.IsHTML() {
		return descriptionNow(blocks.Cut(shown(original)))
	}
	var lines []string
	if f != galley.FieldTitle && f.Place() != galley.PlaceImage {
		lines = fieldNow(f, original)
	}
	if text := printable(cut(markup.VisibleText(of.HTML()), maxContext)); text != "" {
		lines = append(lines, "Description on the shop:", text)
	}
	return lines
}

// fieldNow is what a field of one line has on the shop.
func fieldNow(f galley.Field, original galley.Value) []string {
	if now := oneLine(shown(original)); now != "" {
		return []string{strings.ToUpper(f.Label()[:1]) + f.Label()[1:] + " on the shop now: " + now}
	}
	return nil
}

// How much of the words in blocks a prompt takes, in characters: of one, and of
// all.
const (
	maxBlock  = 300
	maxBlocks = 1_500
)

// descriptionNow gives a description's HTML with a mark for each of its blocks,
// and what the blocks say.
func descriptionNow(page blocks.Page) []string {
	text := markup.SanitizeDraft(page.Text, page.Text)
	if text == "" {
		return nil
	}
	shortened := cut(text, maxOriginal)
	lines := []string{"Text on the shop now:", printable(shortened)}
	var words []string
	size := 0
	for _, b := range page.Blocks {
		if !strings.Contains(shortened, b.Token()) {
			lines = append(lines, b.Token())
		}
		if says := cut(oneLine(b.Words()), maxBlock); says != "" && size+len(says) <= maxBlocks {
			words = append(words, fmt.Sprintf("Stays on the page as KEEP %d: %s", b.Number, says))
			size += len(says)
		}
	}
	return append(lines, words...)
}

// oneLine reduces a value to one line of at most maxFact characters.
func oneLine(text string) string {
	return cut(strings.Join(strings.Fields(printable(text)), " "), maxFact)
}

// printable removes control characters, including invisible ones and those that
// change the direction of writing.
func printable(text string) string {
	return strings.Map(func(r rune) rune {
		if r == '\n' || r == '\t' {
			return r
		}
		if unicode.IsControl(r) || (unicode.Is(unicode.Cf, r) && r != '\u200d' && r != '\u200c') {
			return -1
		}
		return r
	}, strings.ToValidUTF8(text, ""))
}

// cut shortens a text to the given number of characters and says so in the text.
func cut(text string, most int) string {
	runes := []rune(text)
	if len(runes) <= most {
		return text
	}
	return string(runes[:most]) + " (shortened)"
}
