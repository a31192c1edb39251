package graph

import (
	"math"

	"github.com/vektah/gqlparser/v2/ast"
)

// Costs is a model of what requests cost, in points.
type Costs struct {
	// Mutation is the cost of one field of a mutation. The objects directly in
	// its payload are free, the objects below them are not.
	Mutation int
	// Count is the cost of counting, at the root of a query.
	Count int
	// BadRequest is the cost of an operation that fails with BAD_REQUEST.
	BadRequest int
	// Free are the types whose objects cost nothing: values such as money.
	Free map[string]bool
	// Connection is the cost of a page of a connection, by its size and the cost
	// of a node. It grows less than linearly with the size.
	Connection func(size, node int) int
	// MaxQuery is the highest cost of one operation.
	MaxQuery int
	// MaxPage is the limit of first and last, and of lists in arguments.
	MaxPage int
}

// ShopifyCosts is the model of the Admin API since 2024. Mutation, MaxQuery and
// MaxPage are documented at https://shopify.dev/docs/api/usage/limits. The rest
// is fitted to recorded answers, all of which it reproduces exactly:
//
//	a page of     1  2  5 10 14 20 25 50 100 250 nodes
//	counts as     1  1  3  4  5  5  6  7   9  11, which is floor(2 ln n)
//
// and 2 points on top; product(id){variants(first:250){nodes{inventoryItem}}} is
// 25, 250 products with a picture and 250 variants each are 167, fileUpdate with
// image and preview{image} is 13. Plain lists count as one object however long.
func ShopifyCosts() Costs {
	return Costs{
		Mutation:   10,
		Count:      10,
		BadRequest: 2,
		Free: map[string]bool{
			"MoneyV2": true, "ProductPriceRangeV2": true, "ProductCompareAtPriceRange": true,
			"InventoryItemMeasurement": true, "Weight": true, "PageInfo": true,
		},
		Connection: func(size, node int) int { return 2 + pageWeight(size)*node },
		MaxQuery:   1000,
		MaxPage:    250,
	}
}

func pageWeight(size int) int {
	if size <= 0 {
		return 0
	}
	return max(1, int(2*math.Log(float64(size))))
}

// own is the cost of an object in a field, without its selections.
func (c *Costs) own(parent, object *ast.Definition, root bool) int {
	switch {
	case object.IsLeafType(), c.Free[object.Name], isPayload(parent), isIntrospection(object):
		return 0
	case root && object.Name == "Count":
		return c.Count
	default:
		return 1
	}
}

// refused is the cost of an operation whose data is null for these errors.
func (c *Costs) refused(errs []*Error) int {
	for _, e := range errs {
		if e.Extensions["code"] == CodeBadRequest {
			return c.BadRequest
		}
	}
	return 0
}

// isPayload reports whether a type is the answer of a mutation.
func isPayload(definition *ast.Definition) bool {
	return definition.Kind == ast.Object && definition.Fields.ForName("userErrors") != nil
}

func isIntrospection(definition *ast.Definition) bool {
	return len(definition.Name) > 2 && definition.Name[:2] == "__"
}

// requested is the cost of the operation if every page is full.
func (o *Operation) requested() int {
	total := 0
	for _, field := range o.groups {
		object := o.typeOf(field)
		if o.IsMutation() {
			total += o.schema.costs.Mutation + o.below(field, object)
			continue
		}
		total += o.price(o.root, field, true)
	}
	return total
}

// price is the cost of a field with its selections.
func (o *Operation) price(parent *ast.Definition, field *group, root bool) int {
	object := o.typeOf(field)
	if isConnection(object) {
		return o.schema.costs.Connection(o.pageSize(field), o.nodes(field, object))
	}
	return o.schema.costs.own(parent, object, root) + o.below(field, object)
}

// below is the cost of the selections under a field. If the object may be of
// several types, the most expensive counts.
func (o *Operation) below(field *group, object *ast.Definition) int {
	most := 0
	for _, possible := range o.possible(object) {
		total := 0
		for _, child := range o.under(field, possible) {
			total += o.price(possible, child, false)
		}
		most = max(most, total)
	}
	return most
}

// nodes is the cost of one entry of a connection: its node, and its edge if
// selected.
func (o *Operation) nodes(field *group, connection *ast.Definition) int {
	total := 0
	for _, part := range o.under(field, connection) {
		object := o.typeOf(part)
		switch part.first().Name {
		case "nodes":
			total += o.schema.costs.own(connection, object, false) + o.below(part, object)
		case "edges":
			total += o.below(part, object)
		}
	}
	return total
}

func (o *Operation) pageSize(field *group) int {
	size, has := field.args.Int("first")
	if !has {
		size, _ = field.args.Int("last")
	}
	return max(0, min(size, o.schema.costs.MaxPage))
}

func (o *Operation) typeOf(field *group) *ast.Definition {
	return o.schema.types.Types[field.definition.Type.Name()]
}

func (o *Operation) possible(definition *ast.Definition) []*ast.Definition {
	switch definition.Kind {
	case ast.Object:
		return []*ast.Definition{definition}
	case ast.Interface, ast.Union:
		return o.schema.types.GetPossibleTypes(definition)
	default:
		return nil
	}
}
