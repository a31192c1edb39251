package galley

import "slices"

// productField is where a product holds a field.
type productField struct {
	get func(p Product, imageID string) (Value, bool)
	set func(p *Product, imageID string, v Value)
}

var productFields = map[Field]productField{
	FieldTitle: {
		get: func(p Product, _ string) (Value, bool) { return Text(p.Title), true },
		set: func(p *Product, _ string, v Value) { p.Title = v.Text },
	},
	FieldDescription: {
		get: func(p Product, _ string) (Value, bool) { return Text(p.DescriptionHTML), true },
		set: func(p *Product, _ string, v Value) { p.DescriptionHTML = v.Text },
	},
	FieldSEOTitle: {
		get: func(p Product, _ string) (Value, bool) { return p.SEOTitle, true },
		set: func(p *Product, _ string, v Value) { p.SEOTitle = v },
	},
	FieldMetaDescription: {
		get: func(p Product, _ string) (Value, bool) { return p.MetaDescription, true },
		set: func(p *Product, _ string, v Value) { p.MetaDescription = v },
	},
	FieldAltText: {get: altText, set: setAltText},
}

func altText(p Product, imageID string) (Value, bool) {
	img, found := p.Image(imageID)
	return img.Alt, found
}

// setAltText leaves the pictures of other copies of the product as they are.
func setAltText(p *Product, imageID string, v Value) {
	p.Images = slices.Clone(p.Images)
	for i := range p.Images {
		if p.Images[i].ID == imageID {
			p.Images[i].Alt = v
		}
	}
}
