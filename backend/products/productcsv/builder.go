package productcsv

import "strings"

// builder gathers one product from its rows. Texts come from the first row that
// has them: exports repeat only the handle on the rows that follow.
type builder struct {
	product Product
	// names and values hold the three option columns until finish knows which
	// of them the product uses.
	names  [len(optionColumns)]string
	values [][len(optionColumns)]string
	images map[imageKey]bool
}

// imageKey tells pictures of a product apart.
type imageKey struct {
	src      string
	position int
}

func newBuilder(first *row) *builder {
	if first == nil {
		return &builder{}
	}
	return &builder{product: Product{Handle: first.word(colHandle), Line: first.line}}
}

// check reports what add would refuse, keeping nothing.
func (b *builder) check(r *row) error {
	if _, err := readVariant(r); err != nil {
		return err
	}
	_, err := readImage(r)
	return err
}

func (b *builder) add(r *row) error {
	b.addTexts(r)
	for i, col := range optionColumns {
		fill(&b.names[i], r.word(col.name))
	}
	if err := b.addVariant(r); err != nil {
		return err
	}
	return b.addImage(r)
}

func (b *builder) addTexts(r *row) {
	p := &b.product
	fill(&p.Title, r.text(colTitle))
	fill(&p.BodyHTML, r.text(colBody))
	fill(&p.Vendor, r.word(colVendor))
	fill(&p.Type, r.word(colType))
	fill(&p.Status, strings.ToLower(r.word(colStatus)))
	fill(&p.SEOTitle, r.text(colSEOTitle))
	fill(&p.SEODescription, r.text(colSEODescription))
	fill(&p.GoogleCategory, r.word(colGoogleCategory))
	if len(p.Tags) == 0 {
		p.Tags = splitTags(r.word(colTags))
	}
	if p.Published == nil {
		p.Published = r.flag(colPublished)
	}
	p.GiftCard = p.GiftCard || r.isTrue(colGiftCard)
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

func (b *builder) addVariant(r *row) error {
	if !r.isVariant() {
		return nil
	}
	variant, err := readVariant(r)
	if err != nil {
		return err
	}
	var values [len(optionColumns)]string
	for i, col := range optionColumns {
		values[i] = r.word(col.value)
	}
	b.product.Variants = append(b.product.Variants, variant)
	b.values = append(b.values, values)
	return nil
}

func readVariant(r *row) (v Variant, err error) {
	if v.Price, err = r.decimal(colPrice); err != nil {
		return v, err
	}
	if v.CompareAtPrice, err = r.decimal(colCompareAt); err != nil {
		return v, err
	}
	if v.Quantity, err = r.whole(colQuantity); err != nil {
		return v, err
	}
	if v.Grams, err = r.number(colGrams); err != nil {
		return v, err
	}
	v.SKU, v.Barcode = r.code(colSKU), r.code(colBarcode)
	v.Tracker, v.Policy = r.word(colTracker), r.word(colPolicy)
	v.Fulfillment = r.word(colFulfillment)
	v.RequiresShipping, v.Taxable = r.isTrue(colRequiresShipping), r.isTrue(colTaxable)
	v.Image = r.word(colVariantImage)
	v.Extra = r.extras(nil, true)
	return v, nil
}

// addImage takes the row's picture, once: some programs repeat it on every row.
func (b *builder) addImage(r *row) error {
	image, err := readImage(r)
	if err != nil || image.Src == "" {
		return err
	}
	key := imageKey{image.Src, image.Position}
	if b.images[key] {
		return nil
	}
	if b.images == nil {
		b.images = make(map[imageKey]bool)
	}
	b.images[key] = true
	b.product.Images = append(b.product.Images, image)
	return nil
}

func readImage(r *row) (Image, error) {
	position, err := r.whole(colImagePosition)
	return Image{Src: r.word(colImageSrc), Position: position, Alt: r.text(colImageAlt)}, err
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
