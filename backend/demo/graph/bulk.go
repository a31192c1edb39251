package graph

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/parser"
)

// Whole is the value of "first" in a bulk query: no request can have it, for Ints
// have 32 bits.
const Whole = 1 << 40

// Bulk is a query whose connections are read to their ends, each node a line of
// JSON. It may be run once.
type Bulk struct{ *Operation }

// PrepareBulk parses and checks the text of a bulk query. What is wrong with it is
// told in Shopify's sentences.
func (s *Schema) PrepareBulk(query string) (*Bulk, []string) {
	if strings.TrimSpace(query) == "" {
		return nil, []string{"Invalid bulk query: syntax error, unexpected end of file"}
	}
	document, err := parser.ParseQueryWithTokenLimit(&ast.Source{Input: query}, maxTokens)
	if err != nil {
		return nil, []string{"Invalid bulk query: " + parseError(query, err).Message}
	}
	for _, operation := range document.Operations {
		if operation.Operation != ast.Query {
			return nil, []string{"Invalid operation type. Only `query` operations are supported."}
		}
	}
	if errs := s.validate(document); len(errs) > 0 {
		return nil, []string{"Invalid bulk query: " + errs[0].Message}
	}
	operation, failure := chooseOperation(document, "")
	if failure == nil {
		_, failure = s.variables(operation, nil)
	}
	if failure != nil {
		return nil, []string{"Invalid bulk query: " + failure.Message}
	}
	rules := &bulkRules{types: s.types}
	rules.walk(operation.SelectionSet, place{direct: true})
	if refused := rules.refusals(); len(refused) > 0 {
		return nil, refused
	}
	if escaped, err := json.Marshal(query); err != nil || len(escaped)-2 > maxBulkQuery {
		return nil, []string{"Query is too large"}
	}
	vars, _ := s.variables(operation, nil)
	prepared := &Operation{schema: s, document: document, operation: operation, vars: vars, root: s.types.Query}
	prepared.groups = prepared.collect(prepared.root, operation.SelectionSet)
	return &Bulk{prepared}, nil
}

// Chunk is a part of a bulk query's result.
type Chunk struct {
	Lines          []byte // valid until the next chunk is read
	Objects, Roots int    // lines, and those that are no children
}

// BulkRun is a bulk query being run, chunk by chunk.
type BulkRun struct {
	roots   []*plan // connections of the root that are still to be read
	root    any
	size    int // roots of a chunk
	grouped bool
	after   any // cursor within the first of the roots
	lines   lines
	late    children // of the chunk before
	own     children // of this chunk
}

// children are lines whose parents are written, by connection.
type children struct {
	lines map[string]*lines
	order []string
}

func (c *children) of(key string) *lines {
	if c.lines == nil {
		c.lines = make(map[string]*lines)
	}
	if c.lines[key] == nil {
		c.lines[key] = &lines{}
		c.order = append(c.order, key)
	}
	return c.lines[key]
}

// flush moves all lines to others.
func (c *children) flush(to *lines) {
	for _, key := range c.order {
		to.append(c.lines[key])
		c.lines[key].reset()
	}
}

// Run begins to run the query on a root object.
func (b *Bulk) Run(ctx context.Context, root any, size int, grouped bool) *BulkRun {
	run := &BulkRun{root: root, size: size, grouped: grouped}
	planner := &planner{ctx: ctx, run: &execution{Operation: b.Operation, result: &Result{Notes: make(map[string][]any)}}}
	for _, field := range b.groups {
		if field.first().Name != "__typename" {
			run.roots = append(run.roots, planner.plan(b.root, field))
		}
	}
	return run
}

// Next reads the next chunk; more is false after the last one. Without grouping,
// children come after the parents of the chunk behind their own: nobody may count
// on finding them near their parents. An error is a *Error where a field of the
// query was refused.
func (r *BulkRun) Next() (chunk Chunk, more bool, err error) {
	r.lines.reset()
	if len(r.roots) > 0 {
		if chunk.Roots, err = r.read(r.roots[0]); err != nil {
			return Chunk{}, false, err
		}
	}
	r.late.flush(&r.lines)
	r.late, r.own = r.own, r.late
	if len(r.roots) == 0 {
		r.late.flush(&r.lines)
	}
	chunk.Lines, chunk.Objects = r.lines.text, r.lines.count
	return chunk, len(r.roots) > 0, nil
}

// read reads a page of a connection of the root, and goes on to the next one after
// its last page.
func (r *BulkRun) read(connection *plan) (roots int, err error) {
	connection.call.Args["first"] = r.size
	if r.after != nil {
		connection.call.Args["after"] = r.after
	}
	page, err := connection.resolve(connection.call, r.root)
	if err != nil {
		return 0, err
	}
	nodes, err := connection.nodes(page)
	if err != nil {
		return 0, err
	}
	for _, node := range nodes {
		if err := r.node(connection, node); err != nil {
			return 0, err
		}
	}
	r.after, err = connection.next(page)
	if r.after == nil {
		r.roots = r.roots[1:]
	}
	return len(nodes), err
}

// node writes the line of a node of the root, and those of its children.
func (r *BulkRun) node(connection *plan, node any) error {
	fields, err := connection.node.fieldsFor(node)
	if err != nil {
		return err
	}
	if err := r.lines.object(fields, node, ""); err != nil {
		return err
	}
	id := ""
	for _, field := range fields {
		if field.isID {
			answer, err := field.resolve(field.call, node)
			if err != nil {
				return err
			}
			id, _ = answer.(string)
		}
	}
	for _, field := range fields {
		if !field.isConnection {
			continue
		}
		to := &r.lines
		if !r.grouped {
			to = r.own.of(field.name)
		}
		if err := field.children(to, node, id); err != nil {
			return err
		}
	}
	return nil
}

// children writes the nodes of a connection of a node.
func (p *plan) children(to *lines, parent any, parentID string) error {
	page, err := p.resolve(p.call, parent)
	if err != nil {
		return err
	}
	nodes, err := p.nodes(page)
	if err != nil {
		return err
	}
	for _, node := range nodes {
		fields, err := p.node.fieldsFor(node)
		if err != nil {
			return err
		}
		if err := to.object(fields, node, parentID); err != nil {
			return err
		}
	}
	return nil
}

// plan is a field of a bulk query with everything that its many answers have in
// common.
type plan struct {
	*planner

	name         string
	key          []byte // "title":
	group        *group
	typ          *ast.Type
	definition   *ast.Definition
	resolve      Resolver
	call         *Call
	isID         bool
	isConnection bool
	node         *plan // of a connection
	fields       map[string][]*plan
	static       []*plan // where the type is no interface
}

type planner struct {
	ctx context.Context //nolint:containedctx // a plan lives no longer than its run
	run *execution
}

func (p *planner) plan(parent *ast.Definition, field *group) *plan {
	name := field.first().Name
	made := &plan{
		planner: p, name: field.key, group: field, typ: field.definition.Type,
		key:     []byte(`"` + field.key + `":`),
		resolve: p.run.schema.resolvers[parent.Name][name],
		isID:    field.key == "id" && name == "id",
		fields:  make(map[string][]*plan),
	}
	if name == "__typename" {
		made.resolve = func(*Call, any) (any, error) { return parent.Name, nil }
	}
	args := maps.Clone(field.args)
	made.definition = p.run.schema.types.Types[made.typ.Name()]
	if isConnection(made.definition) {
		made.isConnection = true
		for _, name := range []string{"last", "after", "before"} {
			delete(args, name)
		}
		args["first"] = Whole
		made.node = p.nodeOf(made.definition, field)
	}
	made.call = &Call{Context: p.ctx, Args: args, run: p.run, at: &steps{key: field.key}}
	return made
}

// nodeOf plans edges { node { … } } of a connection.
func (p *planner) nodeOf(connection *ast.Definition, field *group) *plan {
	edge := p.run.schema.types.Types[connection.Fields.ForName("edges").Type.Name()]
	for _, edges := range p.run.under(field, connection) {
		if edges.first().Name != "edges" {
			continue
		}
		for _, node := range p.run.under(edges, edge) {
			if node.first().Name == "node" {
				return p.plan(edge, node)
			}
		}
	}
	return &plan{planner: p, definition: edge, fields: make(map[string][]*plan)} // nothing is selected
}

// ask resolves a field that a bulk query has without selecting it.
func (p *planner) ask(parent *ast.Definition, field string, object any) (any, error) {
	resolve := p.run.schema.resolvers[parent.Name][field]
	if resolve == nil {
		return nil, fmt.Errorf("no resolver for %s.%s", parent.Name, field)
	}
	return resolve(&Call{Context: p.ctx, Args: Args{}, run: p.run, at: &steps{key: field}}, object)
}

// nodes are the nodes of a page of the connection.
func (p *plan) nodes(page any) ([]any, error) {
	answer, err := p.ask(p.definition, "nodes", page)
	nodes, _ := answer.([]any)
	return nodes, err
}

// next is the cursor after a page, nil after the last one.
func (p *plan) next(page any) (any, error) {
	info, err := p.ask(p.definition, "pageInfo", page)
	if err != nil {
		return nil, err
	}
	of := p.run.schema.types.Types["PageInfo"]
	more, err := p.ask(of, "hasNextPage", info)
	if err != nil || more != true {
		return nil, err
	}
	return p.ask(of, "endCursor", info)
}

// fieldsFor plans the fields of an object, once for each type.
func (p *plan) fieldsFor(object any) ([]*plan, error) {
	if p.static != nil {
		return p.static, nil
	}
	definition := p.definition
	if definition.IsAbstractType() {
		typed, ok := object.(Typed)
		if !ok {
			return nil, fmt.Errorf("%s is a %T, which has no type name", p.name, object)
		}
		definition = p.run.schema.types.Types[typed.TypeName()]
	}
	if known, has := p.fields[definition.Name]; has {
		return known, nil
	}
	var fields []*plan
	if p.group != nil {
		for _, field := range p.run.under(p.group, definition) {
			fields = append(fields, p.plan(definition, field))
		}
	}
	if i := slices.IndexFunc(fields, func(f *plan) bool { return f.resolve == nil }); i >= 0 {
		return nil, fmt.Errorf("no resolver for %s.%s", definition.Name, fields[i].name)
	}
	p.fields[definition.Name] = fields
	if !p.definition.IsAbstractType() {
		p.static = fields
	}
	return fields, nil
}
