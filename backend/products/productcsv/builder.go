package productcsv

import (
	"strconv"
	"strings"

	"galley/backend/galley/messages"
)

// builder gathers one product from its rows. Texts come from the first row that
// has them: exports repeat only the handle on the rows that follow.
type builder struct {
	product Product
	// names and values hold the three option columns until finish knows which
	// of them the product uses.
	names  [len(optionColumns)]string
	values [][len(optionColumns)]string
	images map[string][]int // places in product.Images, by address
	rows   []sourceRow      // as they are in the file
	filled []bool           // the columns in which the product has something
}

func newBuilder(first *row) *builder {
	return &builder{product: Product{Handle: first.handle, Line: first.line}, filled: make([]bool, first.layout.width)}
}

func (b *builder) add(r *row) {
	b.addTexts(r)
	for i, col := range optionColumns {
		fill(&b.names[i], r.word(col.name))
	}
	b.addVariant(r)
	b.rows = append(b.rows, sourceRow{row: r, image: b.addImage(r)})
	for i, field := range r.fields {
		if i < len(b.filled) && !b.filled[i] {
			b.filled[i] = strings.TrimSpace(field) != ""
		}
	}
}

func (b *builder) addTexts(r *row) {
	p := &b.product
	fill(&p.Title, r.text(colTitle))
	fill(&p.BodyHTML, r.text(colBody))
	fill(&p.Vendor, r.word(colVendor))
	fill(&p.Type, r.word(colType))
	fill(&p.Status, r.status())
	fill(&p.SEOTitle, r.text(colSEOTitle))
	fill(&p.SEODescription, r.text(colSEODescription))
	fill(&p.GoogleCategory, r.word(colGoogleCategory))
	if len(p.Tags) == 0 {
		p.Tags = splitTags(r.word(colTags))
	}
	if published := r.flag(colPublished); p.Published == nil {
		p.Published = published
	}
	giftCard := r.isTrue(colGiftCard)
	p.GiftCard = p.GiftCard || giftCard
	p.Extra = r.extras(p.Extra, false)
}

func fill(field *string, value string) {
	if *field == "" {
		*field = value
	}
}

func splitTags(list string) []string {
	var tags []string
	for tag := range strings.SplitSeq(list, ",") {
		if tag = strings.TrimSpace(tag); tag != "" {
			tags = append(tags, tag)
		}
	}
	return tags
}

func (b *builder) addVariant(r *row) {
	if !r.isVariant() {
		return
	}
	var values [len(optionColumns)]string
	for i, col := range optionColumns {
		values[i] = r.word(col.value)
	}
	b.product.Variants = append(b.product.Variants, readVariant(r))
	b.values = append(b.values, values)
}

func readVariant(r *row) Variant {
	return Variant{
		Price: r.decimal(colPrice, messages.FileNotAPrice), CompareAtPrice: r.decimal(colCompareAt, messages.FileNotAPrice),
		Quantity: r.whole(colQuantity, messages.FileNotAStock), Grams: r.number(colGrams, messages.FileNotAWeight),
		SKU: r.code(colSKU), Barcode: r.code(colBarcode),
		Tracker: r.word(colTracker), Policy: r.word(colPolicy), Fulfillment: r.word(colFulfillment),
		RequiresShipping: r.isTrue(colRequiresShipping), Taxable: r.isTrue(colTaxable),
		Image: r.word(colVariantImage), Extra: r.extras(nil, true),
	}
}

// addImage takes the row's picture, once: some programs repeat it on every row,
// and not always with its position. It returns the picture's place in
// product.Images, -1 where the row has none.
func (b *builder) addImage(r *row) int {
	image := readImage(r)
	if image.Src == "" {
		return -1
	}
	for _, at := range b.images[image.Src] {
		known := &b.product.Images[at]
		if known.Position == image.Position || known.Position == 0 || image.Position == 0 {
			fill(&known.Alt, image.Alt)
			if known.Position == 0 {
				known.Position, known.Place = image.Position, image.Place
			}
			return at
		}
	}
	if b.images == nil {
		b.images = make(map[string][]int)
	}
	at := len(b.product.Images)
	b.images[image.Src] = append(b.images[image.Src], at)
	b.product.Images = append(b.product.Images, image)
	return at
}

func readImage(r *row) Image {
	image := Image{Src: r.word(colImageSrc), Alt: r.text(colImageAlt)}
	if image.Src == "" {
		return image
	}
	image.Position = r.whole(colImagePosition, messages.FileNotAPlace)
	if cell := r.word(colImagePosition); cell != "" && cell != strconv.Itoa(image.Position) {
		image.Place = cell
	}
	return image
}

// finish settles the options, leaving out columns that the product does not use.
func (b *builder) finish() Product {
	for i := range optionColumns {
		option, used := b.option(i)
		if !used {
			continue
		}
		b.product.Options = append(b.product.Options, option)
		for v := range b.product.Variants {
			variant := &b.product.Variants[v]
			variant.Options = append(variant.Options, b.values[v][i])
		}
	}
	return b.product
}

func (b *builder) option(i int) (Option, bool) {
	option := Option{Name: b.names[i]}
	seen := make(map[string]bool)
	for _, values := range b.values {
		if value := values[i]; value != "" && !seen[value] {
			seen[value] = true
			option.Values = append(option.Values, value)
		}
	}
	return option, option.Name != "" || len(option.Values) > 0
}
