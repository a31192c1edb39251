package galley

import (
	"slices"
	"time"

	"galley/backend/galley/fields"
)

// Subject is what a text is about: the local copy of a place.
type Subject struct {
	Target     Target
	Product    Product     // of a product or an image
	Collection *Collection // of a collection
	Keyphrases Keyphrases  // of the product or collection, set by a person
	Noted      Noted       // of the product or collection, beyond the shop's data
}

// Value returns what the local copy has at the field; ok is false if the place
// does not hold it, or the image is gone.
func (s Subject) Value(f Field) (v Value, ok bool) {
	part, known := s.parts()[f.Role()]
	if !known || s.owner() != f.Owner() {
		return Value{}, false
	}
	return part.get(s)
}

// With returns the subject with another value of the field. A picture that the
// product does not have is ignored.
func (s Subject) With(f Field, v Value) Subject {
	if part, known := s.parts()[f.Role()]; known && s.owner() == f.Owner() {
		part.set(&s, v)
	}
	return s
}

func (s Subject) owner() PlaceKind {
	if s.Collection != nil {
		return PlaceCollection
	}
	return PlaceProduct
}

func (s Subject) parts() map[fields.Role]subjectPart {
	if s.Collection != nil {
		return collectionParts
	}
	return productParts
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

// subjectPart is where a product, an image or a collection has the text of a
// role.
type subjectPart struct {
	get func(s Subject) (Value, bool)
	set func(s *Subject, v Value)
}

var productParts = map[fields.Role]subjectPart{
	fields.RoleTitle: {
		get: func(s Subject) (Value, bool) { return Text(s.Product.Title), true },
		set: func(s *Subject, v Value) { s.Product.Title = v.Text },
	},
	fields.RoleDescription: {
		get: func(s Subject) (Value, bool) { return Text(s.Product.DescriptionHTML), true },
		set: func(s *Subject, v Value) { s.Product.DescriptionHTML = v.Text },
	},
	fields.RoleSEOTitle: {
		get: func(s Subject) (Value, bool) { return s.Product.SEOTitle, true },
		set: func(s *Subject, v Value) { s.Product.SEOTitle = v },
	},
	fields.RoleMetaDescription: {
		get: func(s Subject) (Value, bool) { return s.Product.MetaDescription, true },
		set: func(s *Subject, v Value) { s.Product.MetaDescription = v },
	},
	fields.RoleAltText: {get: altText, set: setAltText},
}

var collectionParts = map[fields.Role]subjectPart{
	fields.RoleTitle: {
		get: func(s Subject) (Value, bool) { return Text(s.Collection.Title), true },
		set: func(s *Subject, v Value) { changeCollection(s, func(c *Collection) { c.Title = v.Text }) },
	},
	fields.RoleDescription: {
		get: func(s Subject) (Value, bool) { return Text(s.Collection.DescriptionHTML), true },
		set: func(s *Subject, v Value) { changeCollection(s, func(c *Collection) { c.DescriptionHTML = v.Text }) },
	},
	fields.RoleSEOTitle: {
		get: func(s Subject) (Value, bool) { return s.Collection.SEOTitle, true },
		set: func(s *Subject, v Value) { changeCollection(s, func(c *Collection) { c.SEOTitle = v }) },
	},
	fields.RoleMetaDescription: {
		get: func(s Subject) (Value, bool) { return s.Collection.MetaDescription, true },
		set: func(s *Subject, v Value) { changeCollection(s, func(c *Collection) { c.MetaDescription = v }) },
	},
}

// changeCollection changes a copy of the collection.
func changeCollection(s *Subject, change func(*Collection)) {
	c := *s.Collection
	change(&c)
	s.Collection = &c
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
