package demo

import (
	"encoding/base64"
	"encoding/json"

	"galley/backend/demo/graph"
)

// window is the part of a list that a connection's arguments ask for.
type window struct {
	size     int
	fromLast bool
	after    *cursor
	before   *cursor
	reverse  bool
	sort     string
	query    string
}

// cursor is the position after one item of a list: its id, and what the list is sorted by.
type cursor struct {
	ID    int64  `json:"last_id"`
	Value string `json:"last_value"`
}

func (c cursor) String() string {
	text, err := json.Marshal(c)
	if err != nil {
		panic(err) // a number and a string
	}
	return base64.StdEncoding.EncodeToString(text)
}

func parseCursor(text string) (*cursor, error) {
	decoded, err := base64.StdEncoding.DecodeString(text)
	if err != nil {
		return nil, errMalformedCursor
	}
	var c cursor
	if err := json.Unmarshal(decoded, &c); err != nil {
		return nil, errMalformedCursor
	}
	return &c, nil
}

// windowOf reads the arguments that all connections have. Shopify wants first or
// last, and not both.
func windowOf(args graph.Args) (window, error) {
	first, hasFirst := args.Int("first")
	most := maxPage
	if first == graph.Whole {
		most = graph.Whole
	}
	last, hasLast := args.Int("last")
	switch {
	case !hasFirst && !hasLast:
		return window{}, graph.Refuse(graph.CodeBadRequest, "you must provide one of first or last")
	case hasFirst && hasLast:
		return window{}, graph.Refuse(graph.CodeBadRequest, "providing both first and last is not supported")
	}
	w := window{size: max(first, last), fromLast: hasLast, reverse: args.Bool("reverse")}
	if size := first + last; size < 0 || size > most {
		return window{}, graph.Refuse(graph.CodeBadRequest,
			"%s must be from 0 to %d and is %d", map[bool]string{false: "first", true: "last"}[hasLast], maxPage, size)
	}
	w.sort, _ = args.String("sortKey")
	w.query, _ = args.String("query")
	for name, to := range map[string]**cursor{"after": &w.after, "before": &w.before} {
		text, given := args.String(name)
		if !given {
			continue
		}
		parsed, err := parseCursor(text)
		if err != nil {
			return window{}, graph.Refuse(graph.CodeBadRequest, "Malformed cursor")
		}
		*to = parsed
	}
	return w, nil
}

// maxPage is the most items of a connection at once.
// Source: https://shopify.dev/docs/api/usage/limits
const maxPage = 250

// page is a part of a list: the object behind every connection.
type page struct {
	items                []item
	hasNext, hasPrevious bool
}

type item struct {
	cursor cursor
	node   any
}

// pageOf cuts a window out of a list that is in memory and in order.
func pageOf[T any](w window, all []T, cursorOf func(T) cursor) *page {
	items := make([]item, len(all))
	for i, one := range all {
		place := i
		if w.reverse {
			place = len(all) - 1 - i
		}
		items[place] = item{cursor: cursorOf(one), node: one}
	}
	start, end := 0, len(items)
	for i, known := range items {
		if w.after != nil && known.cursor.ID == w.after.ID {
			start = i + 1
		}
		if w.before != nil && known.cursor.ID == w.before.ID {
			end = i
		}
	}
	end = max(start, end)
	if w.fromLast {
		start = max(start, end-w.size)
	} else {
		end = min(end, start+w.size)
	}
	return &page{items: items[start:end], hasNext: end < len(items), hasPrevious: start > 0}
}

// pageFields answer all connections, their edges and their page info.
func pageFields() graph.Resolvers {
	connection := graph.On(map[string]func(*graph.Call, *page) (any, error){
		"edges": graph.Get(func(p *page) any { return graph.List(p.items) }),
		"nodes": graph.Get(func(p *page) any {
			nodes := make([]any, len(p.items))
			for i, item := range p.items {
				nodes[i] = item.node
			}
			return nodes
		}),
		"pageInfo": graph.Get(func(p *page) any { return p }),
	})
	edge := graph.On(map[string]func(*graph.Call, item) (any, error){
		"cursor": graph.Get(func(i item) any { return i.cursor.String() }),
		"node":   graph.Get(func(i item) any { return i.node }),
	})
	all := graph.Resolvers{
		"PageInfo": graph.On(map[string]func(*graph.Call, *page) (any, error){
			"hasNextPage":     graph.Get(func(p *page) any { return p.hasNext }),
			"hasPreviousPage": graph.Get(func(p *page) any { return p.hasPrevious }),
			"startCursor":     graph.Get(func(p *page) any { return p.cursorAt(0) }),
			"endCursor":       graph.Get(func(p *page) any { return p.cursorAt(len(p.items) - 1) }),
		}),
	}
	for _, kind := range []string{"Product", "ProductVariant", "Media", "Image", "Metafield", "Collection", "File", "BulkOperation", "DeletionEvent"} {
		all[kind+"Connection"], all[kind+"Edge"] = connection, edge
	}
	return all
}

func (p *page) cursorAt(place int) any {
	if len(p.items) == 0 {
		return nil
	}
	return p.items[place].cursor.String()
}
