package galley

// Target is one place on a shop: the kind of thing that holds a field, and its
// id there.
type Target struct {
	Kind PlaceKind `json:"kind"`
	ID   string    `json:"id"`
}

// ProductTarget is the place of a product.
func ProductTarget(id string) Target { return Target{Kind: PlaceProduct, ID: id} }

// ImageTarget is the place of an image. It is one place, however many products
// show it.
func ImageTarget(id string) Target { return Target{Kind: PlaceImage, ID: id} }

// CollectionTarget is the place of a collection.
func CollectionTarget(id string) Target { return Target{Kind: PlaceCollection, ID: id} }

// Listed is a place as a job lists it: an image under one of the products that
// show it.
type Listed struct {
	Target

	ImageOf string // of an image: the id of that product
}

// PlaceRef names a place; it is kept when the place is gone. Handle and title of
// an image are those of the product that it is listed under.
type PlaceRef struct {
	Kind   PlaceKind `json:"kind"`
	ID     string    `json:"id"`
	Handle string    `json:"handle"`
	Title  string    `json:"title"`
}

// Target is the place that is named.
func (p PlaceRef) Target() Target { return Target{Kind: p.Kind, ID: p.ID} }

// Listed is the place with the product that it is listed under.
func (p PlaceRef) Listed(imageOf string) Listed { return Listed{Target: p.Target(), ImageOf: imageOf} }

// Product names the product of a place: itself, or of an image the one that it
// is listed under. Other places have none.
func (p PlaceRef) Product(imageOf string) ProductRef {
	switch p.Kind {
	case PlaceProduct:
		return ProductRef{ID: p.ID, Handle: p.Handle, Title: p.Title}
	case PlaceImage:
		return ProductRef{ID: imageOf, Handle: p.Handle, Title: p.Title}
	case PlaceCollection:
	}
	return ProductRef{}
}

// ImageID is the id of an image, "" for other places.
func (p PlaceRef) ImageID() string {
	if p.Kind == PlaceImage {
		return p.ID
	}
	return ""
}
