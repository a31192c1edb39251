package graph

// CheckLimits refuses an operation that exceeds MaxQuery.
func (o *Operation) CheckLimits() *Error {
	most := o.schema.costs.MaxQuery
	if o.Cost <= most {
		return nil
	}
	return validationError(CodeMaxCost,
		map[string]any{
			"cost": o.Cost, "maxCost": most,
			"documentation": "https://shopify.dev/api/usage/rate-limits",
		},
		"Query cost is %d, which exceeds the single query max cost limit (%d).\n\n"+
			"See https://shopify.dev/concepts/about-apis/rate-limits for more information on how the\n"+
			"cost of a query is calculated.\n\n"+
			"To query larger amounts of data with fewer limits, bulk operations should be used instead.\n"+
			"See https://shopify.dev/tutorials/perform-bulk-operations-with-admin-api for usage details.\n", o.Cost, most)
}

// CheckInputs refuses lists in arguments that are longer than Shopify accepts.
func (o *Operation) CheckInputs() *Error {
	for _, field := range o.groups {
		for _, definition := range field.definition.Arguments {
			value, has := field.args[definition.Name]
			if !has {
				continue
			}
			if failure := o.checkSize(value, []any{field.key, definition.Name}); failure != nil {
				return failure.at(field.first().Position)
			}
		}
	}
	return nil
}

func (o *Operation) checkSize(value any, path []any) *Error {
	switch value := value.(type) {
	case []any:
		if most := o.schema.costs.MaxPage; len(value) > most {
			return validationError(CodeMaxInputSize, nil,
				"The input array size of %d is greater than the maximum allowed of %d.", len(value), most).under(path)
		}
		for i, item := range value {
			if failure := o.checkSize(item, append(append([]any{}, path...), i)); failure != nil {
				return failure
			}
		}
	case map[string]any:
		for name, item := range value {
			if failure := o.checkSize(item, append(append([]any{}, path...), name)); failure != nil {
				return failure
			}
		}
	}
	return nil
}
