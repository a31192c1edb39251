package jobs

import (
	"context"

	"galley/backend/galley"
)

// profileFor is what of a shop's profile goes along with a job: of the marked
// texts those nearest to its field, and to the type that most of its products have.
func (s *Service) profileFor(ctx context.Context, shop galley.ShopID, spec galley.JobSpec) (galley.Profile, error) {
	profile, err := s.store.Profile(ctx, shop)
	if err != nil || len(profile.Examples) <= galley.ExamplesSent {
		return profile.For(spec.Field, ""), err
	}
	productType, err := s.commonType(ctx, spec)
	return profile.For(spec.Field, productType), err
}

// commonType is the type of more than half of the products that a job is for, as
// far as some of them tell, and "" where there is none.
func (s *Service) commonType(ctx context.Context, spec galley.JobSpec) (string, error) {
	if spec.Selection.Filter != nil && len(spec.Selection.Filter.Type) == 1 {
		return spec.Selection.Filter.Type[0], nil
	}
	some, err := s.store.Candidates(ctx, spec, measured)
	if err != nil {
		return "", err
	}
	counts := map[string]int{}
	subjects, err := s.subjects(ctx, spec.ShopID, some)
	if err != nil {
		return "", err
	}
	for _, of := range subjects {
		counts[of.Product.ProductType]++
	}
	for productType, n := range counts {
		if 2*n > len(some) {
			return productType, nil
		}
	}
	return "", nil
}
