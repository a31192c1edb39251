package review

import (
	"context"
	"slices"

	"galley/backend/checks"
	"galley/backend/galley"
)

// Text is a text to check that is in no job.
type Text struct {
	Handle    string       `json:"handle"`
	Field     galley.Field `json:"field"`
	Content   string       `json:"content"`
	Keyphrase string       `json:"keyphrase"`
	// Image is the picture that an alt text is of: its address or its file name.
	Image string `json:"image,omitempty"`
}

// Checked is the result of checking a text.
type Checked struct {
	Handle   string           `json:"handle"`
	Field    galley.Field     `json:"field"`
	Score    *galley.Score    `json:"score"` // nil also where the shop's plan has none
	Warnings []galley.Warning `json:"warnings"`
	Claims   []galley.Claim   `json:"claims"` // what the text says of the product, each with its grade and source
}

// Check runs every check on a text against a product of the local copy. Nothing is saved.
func (s *Service) Check(ctx context.Context, shop galley.ShopID, t Text) (Checked, error) {
	c := Checked{Handle: t.Handle, Field: t.Field, Warnings: []galley.Warning{}, Claims: []galley.Claim{}}
	if _, err := galley.ParseField(string(t.Field)); err != nil {
		return c, err
	}
	of, err := s.subject(ctx, shop, t)
	if err != nil {
		return c, err
	}
	plan, err := s.store.Plan(ctx, shop)
	if err != nil {
		return c, err
	}
	profile, err := s.store.Profile(ctx, shop)
	if err != nil {
		return c, err
	}
	original, _ := of.Value(t.Field)
	report := checks.Run(checks.Text{
		Subject: of, Field: t.Field, Content: t.Content, Original: original, Profile: profile, Keyphrase: t.Keyphrase, SawPicture: true,
	})
	c.Warnings = append(c.Warnings, report.Warnings...)
	c.Claims = append(c.Claims, report.Claims...)
	if plan.ShowsScores() {
		c.Score = report.Score
	}
	return c, nil
}

// subject is what a text is checked against: of alt text the product, or the
// picture that is named.
func (s *Service) subject(ctx context.Context, shop galley.ShopID, t Text) (galley.Subject, error) {
	of, err := s.store.Subject(ctx, shop, galley.Listed{Target: galley.Target{Kind: t.Field.Owner(), ID: t.Handle}})
	if err != nil || t.Image == "" || t.Field.Place() != galley.PlaceImage {
		return of, err
	}
	return withPicture(of.Product, t.Image).Of(galley.ImageTarget(pictureID(of.Product, t.Image))), nil
}

// pictureID is the ID of the product's picture with an address or file name, else
// the name itself: a picture that the product does not have yet.
func pictureID(p galley.Product, name string) string {
	if img, found := p.FindImage(name); found {
		return img.ID
	}
	return name
}

// withPicture is the product with the picture of that name among its own.
func withPicture(p galley.Product, name string) galley.Product {
	if pictureID(p, name) == name && !slices.ContainsFunc(p.Images, func(i galley.Image) bool { return i.ID == name }) {
		p.Images = append(slices.Clone(p.Images), galley.Image{ID: name, URL: name, Position: len(p.Images) + 1})
	}
	return p
}
