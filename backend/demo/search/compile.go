package search

import (
	"strings"
)

// Condition is a piece of SQL that is true or false, with its arguments.
type Condition struct {
	SQL  string
	Args []any
}

// Filter turns a term into SQL; false where the value cannot be used.
type Filter func(Term) (Condition, bool)

// Filters are the fields that can be searched by name; "" is for words without
// a field.
type Filters map[string]Filter

// Warning tells about a term that was left out.
type Warning struct {
	Field   string `json:"field"`
	Message string `json:"message"`
	Code    string `json:"code"`
}

// Compile turns a query into SQL. Terms with fields that are not there, or with
// values that are not usable, are left out with a warning, as Shopify does. A
// query of which nothing is left matches everything: its SQL is "1".
func (f Filters) Compile(node Node) (Condition, []Warning) {
	c := &compiler{filters: f}
	condition, some := c.node(node)
	if !some {
		condition = Condition{SQL: "1"}
	}
	return condition, c.warnings
}

type compiler struct {
	filters  Filters
	warnings []Warning
}

func (c *compiler) node(node Node) (Condition, bool) {
	switch node := node.(type) {
	case Term:
		return c.term(node)
	case Not:
		inner, some := c.node(node.Of)
		return Condition{"NOT (" + inner.SQL + ")", inner.Args}, some
	case And:
		return c.join(node, " AND ")
	case Or:
		return c.join(node, " OR ")
	}
	return Condition{}, false
}

func (c *compiler) join(nodes []Node, with string) (Condition, bool) {
	var parts []string
	var args []any
	for _, node := range nodes {
		if part, some := c.node(node); some {
			parts = append(parts, part.SQL)
			args = append(args, part.Args...)
		}
	}
	return Condition{"(" + strings.Join(parts, with) + ")", args}, len(parts) > 0
}

func (c *compiler) term(term Term) (Condition, bool) {
	filter, known := c.filters[term.Field]
	if !known {
		c.warnings = append(c.warnings, Warning{term.Field, "Invalid search field for this query.", "invalid_field"})
		return Condition{}, false
	}
	condition, usable := filter(term)
	if !usable {
		c.warnings = append(c.warnings, Warning{
			term.Field, "Input `" + term.Value + "` is not an accepted value.", "invalid_value",
		})
	}
	return condition, usable
}
