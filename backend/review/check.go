package review

import (
	"context"

	"galley/backend/checks"
	"galley/backend/galley"
)

// Text is a text to check that is in no job.
type Text struct {
	Handle    string       `json:"handle"`
	Field     galley.Field `json:"field"`
	Content   string       `json:"content"`
	Keyphrase string       `json:"keyphrase"`
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

// subject is what a text is checked against: of alt text the product, since no
// picture is named.
func (s *Service) subject(ctx context.Context, shop galley.ShopID, t Text) (galley.Subject, error) {
	return s.store.Subject(ctx, shop, galley.Listed{Target: galley.Target{Kind: t.Field.Owner(), ID: t.Handle}})
}
