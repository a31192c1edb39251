package galley

import (
	"slices"
	"time"
)

// Subject is what a text is about: the local copy of a place.
type Subject struct {
	Target     Target
	Product    Product     // of a product or an image
	Collection *Collection // of a collection
}

// Value returns what the local copy has at the field; ok is false where the
// place does not hold it, or the image is not there.
func (s Subject) Value(f Field) (v Value, ok bool) {
	if part, known := subjectFields[f]; known && (s.Collection != nil) == (f.Place() == PlaceCollection) {
		return part.get(s)
	}
	return Value{}, false
}

// With returns the subject with another value of the field. A picture that the
// product does not have is left out.
func (s Subject) With(f Field, v Value) Subject {
	if part, known := subjectFields[f]; known && (s.Collection != nil) == (f.Place() == PlaceCollection) {
		part.set(&s, v)
	}
	return s
}

// Image is the picture that the text is about.
func (s Subject) Image() (Image, bool) { return s.Product.Image(s.Target.ID) }

// Title is the name of the product or collection.
func (s Subject) Title() string {
	if s.Collection != nil {
		return s.Collection.Title
	}
	return s.Product.Title
}

// Handle is the handle of the product or collection.
func (s Subject) Handle() string {
	if s.Collection != nil {
		return s.Collection.Handle
	}
	return s.Product.Handle
}

// HTML is the description of the product or collection.
func (s Subject) HTML() string {
	if s.Collection != nil {
		return s.Collection.DescriptionHTML
	}
	return s.Product.DescriptionHTML
}

// SEO are the texts of the product or collection in search results.
func (s Subject) SEO() (title, description Value) {
	if s.Collection != nil {
		return s.Collection.SEOTitle, s.Collection.MetaDescription
	}
	return s.Product.SEOTitle, s.Product.MetaDescription
}

// ShopFacts are what its people noted of the whole shop, a line each.
func (s Subject) ShopFacts() string {
	if s.Collection != nil {
		return s.Collection.ShopFacts
	}
	return s.Product.ShopFacts
}

// ShopID is the shop that has the place.
func (s Subject) ShopID() ShopID {
	if s.Collection != nil {
		return s.Collection.ShopID
	}
	return s.Product.ShopID
}

// ReadAt is when the local copy was last compared with the shop, nil where that
// is not known.
func (s Subject) ReadAt() *time.Time {
	if s.Collection != nil {
		return s.Collection.ReadAt
	}
	return s.Product.ReadAt
}

// Ref names the place.
func (s Subject) Ref() PlaceRef {
	return PlaceRef{Kind: s.Target.Kind, ID: s.Target.ID, Handle: s.Handle(), Title: s.Title()}
}

// At is the subject of another text of the same product: of it, or of one of its
// images.
func (s Subject) At(t Target) Subject {
	s.Target = t
	return s
}

// Of is the product as the subject of a text at a place: itself or one of its images.
func (p Product) Of(t Target) Subject { return Subject{Target: t, Product: p} }

// Subject is the product as the subject of a text.
func (p Product) Subject() Subject { return p.Of(ProductTarget(p.ID)) }

// Value returns what the local copy has at a field of the product, or of one of
// its images.
func (p Product) Value(f Field, t Target) (v Value, ok bool) { return p.Of(t).Value(f) }

// Subject is the collection as the subject of a text.
func (c Collection) Subject() Subject {
	return Subject{Target: CollectionTarget(c.ID), Collection: &c}
}

// subjectField is where a product, an image or a collection has a field.
type subjectField struct {
	get func(s Subject) (Value, bool)
	set func(s *Subject, v Value)
}

var subjectFields = map[Field]subjectField{
	FieldTitle: {
		get: func(s Subject) (Value, bool) { return Text(s.Product.Title), true },
		set: func(s *Subject, v Value) { s.Product.Title = v.Text },
	},
	FieldDescription: {
		get: func(s Subject) (Value, bool) { return Text(s.Product.DescriptionHTML), true },
		set: func(s *Subject, v Value) { s.Product.DescriptionHTML = v.Text },
	},
	FieldSEOTitle: {
		get: func(s Subject) (Value, bool) { return s.Product.SEOTitle, true },
		set: func(s *Subject, v Value) { s.Product.SEOTitle = v },
	},
	FieldMetaDescription: {
		get: func(s Subject) (Value, bool) { return s.Product.MetaDescription, true },
		set: func(s *Subject, v Value) { s.Product.MetaDescription = v },
	},
	FieldAltText: {get: altText, set: setAltText},
}

func altText(s Subject) (Value, bool) {
	img, found := s.Image()
	return img.Alt, found
}

// setAltText leaves the pictures of other copies of the product as they are.
func setAltText(s *Subject, v Value) {
	s.Product.Images = slices.Clone(s.Product.Images)
	for i := range s.Product.Images {
		if s.Product.Images[i].ID == s.Target.ID {
			s.Product.Images[i].Alt = v
		}
	}
}
