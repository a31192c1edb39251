package graph

import (
	"slices"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/validator"
	"github.com/vektah/gqlparser/v2/validator/core"
	"github.com/vektah/gqlparser/v2/validator/rules"
)

// inspector validates one document with Shopify's wording. Rules of the
// library whose errors clients are likely to get are replaced by ones with
// Shopify's wording.
type inspector struct {
	types    *ast.Schema
	document *ast.QueryDocument
	errs     []*Error
}

// standardRules are the library's rules that are used unchanged, with Shopify's
// codes.
var standardRules = []struct {
	rule core.Rule
	code string
}{
	{rules.FragmentsOnCompositeTypesRule, "fragmentOnNonCompositeType"},
	{rules.KnownDirectivesRule, "undefinedDirective"},
	{rules.KnownRootTypeRule, "missingOperationType"},
	{rules.LoneAnonymousOperationRule, "uniquelyNamedOperations"},
	{rules.MaxIntrospectionDepth, "maxIntrospectionDepth"},
	{rules.NoFragmentCyclesRule, "infiniteLoop"},
	{rules.OverlappingFieldsCanBeMergedRule, "fieldConflict"},
	{rules.SingleFieldSubscriptionsRule, "notSingleSubscription"},
	{rules.UniqueArgumentNamesRule, "argumentNotUnique"},
	{rules.UniqueDirectivesPerLocationRule, "directiveNotUniqueForLocation"},
	{rules.UniqueFragmentNamesRule, "fragmentNotUnique"},
	{rules.UniqueInputFieldNamesRule, "inputFieldNotUnique"},
	{rules.UniqueOperationNamesRule, "operationNameNotUnique"},
	{rules.UniqueVariableNamesRule, "variableNotUnique"},
	{rules.VariablesAreInputTypesRule, "variableRequiresValidType"},
}

// validate returns all errors of a document.
func (s *Schema) validate(document *ast.QueryDocument) []*Error {
	in := &inspector{types: s.types, document: document}
	used := rules.NewRules(core.Rule{Name: "Shopify", RuleFunc: in.observe})
	codes := make(map[string]string, len(standardRules))
	for _, standard := range standardRules {
		used.AddRule(standard.rule.Name, standard.rule.RuleFunc)
		codes[standard.rule.Name] = standard.code
	}
	for _, found := range validator.ValidateWithRules(s.types, document, used) {
		in.errs = append(in.errs, standardError(found, codes[found.Rule]))
	}
	in.checkVariables()
	in.checkFragmentUse()
	return in.errs
}

func standardError(found *gqlerror.Error, code string) *Error {
	failure := validationError(code, nil, "%s", found.Message)
	for _, location := range found.Locations {
		failure.Locations = append(failure.Locations, Location(location))
	}
	return failure
}

func (in *inspector) observe(events *core.Events, _ core.AddErrFunc) {
	events.OnField(func(_ *core.Walker, field *ast.Field) { in.checkField(field) })
	events.OnDirective(func(_ *core.Walker, directive *ast.Directive) { in.checkDirective(directive) })
	events.OnInlineFragment(func(_ *core.Walker, fragment *ast.InlineFragment) { in.checkInlineFragment(fragment) })
	events.OnFragmentSpread(func(_ *core.Walker, spread *ast.FragmentSpread) { in.checkSpread(spread) })
	events.OnVariable(func(_ *core.Walker, variable *ast.VariableDefinition) { in.checkVariable(variable) })
}

// add records an error once: the validator visits fragments more than once.
func (in *inspector) add(failure *Error) {
	for _, known := range in.errs {
		if known.Message == failure.Message && slices.Equal(known.Locations, failure.Locations) {
			return
		}
	}
	in.errs = append(in.errs, failure)
}

// pathOf is the path of a selection, with steps below it.
func (in *inspector) pathOf(selection ast.Selection, below ...any) []any {
	return append(documentPath(in.document, selection), below...)
}
