package evaluation

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"

	"galley/backend/galley"
)

// lineLimit is the length of the longest case, in bytes.
const lineLimit = 1 << 20

// Answer is a model's answer to a request for copy.
type Answer struct {
	Kind    string       `json:"kind"`
	Field   galley.Field `json:"field"`
	Product string       `json:"product"` // ID of a product of the same folder
	Answer  string       `json:"answer"`
	// Gone is what must be absent from the draft. An answer with it may be mended;
	// a bad one without it must be refused.
	Gone []string `json:"gone,omitempty"`
}

// Product is what the shop of the cases has.
type Product struct {
	ID          string          `json:"id"`
	Language    string          `json:"language"`
	Title       string          `json:"title"`
	Vendor      string          `json:"vendor"`
	Type        string          `json:"type"`
	Tags        []string        `json:"tags"`
	Options     []galley.Option `json:"options"`
	Description string          `json:"description"`
}

// pictureID is the only picture of each product.
const pictureID = "gid://shopify/MediaImage/1"

// Request returns the request that a field of the product is written for.
func (p Product) Request(f galley.Field) galley.WriteRequest {
	product := galley.Product{
		ID: "gid://shopify/Product/" + p.ID, Handle: p.ID, Title: p.Title, Vendor: p.Vendor, ProductType: p.Type,
		Tags: p.Tags, Options: p.Options, DescriptionHTML: p.Description,
		Images: []galley.Image{{ID: pictureID, URL: "https://cdn.example/1.jpg", Position: 1}},
	}
	request := galley.WriteRequest{Field: f, Subject: product.Subject()}
	if f.Place() == galley.PlaceImage {
		request.Target = galley.ImageTarget(pictureID)
	}
	request.Original, _ = request.Value(f)
	return request
}

// readLines reads a file of one JSON value a line.
func readLines[T any](folder fs.FS, path string) (list []T, err error) {
	file, err := folder.Open(path)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, lineLimit)
	for number := 1; lines.Scan(); number++ {
		var value T
		if err := json.Unmarshal(lines.Bytes(), &value); err != nil {
			return nil, fmt.Errorf("%s, line %d: %w", path, number, err)
		}
		list = append(list, value)
	}
	return list, lines.Err()
}

// readProducts reads the products of a folder by their IDs.
func readProducts(folder fs.FS) (map[string]Product, error) {
	list, err := readLines[Product](folder, "products.jsonl")
	products := make(map[string]Product, len(list))
	for _, p := range list {
		products[p.ID] = p
	}
	return products, err
}
