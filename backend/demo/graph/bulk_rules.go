package graph

import (
	"fmt"
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
)

// Limits of bulk queries.
// Source: https://shopify.dev/docs/api/usage/bulk-operations/queries and recorded refusals.
const (
	maxBulkConnections = 5
	maxBulkDepth       = 2
	maxBulkQuery       = 65_535 // bytes, as a JSON string has them
)

// bulkRules gathers what Shopify refuses in a bulk query.
type bulkRules struct {
	types       *ast.Schema
	connections int
	depth       int
	byNodes     []string // connections whose nodes are selected without edges
	notNodes    []string // connections of types that are no Node
	withoutID   []string // fields of nodes that have connections but select no id
	inList      bool
	elsewhere   bool     // a connection where the demo shop does not read one
	top         []string // the node and nodes fields of the root
}

// place is where a selection stands in a bulk query.
type place struct {
	depth  int    // connections above it
	parent string // the field that the nearest node is of
	hasID  bool   // that node selects its id
	inList bool
	direct bool // right in the root, or in a node
}

// refusals are Shopify's sentences about a query, in its order.
func (r *bulkRules) refusals() []string {
	var all []string
	add := func(broken bool, format string, args ...any) {
		if broken {
			all = append(all, fmt.Sprintf(format, args...))
		}
	}
	if len(r.byNodes) > 0 {
		add(true, "All connection fields in a bulk query must select their contents using 'edges' > 'node', e.g: "+
			"'%s { edges { node {'. Selecting via 'nodes' is not supported. Invalid connection fields: '%s'.",
			r.byNodes[0], strings.Join(r.byNodes, "', '"))
	}
	for _, name := range r.top {
		add(true, "Bulk queries cannot contain a top level `%s` field.", name)
	}
	add(len(r.notNodes) > 0, "Connection fields in a bulk query must hold types that implement the Node interface. "+
		"Invalid connection fields: '%s'.", strings.Join(r.notNodes, "', '"))
	add(r.depth > maxBulkDepth, "Bulk queries cannot contain connections with a nesting depth greater than %d.", maxBulkDepth)
	add(r.connections > maxBulkConnections, "Bulk queries cannot contain more than %d connections.", maxBulkConnections)
	add(len(r.withoutID) > 0, "The parent 'node' field for a nested connection must select the 'id' field without an alias "+
		"and must be of 'ID' return type. Connection fields without 'id': %s.", strings.Join(r.withoutID, ", "))
	add(r.inList, "Queries that contain a connection field within a list field are not currently supported.")
	add(r.connections == 0 && len(all) == len(r.top), "Bulk queries must contain at least one connection.")
	add(r.elsewhere && len(all) == 0, "The demo shop runs bulk queries of which each connection is a field of the root or of a node")
	return all
}

func (r *bulkRules) walk(set ast.SelectionSet, at place) {
	for _, field := range fieldsOf(set) {
		if field.Definition == nil || field.Name == "__typename" {
			continue
		}
		if isConnection(r.types.Types[field.Definition.Type.Name()]) {
			r.connection(field, at)
			continue
		}
		if at.parent == "" {
			r.root(field.Name)
		}
		inside := at
		inside.inList = at.inList || field.Definition.Type.Elem != nil
		inside.direct = false
		r.walk(field.SelectionSet, inside)
	}
}

func (r *bulkRules) root(name string) {
	if name == "node" || name == "nodes" {
		r.top = append(r.top, name)
	}
	r.elsewhere = true
}

func (r *bulkRules) connection(field *ast.Field, at place) {
	r.connections++
	if !r.holdsNodes(field) {
		r.notNodes = appendNew(r.notNodes, field.Name)
	}
	r.depth = max(r.depth, at.depth+1)
	r.inList = r.inList || at.inList
	r.elsewhere = r.elsewhere || !at.direct
	if at.depth > 0 && !at.hasID {
		r.withoutID = appendNew(r.withoutID, at.parent)
	}
	for _, part := range fieldsOf(field.SelectionSet) {
		inside := place{depth: at.depth + 1, parent: field.Name, direct: true}
		switch part.Name {
		case "nodes":
			r.byNodes = appendNew(r.byNodes, field.Name)
			inside.hasID = selectsID(part.SelectionSet)
			r.walk(part.SelectionSet, inside)
		case "edges":
			for _, node := range fieldsOf(part.SelectionSet) {
				inside.hasID = selectsID(node.SelectionSet)
				r.walk(node.SelectionSet, inside)
			}
		}
	}
}

// holdsNodes reports whether all objects of a connection implement Node.
func (r *bulkRules) holdsNodes(connection *ast.Field) bool {
	nodes := r.types.Types[connection.Definition.Type.Name()].Fields.ForName("nodes")
	if nodes == nil {
		return false
	}
	return !slices.ContainsFunc(r.types.GetPossibleTypes(r.types.Types[nodes.Type.Name()]), func(t *ast.Definition) bool {
		return !slices.Contains(t.Interfaces, "Node")
	})
}

func selectsID(set ast.SelectionSet) bool {
	for _, field := range fieldsOf(set) {
		if field.Name == "id" && field.Alias == "id" {
			return true
		}
	}
	return false
}

func appendNew(names []string, name string) []string {
	if slices.Contains(names, name) {
		return names
	}
	return append(names, name)
}

// fieldsOf are the fields of a selection, those of fragments included.
func fieldsOf(set ast.SelectionSet) []*ast.Field {
	var fields []*ast.Field
	for _, selection := range set {
		switch selection := selection.(type) {
		case *ast.Field:
			fields = append(fields, selection)
		case *ast.InlineFragment:
			fields = append(fields, fieldsOf(selection.SelectionSet)...)
		case *ast.FragmentSpread:
			fields = append(fields, fieldsOf(selection.Definition.SelectionSet)...)
		}
	}
	return fields
}
