// Package typescript writes the pages' side of the contract: a type for each
// that crosses it, and the endpoints of each kind by name.
package typescript

import (
	"cmp"
	"encoding"
	"encoding/json"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"time"

	"galley/backend/contract"
	"galley/backend/galley"
)

const head = "// Code generated from the Go registry of endpoints by make bindings. DO NOT EDIT.\n"

// Generate returns the TypeScript of a registry. calls is the type whose methods
// are the calls; root is the module's folder, for comments and constants. rules
// become a constant of that name; nil for none.
func Generate(api *contract.API, calls reflect.Type, root string, rules any) (string, error) {
	g := &generator{sources: &sources{root: root, read: map[string]*source{}}, types: map[reflect.Type]string{}, names: map[string]reflect.Type{}}
	endpoints := g.endpoints(api.Endpoints(), calls)
	g.use(reflect.TypeFor[contract.Problem]())
	constant := g.constant("rules", rules)
	if g.err != nil {
		return "", g.err
	}
	written := slices.SortedFunc(maps.Keys(g.types), func(a, b reflect.Type) int { return cmp.Compare(g.name(a), g.name(b)) })
	var out strings.Builder
	out.WriteString(head)
	for _, t := range written {
		out.WriteString("\n" + g.types[t])
	}
	out.WriteString(endpoints + constant)
	return out.String(), nil
}

// constant writes a value as it is when the TypeScript is generated.
func (g *generator) constant(name string, value any) string {
	if value == nil {
		return ""
	}
	t := g.use(reflect.TypeOf(value))
	document, err := json.MarshalIndent(value, "", "  ")
	if err != nil {
		g.fail(err)
	}
	return fmt.Sprintf("\nexport const %s = %s satisfies %s;\n", name, document, t)
}

type generator struct {
	sources *sources
	types   map[reflect.Type]string // what is written, by type
	names   map[string]reflect.Type
	err     error // the first one
}

func (g *generator) fail(err error) {
	if g.err == nil {
		g.err = err
	}
}

func (g *generator) source(t reflect.Type) *source {
	s, err := g.sources.of(t)
	if err != nil {
		g.fail(err)
		return &source{}
	}
	return s
}

// domain is a type of the package whose names for the types of others are kept.
var domain = reflect.TypeFor[galley.Value]()

// name is what a type is called: by the domain, where that gives it a name.
func (g *generator) name(t reflect.Type) string {
	return cmp.Or(g.source(domain).aliases[t.PkgPath()+"."+t.Name()], t.Name())
}

var (
	timeType      = reflect.TypeFor[time.Time]()
	rawType       = reflect.TypeFor[json.RawMessage]()
	bytesType     = reflect.TypeFor[[]byte]()
	anyType       = reflect.TypeFor[any]()
	marshalerType = reflect.TypeFor[json.Marshaler]()
	textType      = reflect.TypeFor[encoding.TextMarshaler]()
)

// use is how TypeScript names a type, which is written if it has a name.
func (g *generator) use(t reflect.Type) string {
	switch {
	case t == timeType, t == bytesType: // bytes are base64
		return "string"
	case t == rawType, t == anyType:
		return "unknown"
	case t.Kind() != reflect.Pointer && t.Implements(marshalerType):
		g.fail(fmt.Errorf("%s writes its own JSON, whose type is not known", t))
	}
	switch t.Kind() { //nolint:exhaustive // numbers are recognised by conversion; the rest have no type
	case reflect.String:
		return g.text(t)
	case reflect.Bool:
		return "boolean"
	case reflect.Pointer:
		return g.use(t.Elem()) + " | null"
	case reflect.Slice:
		return g.list(t) + " | null"
	case reflect.Map:
		return "Record<" + g.use(t.Key()) + ", " + g.use(t.Elem()) + ">"
	case reflect.Struct:
		return g.object(t)
	}
	if t.ConvertibleTo(reflect.TypeFor[float64]()) {
		return "number"
	}
	g.fail(fmt.Errorf("%s has no type in TypeScript", t))
	return "unknown"
}

// text is a string, or the union of the constants of its type.
func (g *generator) text(t reflect.Type) string {
	values := g.source(t).values[t.Name()]
	if len(values) == 0 {
		return "string"
	}
	quoted := make([]string, len(values))
	for i, v := range values {
		quoted[i] = fmt.Sprintf("%q", v)
	}
	g.write(t, func() string { return "export type " + g.name(t) + " =\n  | " + strings.Join(quoted, "\n  | ") + ";\n" })
	return g.name(t)
}

// list is a list that is there.
func (g *generator) list(t reflect.Type) string {
	of := g.use(t.Elem())
	if strings.Contains(of, " ") {
		of = "(" + of + ")"
	}
	return of + "[]"
}

func (g *generator) object(t reflect.Type) string {
	if t.Implements(textType) {
		return "string"
	}
	if t.Name() == "" {
		return "{\n" + g.fields(t) + "}"
	}
	g.write(t, func() string {
		var bases []string
		for field := range t.Fields() {
			if isBase(field) {
				bases = append(bases, g.use(field.Type))
			}
		}
		extends := ""
		if len(bases) > 0 {
			extends = " extends " + strings.Join(bases, ", ")
		}
		return "export interface " + g.name(t) + extends + " {\n" + g.fields(t) + "}\n"
	})
	return g.name(t)
}

// write writes a named type once, under its comment.
func (g *generator) write(t reflect.Type, text func() string) {
	if _, done := g.types[t]; done {
		return
	}
	if other, taken := g.names[g.name(t)]; taken {
		g.fail(fmt.Errorf("%s and %s have one name", t, other))
	}
	g.names[g.name(t)] = t
	g.types[t] = "" // it may hold itself
	g.types[t] = comment("", g.source(t).types[t.Name()]) + text()
}

// isBase tells an embedded struct, whose fields JSON has beside the others.
func isBase(f reflect.StructField) bool { return f.Anonymous && f.Tag.Get("json") == "" }

func (g *generator) fields(t reflect.Type) string {
	var out strings.Builder
	comments := g.source(t).fields[t.Name()]
	for field := range t.Fields() {
		name, options, _ := strings.Cut(field.Tag.Get("json"), ",")
		if name == "-" || isBase(field) || !field.IsExported() {
			continue
		}
		out.WriteString(comment("  ", comments[field.Name]))
		fmt.Fprintf(&out, "  %s%s;\n", cmp.Or(name, field.Name), g.typed(field, strings.Contains(options, "omit")))
	}
	return out.String()
}

// typed is a field's type. What is left out where it is empty is never null.
// A field with the tag blank may hold "" in place of a constant.
func (g *generator) typed(f reflect.StructField, omitted bool) string {
	t, mark := g.use(f.Type), ": "
	if f.Tag.Get("blank") != "" {
		t += ` | ""`
	}
	if omitted {
		t, mark = strings.TrimSuffix(t, " | null"), "?: "
	}
	return mark + t
}

// comment is a Go comment as one of TypeScript.
func comment(indent, text string) string {
	lines := strings.Split(strings.TrimSpace(text), "\n")
	switch {
	case lines[0] == "":
		return ""
	case len(lines) == 1:
		return indent + "/** " + lines[0] + " */\n"
	}
	return indent + "/**\n" + indent + " * " + strings.Join(lines, "\n"+indent+" * ") + "\n" + indent + " */\n"
}
