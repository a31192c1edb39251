package graph

import (
	"context"
	"errors"
	"fmt"

	"github.com/vektah/gqlparser/v2/ast"
)

// Result is an operation's outcome.
type Result struct {
	// Data is the "data" of the response, or null where a field that must have a
	// value failed.
	Data   *Object
	Errors []*Error
	// Cost is the actual cost of the operation, in points.
	Cost int
	// Notes are further entries of the response's "extensions".
	Notes map[string][]any
}

// Call is a resolver's context: path, arguments and notes.
type Call struct {
	context.Context //nolint:containedctx // a call lives no longer than its context

	Args Args
	run  *execution
	at   *steps
}

// Path is the place of the field in the response.
func (c *Call) Path() []any { return c.at.path() }

// Note adds an entry to a list in the response's "extensions".
func (c *Call) Note(name string, entry any) {
	c.run.result.Notes[name] = append(c.run.result.Notes[name], entry)
}

// execution is one run of an operation.
type execution struct {
	*Operation

	result *Result
}

// errNull carries a null up to the nearest nullable field; the error has been
// recorded already.
var errNull = errors.New("a value that must not be null is null")

// Execute runs an operation on a root object, fields in their order. An error
// that is not a *Error is an internal error and ends the run.
func (o *Operation) Execute(ctx context.Context, root any) (*Result, error) {
	run := &execution{Operation: o, result: &Result{Notes: make(map[string][]any)}}
	data := &Object{}
	for _, field := range o.groups {
		value, spent, err := run.field(ctx, o.root, field, root, &steps{key: field.key})
		if errors.Is(err, errNull) {
			data = nil
			run.result.Cost = run.schema.costs.refused(run.result.Errors)
			break
		}
		if err != nil {
			return nil, err
		}
		data.add(field.key, value)
		run.result.Cost += run.rootCost(field, spent)
	}
	run.result.Data = data
	return run.result, nil
}

// rootCost adds the cost of a root field without its selections, also if it
// fails.
func (x *execution) rootCost(field *group, spent spending) int {
	object := x.typeOf(field)
	switch {
	case x.IsMutation():
		return x.schema.costs.Mutation + spent.most
	case isConnection(object):
		return spent.most
	default:
		return x.schema.costs.own(x.root, object, true) + spent.most
	}
}

// field resolves one field and everything below it.
func (x *execution) field(ctx context.Context, parentType *ast.Definition, field *group, parent any, at *steps) (any, spending, error) {
	name := field.first().Name
	if name == "__typename" {
		return parentType.Name, spending{}, nil
	}
	resolve := x.schema.resolvers[parentType.Name][name]
	if resolve == nil {
		return nil, spending{}, fmt.Errorf("no resolver for %s.%s", parentType.Name, name)
	}
	answer, err := resolve(&Call{Context: ctx, Args: field.args, run: x, at: at}, parent)
	if refusal, ok := errors.AsType[*Error](err); ok {
		placed := *refusal
		x.result.Errors = append(x.result.Errors, placed.at(field.first().Position).under(at.path()))
		if field.definition.Type.NonNull {
			return nil, spending{}, errNull
		}
		return nil, spending{}, nil
	}
	if err != nil {
		return nil, spending{}, fmt.Errorf("%s.%s: %w", parentType.Name, name, err)
	}
	return x.complete(ctx, field, field.definition.Type, answer, at)
}

// complete turns a resolver's answer into a value of the response.
func (x *execution) complete(ctx context.Context, field *group, typ *ast.Type, answer any, at *steps) (any, spending, error) {
	if answer == nil {
		if typ.NonNull {
			return nil, spending{}, fmt.Errorf("%v is null and must not be", at.path())
		}
		return nil, spending{}, nil
	}
	if typ.Elem != nil {
		return x.list(ctx, field, typ, answer, at)
	}
	definition := x.schema.types.Types[typ.NamedType]
	if definition.IsLeafType() {
		return answer, spending{}, nil
	}
	if definition.IsAbstractType() {
		typed, ok := answer.(Typed)
		if !ok {
			return nil, spending{}, fmt.Errorf("%v is a %T, which has no type name", at.path(), answer)
		}
		definition = x.schema.types.Types[typed.TypeName()]
	}
	value, spent, err := x.object(ctx, definition, field, answer, at)
	if errors.Is(err, errNull) && !typ.NonNull {
		return nil, spending{}, nil
	}
	if err != nil {
		return nil, spending{}, err
	}
	return value, spent, nil
}

func (x *execution) list(ctx context.Context, field *group, typ *ast.Type, answer any, at *steps) (any, spending, error) {
	items, ok := answer.([]any)
	if !ok {
		return nil, spending{}, fmt.Errorf("%v is a %T and must be a list", at.path(), answer)
	}
	values := make([]any, len(items))
	var spent spending
	for i, item := range items {
		value, one, err := x.complete(ctx, field, typ.Elem, item, at.down(i))
		if errors.Is(err, errNull) && !typ.NonNull {
			return nil, spending{}, nil
		}
		if err != nil {
			return nil, spending{}, err
		}
		values[i] = value
		spent.include(one)
	}
	return values, spent, nil
}

func (x *execution) object(ctx context.Context, definition *ast.Definition, field *group, object any, at *steps) (*Object, spending, error) {
	groups := x.under(field, definition)
	value := &Object{keys: make([]string, 0, len(groups)), values: make([]any, 0, len(groups))}
	bill := bill{run: x, parent: definition, field: field}
	for _, child := range groups {
		answer, spent, err := x.field(ctx, definition, child, object, at.down(child.key))
		if err != nil {
			return nil, spending{}, err
		}
		value.add(child.key, answer)
		bill.add(child, answer, spent)
	}
	return value, bill.total(), nil
}
