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
	if set, err = s.with(set, values); err != nil {
		return set, "", err
	}
	if typed := strings.TrimSpace(values[APIKey]); typed != "" {
		return set, typed, nil
	}
	secret, err := s.Key(ctx, set.Writer.BaseURL)
	return set, secret, err
}

// with returns settings with the values in place.
func (*Service) with(set galley.Settings, values map[string]string) (galley.Settings, error) {
	for name, v := range values {
		if writeOnly[name] {
			continue
		}
		k, err := find(name)
		if err != nil {
			return set, err
		}
		if err := k.set(&set, v); err != nil {
			return set, err
		}
	}
	return set, nil
}

// Save is Set for a whole configuration: an endpoint without an address or a
// model is refused, with what is missing.
func (s *Service) Save(ctx context.Context, values map[string]string) error {
	_, after, err := s.around(ctx, values)
	if err != nil {
		return err
	}
	if touchesWriter(values) && len(after.Missing()) > 0 {
		return refuseHalf(after)
	}
	return s.Set(ctx, values)
}

// Step is Set for one step of several: a script sets kind, address and model one
// after the other, in any order. It returns what is still missing afterwards. A
// step that takes a part out of a configuration that was whole is refused.
func (s *Service) Step(ctx context.Context, values map[string]string) (missing []string, err error) {
	before, after, err := s.around(ctx, values)
	if err != nil {
		return nil, err
	}
	missing = after.Missing()
	if isWhole := before.Kind.Traits().NeedsEndpoint && len(before.Missing()) == 0; isWhole && len(missing) > 0 {
		return nil, refuseHalf(after)
	}
	if !touchesWriter(values) {
		missing = nil
	}
	return missing, s.Set(ctx, values)
}

// around is the writer before values are saved, and after.
func (s *Service) around(ctx context.Context, values map[string]string) (before, after galley.WriterSettings, err error) {
	if !touchesWriter(values) {
		return before, after, nil
	}
	now, err := s.Get(ctx)
	if err != nil {
		return before, after, err
	}
	then, err := s.with(now, values)
	return now.Writer, then.Writer, err
}

func touchesWriter(values map[string]string) bool {
	for name := range values {
		if strings.HasPrefix(name, "writer.") {
			return true
		}
	}
	return false
}

func refuseHalf(w galley.WriterSettings) error {
	return galley.NewError(galley.CodeInvalidInput, messages.EndpointHalf(w.Missing()))
}
