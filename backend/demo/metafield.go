package demo

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"slices"

	"galley/backend/demo/graph"
)

// metafield is a row of metafields.
type metafield struct {
	id, productID        int64
	namespace, key       string
	kind, value          string
	createdAt, updatedAt int64
}

// TypeName implements graph.Typed.
func (*metafield) TypeName() string { return "Metafield" }

func (m *metafield) cursor() cursor { return cursor{ID: m.id} }

const metafieldColumns = `id, product_id, namespace, key, type, value, created_at, updated_at`

func scanMetafield(rows *sql.Rows) (*metafield, error) {
	m := &metafield{}
	return m, rows.Scan(&m.id, &m.productID, &m.namespace, &m.key, &m.kind, &m.value, &m.createdAt, &m.updatedAt)
}

func (v *view) metafieldWhere(ctx context.Context, where string, args ...any) (any, error) {
	m, found, err := oneOf(ctx, v, scanMetafield, "SELECT "+metafieldColumns+" FROM metafields WHERE "+where, args...)
	return orNull(m, found, err)
}

func metafieldFields() graph.Resolvers {
	return graph.Resolvers{
		"Metafield": graph.On(map[string]func(*graph.Call, *metafield) (any, error){
			"id":            graph.Get(func(m *metafield) any { return gid("Metafield", m.id) }),
			"namespace":     graph.Get(func(m *metafield) any { return m.namespace }),
			"key":           graph.Get(func(m *metafield) any { return m.key }),
			"type":          graph.Get(func(m *metafield) any { return m.kind }),
			"value":         graph.Get(func(m *metafield) any { return m.value }),
			"compareDigest": graph.Get(digest),
			"createdAt":     graph.Get(func(m *metafield) any { return timestamp(m.createdAt) }),
			"updatedAt":     graph.Get(func(m *metafield) any { return timestamp(m.updatedAt) }),
		}),
	}
}

func digest(m *metafield) any {
	sum := sha256.Sum256([]byte(m.kind + "\x00" + m.value))
	return hex.EncodeToString(sum[:])
}

// metafieldsOfAll reads the metafields of all siblings.
func (s *siblings) metafieldsOfAll(ctx context.Context) error {
	if s.metafields != nil {
		return nil
	}
	all, err := rowsOf(ctx, s.view, scanMetafield, "SELECT "+metafieldColumns+" FROM metafields WHERE product_id IN ("+
		marks(len(s.ids))+") ORDER BY product_id, id", anys(s.ids)...)
	if err != nil {
		return err
	}
	s.metafields = make(map[int64][]*metafield, len(s.ids))
	for _, m := range all {
		s.metafields[m.productID] = append(s.metafields[m.productID], m)
	}
	return nil
}

// defaultNamespace is used if none is named. On Shopify it is the app's own.
const defaultNamespace = "app"

func metafieldOf(call *graph.Call, p *product) (any, error) {
	if err := p.metafieldsOfAll(call); err != nil {
		return nil, err
	}
	namespace, given := call.Args.String("namespace")
	if !given {
		namespace = defaultNamespace
	}
	key, _ := call.Args.String("key")
	for _, m := range p.metafields[p.id] {
		if m.namespace == namespace && m.key == key || m.namespace+"."+m.key == key {
			return m, nil
		}
	}
	return nil, nil
}

func metafieldsOf(call *graph.Call, p *product) (any, error) {
	w, err := windowOf(call.Args)
	if err != nil {
		return nil, err
	}
	if err := p.metafieldsOfAll(call); err != nil {
		return nil, err
	}
	namespace, inNamespace := call.Args.String("namespace")
	keys, byKey := call.Args.Strings("keys")
	var wanted []*metafield
	for _, m := range p.metafields[p.id] {
		named := slices.Contains(keys, m.namespace+"."+m.key) || inNamespace && slices.Contains(keys, m.key)
		if (!inNamespace || m.namespace == namespace) && (!byKey || named) {
			wanted = append(wanted, m)
		}
	}
	return pageOf(w, wanted, (*metafield).cursor), nil
}
