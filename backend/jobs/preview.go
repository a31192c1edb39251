package jobs

import (
	"context"
	"time"

	"galley/backend/galley"
)

// Preview returns the finished prompt for the first few items of a job. Nothing
// is sent.
func (s *Service) Preview(ctx context.Context, spec galley.JobSpec) (galley.PromptPreview, error) {
	shop, set, err := s.prepare(ctx, &spec)
	if err != nil {
		return galley.PromptPreview{}, err
	}
	job, err := s.newJob(ctx, shop, set, spec)
	if err != nil {
		return galley.PromptPreview{}, err
	}
	preview := galley.PromptPreview{
		Items:               []galley.PromptItem{},
		UnknownPlaceholders: galley.UnknownPlaceholders(spec.Instructions), Unused: galley.UnusedBy(job.Writer, spec.Instructions),
	}
	few, err := s.store.Candidates(ctx, spec, shown)
	if err != nil {
		return preview, err
	}
	for _, at := range few {
		of, err := s.store.Subject(ctx, spec.ShopID, at)
		if err != nil {
			return preview, err
		}
		prompt := s.drafter.Prompt(galley.WriteRequest{Subject: of, Field: job.Field, Instructions: job.Instructions, Profile: job.Profile})
		preview.System, preview.SystemTokens = prompt.System, galley.Tokens(prompt.System)
		preview.Items = append(preview.Items, galley.PromptItem{Place: of.Ref(), User: prompt.User, Tokens: galley.Tokens(prompt.User)})
	}
	return preview, nil
}

// sharedFor is how far back the cached share of a shop's prompts is counted.
const sharedFor = 30 * 24 * time.Hour

// Prefix measures what a shop's profile adds to every request, and how much of
// what its jobs sent to models in the last 30 days the endpoints had cached.
func (s *Service) Prefix(ctx context.Context, id galley.ShopID) (galley.PromptPrefix, error) {
	profile, err := s.store.Profile(ctx, id)
	if err != nil {
		return galley.PromptPrefix{}, err
	}
	prompt := s.drafter.Prompt(galley.WriteRequest{Field: galley.FieldDescription, Profile: profile.For(galley.FieldDescription, "")})
	prefix := galley.PromptPrefix{Tokens: galley.Tokens(prompt.System)}
	prefix.Sent, prefix.Cached, err = s.store.SentByShop(ctx, id, s.clock.Now().Add(-sharedFor))
	return prefix, err
}
