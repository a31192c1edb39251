package demo

import (
	"galley/backend/demo/graph"
	"galley/backend/demo/search"
)

func rootFields() graph.Resolvers {
	return graph.Resolvers{
		"QueryRoot": graph.On(map[string]func(*graph.Call, *view) (any, error){
			"shop":                   graph.Get(func(v *view) any { return store{v} }),
			"shopLocales":            graph.Get(func(*view) any { return []any{locale{}} }),
			"currentAppInstallation": graph.Get(func(v *view) any { return installation{v} }),
			"products": func(call *graph.Call, v *view) (any, error) {
				return v.productPage(call, everything)
			},
			"productsCount": func(call *graph.Call, v *view) (any, error) { return productList(v).count(call, v) },
			"product": func(call *graph.Call, v *view) (any, error) {
				id, _ := call.Args.String("id")
				return v.productByGID(call, id)
			},
			"productByHandle": func(call *graph.Call, v *view) (any, error) {
				handle, _ := call.Args.String("handle")
				return v.productWhere(call, "handle = ?", handle)
			},
			"productByIdentifier": productByIdentifier,
			"productVariant": func(call *graph.Call, v *view) (any, error) {
				id, _ := call.Args.String("id")
				return v.variantByGID(call, id)
			},
			"productVariants": func(call *graph.Call, v *view) (any, error) {
				return variantList(v).page(call, v, everything)
			},
			"collection": func(call *graph.Call, v *view) (any, error) {
				id, _ := call.Args.String("id")
				return v.collectionByGID(call, id)
			},
			"collections": func(call *graph.Call, v *view) (any, error) {
				return collectionList(v).page(call, v, everything)
			},
			"bulkOperation":  bulkOperation,
			"bulkOperations": bulkOperations,
			"deletionEvents": deletionEvents,
			"files":          func(call *graph.Call, v *view) (any, error) { return mediaList(v).page(call, v, everything) },
			"node": func(call *graph.Call, v *view) (any, error) {
				id, _ := call.Args.String("id")
				found, err := v.nodes(call, []string{id})
				if err != nil {
					return nil, err
				}
				return found[0], nil
			},
			"nodes": func(call *graph.Call, v *view) (any, error) {
				ids, _ := call.Args.Strings("ids")
				return v.nodes(call, ids)
			},
		}),
		"Count": graph.On(map[string]func(*graph.Call, count) (any, error){
			"count":     graph.Get(func(c count) any { return c.number }),
			"precision": graph.Get(func(c count) any { return c.precision }),
		}),
	}
}

// productByIdentifier finds a product by its id or its handle. Identifying
// metafields are not supported: they find nothing.
func productByIdentifier(call *graph.Call, v *view) (any, error) {
	identifier, _ := call.Args.Object("identifier")
	if id, given := identifier.String("id"); given {
		return v.productByGID(call, id)
	}
	if handle, given := identifier.String("handle"); given {
		return v.productWhere(call, "handle = ?", handle)
	}
	return nil, nil
}

// nodes reads objects of any kind, in the order of their ids, null for each
// missing one. Products and pictures, often requested in numbers, are read
// together.
func (v *view) nodes(call *graph.Call, ids []string) ([]any, error) {
	found := make(map[string]any, len(ids))
	wanted := make(map[string][]int64)
	for _, id := range ids {
		kind, number := parseGID(id)
		wanted[kind] = append(wanted[kind], number)
	}
	for kind, numbers := range wanted {
		if err := v.nodesOf(call, kind, numbers, found); err != nil {
			return nil, err
		}
	}
	nodes := make([]any, len(ids))
	for i, id := range ids {
		kind, number := parseGID(id)
		if node, has := found[gid(kind, number)]; has {
			nodes[i] = node
		}
	}
	return nodes, nil
}

func (v *view) nodesOf(call *graph.Call, kind string, numbers []int64, found map[string]any) error {
	in := search.Condition{SQL: "id IN (" + marks(len(numbers)) + ")", Args: anys(numbers)}
	switch kind {
	case "Product":
		products, err := v.products(call, in)
		for _, p := range products {
			found[gid(kind, p.id)] = p
		}
		return err
	case "MediaImage":
		media, err := v.media(call, in)
		for _, m := range media {
			found[gid(kind, m.id)] = m
		}
		return err
	}
	for _, number := range numbers {
		node, err := v.nodeOf(call, kind, number)
		if err != nil {
			return err
		}
		if node != nil {
			found[gid(kind, number)] = node
		}
	}
	return nil
}

func (v *view) nodeOf(call *graph.Call, kind string, number int64) (any, error) {
	switch {
	case kind == "ProductVariant":
		return v.variantWhere(call, number)
	case kind == "Collection":
		return v.collectionWhere(call, number)
	case kind == "Metafield":
		return v.metafieldWhere(call, "id = ?", number)
	case kind == "BulkOperation":
		return v.bulkOperation(call, number)
	case kind == "Metaobject":
		return v.metaobject(call, number)
	case kind == "Shop" && number == shopNumber:
		return store{v}, nil
	case kind == "App" && number == appNumber:
		return app{}, nil
	}
	return nil, nil
}
