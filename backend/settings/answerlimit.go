package settings

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// AnswerLimitKey is a write-only setting: the longest answer of one field of the
// model in the settings, as field=tokens. Without tokens it is removed.
const AnswerLimitKey = "writer.answer_limit"

// changeLimit enters an answer limit into the table of the settings that will
// hold after clean is saved.
func (s *Service) changeLimit(ctx context.Context, clean map[string]string, text string) error {
	now, err := s.Get(ctx)
	if err != nil {
		return err
	}
	if now, err = s.with(now, clean); err != nil {
		return err
	}
	limits, err := withLimit(now.Writer.AnswerLimits, now.Writer.Model, text)
	if err != nil {
		return err
	}
	if err := setLimits(&now.Writer.AnswerLimits, showLimits(limits)); err != nil {
		return err
	}
	clean[AnswerLimitsKey] = showLimits(limits)
	return nil
}

func withLimit(limits []galley.AnswerLimit, model, text string) ([]galley.AnswerLimit, error) {
	name, number, found := strings.Cut(text, "=")
	f, err := galley.ParseField(strings.TrimSpace(name))
	if err != nil {
		return nil, err
	}
	if model == "" {
		return nil, galley.NewError(galley.CodeInvalidInput, messages.EndpointNotSetUp([]string{galley.WriterModelKey}))
	}
	others := slices.DeleteFunc(slices.Clone(limits), func(l galley.AnswerLimit) bool { return l.Model == model && l.Field == f })
	if number = strings.TrimSpace(number); found && number == "" {
		return others, nil
	}
	tokens, err := strconv.Atoi(number)
	if err != nil {
		return nil, galley.NewError(galley.CodeInvalidInput, messages.LimitInvalid(galley.LeastAnswerLimit, galley.MostAnswerLimit))
	}
	return append(others, galley.AnswerLimit{Model: model, Field: f, Tokens: tokens}), nil
}
