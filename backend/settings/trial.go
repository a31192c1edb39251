package settings

import (
	"context"
	"strings"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// Trial returns the settings with the values in place of the saved ones, and the
// key for their endpoint. Nothing is saved: a test tries what is typed.
func (s *Service) Trial(ctx context.Context, values map[string]string) (galley.Settings, string, error) {
	set, err := s.Get(ctx)
	if err != nil {
		return set, "", err
	}
	for name, v := range values {
		if name == APIKey || name == PriceKey {
			continue
		}
		k, err := find(name)
		if err != nil {
			return set, "", err
		}
		if err := k.set(&set, v); err != nil {
			return set, "", err
		}
	}
	if typed := strings.TrimSpace(values[APIKey]); typed != "" {
		return set, typed, nil
	}
	secret, err := s.Key(ctx, set.Writer.BaseURL)
	return set, secret, err
}

// Save is Set for a whole configuration: an endpoint without an address or a
// model is refused.
func (s *Service) Save(ctx context.Context, values map[string]string) error {
	touched := false
	for name := range values {
		touched = touched || strings.HasPrefix(name, "writer.")
	}
	if touched {
		set, _, err := s.Trial(ctx, values)
		if err != nil {
			return err
		}
		if set.Writer.IsHalf() {
			return galley.NewError(galley.CodeInvalidInput, messages.EndpointHalf)
		}
	}
	return s.Set(ctx, values)
}
