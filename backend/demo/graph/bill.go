package graph

import "github.com/vektah/gqlparser/v2/ast"

// spending is the actual cost of the objects in a field, without the cost of the
// field itself.
type spending struct {
	count int // objects; 0 for null and for an empty list
	sum   int // of all of them
	most  int // of the most expensive
}

func (s *spending) include(item spending) {
	s.count += item.count
	s.sum += item.sum
	s.most = max(s.most, item.most)
}

// bill adds up the actual cost of one object.
type bill struct {
	run    *execution
	parent *ast.Definition
	field  *group // the field that the object is the value of
	sum    int
	size   int // of a connection's page
}

func (b *bill) add(field *group, answer any, spent spending) {
	object := b.run.typeOf(field)
	costs := &b.run.schema.costs
	switch {
	case isConnection(b.parent):
		b.size = max(b.size, spent.count)
		if field.first().Name == "nodes" {
			b.sum += spent.count * costs.own(b.parent, object, false)
		}
		b.sum += spent.sum
	case isConnection(object):
		b.sum += spent.most
	default:
		b.sum += costs.own(b.parent, object, false)
		if answer != nil {
			b.sum += spent.most
		}
	}
}

// total of a connection is the price of a page of this size at the mean price of
// a node, rounded up. An empty page is charged as requested.
func (b *bill) total() spending {
	total := b.sum
	switch {
	case isConnection(b.parent) && b.size == 0:
		total = b.run.schema.costs.Connection(b.run.pageSize(b.field), b.run.nodes(b.field, b.parent))
	case isConnection(b.parent):
		mean := (b.sum + b.size - 1) / b.size
		total = b.run.schema.costs.Connection(b.size, mean)
	}
	return spending{count: 1, sum: total, most: total}
}
