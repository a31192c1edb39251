package settings

import (
	"encoding/json"
	"slices"
	"strings"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// limitsExample shows how answer limits are written.
const limitsExample = `[{"model":"name","field":"description","tokens":8000}]`

func showLimits(limits []galley.AnswerLimit) string {
	if len(limits) == 0 {
		return "[]"
	}
	b, err := json.Marshal(limits)
	if err != nil {
		return "[]" // texts and numbers can always be marshalled
	}
	return string(b)
}

// setLimits reads answer limits: one for each model and field.
func setLimits(to *[]galley.AnswerLimit, v string) error {
	var limits []galley.AnswerLimit
	if v = strings.TrimSpace(v); v != "" {
		if err := json.Unmarshal([]byte(v), &limits); err != nil {
			return galley.WrapError(err, galley.CodeInvalidInput, messages.LimitsUnreadable(limitsExample))
		}
	}
	for i, l := range limits {
		again := slices.ContainsFunc(limits[:i], func(o galley.AnswerLimit) bool { return o.Model == l.Model && o.Field == l.Field })
		if l.Model == "" || !slices.Contains(galley.Fields(), l.Field) || l.Tokens < galley.LeastAnswerLimit || l.Tokens > galley.MostAnswerLimit || again {
			return galley.NewError(galley.CodeInvalidInput, messages.LimitInvalid(galley.LeastAnswerLimit, galley.MostAnswerLimit))
		}
	}
	*to = limits
	return nil
}
