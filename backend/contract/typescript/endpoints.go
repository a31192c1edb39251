package typescript

import (
	"fmt"
	"reflect"
	"strings"

	"galley/backend/contract"
)

// endpoints writes what can be asked for, by kind and name.
func (g *generator) endpoints(all []contract.Endpoint, calls reflect.Type) string {
	var methods, lists, files, streams strings.Builder
	for _, e := range all {
		switch e.Kind {
		case contract.KindCall:
			m := g.source(calls).methods[e.Name]
			methods.WriteString(comment("  ", m.comment))
			fmt.Fprintf(&methods, "  %s(%s): %s;\n", e.Name, g.params(e.In, m.params), g.result(e.Out))
		case contract.KindList:
			fmt.Fprintf(&lists, "  %s: { query: %s; page: %s };\n", e.Name, g.use(e.In[0]), g.use(e.Out))
		case contract.KindFile:
			fmt.Fprintf(&files, "  %s: %s;\n", e.Name, g.use(e.In[0]))
		case contract.KindStream:
			fmt.Fprintf(&streams, "  %s: %s;\n", e.Name, g.use(e.Out))
		}
	}
	return section("Calls, over the window's binding or POST /rpc/NAME.", "Calls", methods.String()) +
		section("Lists, by GET /data/NAME: what each is asked by, and a page of it.", "Lists", lists.String()) +
		section("Files to keep, by GET /data/NAME: what each is asked by.", "Files", files.String()) +
		section("Streams of events, by GET /NAME: one event of each.", "Streams", streams.String())
}

func section(about, name, body string) string {
	return "\n" + comment("", about) + "export interface " + name + " {\n" + body + "}\n"
}

func (g *generator) params(types []reflect.Type, names []string) string {
	params := make([]string, len(types))
	for i, t := range types {
		if len(names) != len(types) {
			g.fail(fmt.Errorf("a method takes %d arguments and names %d", len(types), len(names)))
			return ""
		}
		params[i] = names[i] + ": " + strings.TrimSuffix(g.use(t), " | null")
	}
	return strings.Join(params, ", ")
}

func (g *generator) result(t reflect.Type) string {
	if t == nil {
		return "void"
	}
	return g.use(t)
}
