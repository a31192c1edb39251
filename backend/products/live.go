package products

import (
	"context"

	"galley/backend/galley"
)

// liveBatch is how many places are read from a shop at once.
const liveBatch = 100

// Live reads the shop's current texts of these places, in order.
func (s *Service) Live(ctx context.Context, shop galley.Shop, f galley.Field, targets []galley.Target) ([]galley.Current, error) {
	client, err := s.clients.Client(ctx, shop)
	if err != nil {
		return nil, err
	}
	live := make([]galley.Current, 0, len(targets))
	for len(targets) > 0 {
		n := min(liveBatch, len(targets))
		found, err := client.Content(ctx, f, targets[:n])
		if err != nil {
			return nil, err
		}
		live, targets = append(live, found...), targets[n:]
	}
	return live, nil
}
