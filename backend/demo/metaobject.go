package demo

import (
	"database/sql"
	"encoding/json"
	"fmt"
	"strings"

	"galley/backend/demo/graph"
	"galley/backend/products/productcsv"
)

// metaobject is an entry that metafields refer to, such as a colour. Entries are
// kept among the shop's facts, by their number.
type metaobject struct {
	id   int64
	name string
}

// TypeName implements graph.Typed.
func (metaobject) TypeName() string { return "Metaobject" }

func metaobjectFields() graph.Resolvers {
	return graph.Resolvers{
		"Metaobject": graph.On(map[string]func(*graph.Call, metaobject) (any, error){
			"id":          graph.Get(func(m metaobject) any { return gid("Metaobject", m.id) }),
			"displayName": graph.Get(func(m metaobject) any { return m.name }),
		}),
		"TaxonomyValue": graph.On(map[string]func(*graph.Call, taxon) (any, error){
			"id":   graph.Get(func(t taxon) any { return t.gid() }),
			"name": graph.Get(func(t taxon) any { return string(t) }),
		}),
	}
}

func metaobjectFact(id int64) string { return fmt.Sprintf("metaobject %d", id) }

// metaobject is the entry of that number, nil where there is none.
func (v *view) metaobject(call *graph.Call, number int64) (any, error) {
	names, err := rowsOf(call, v, scanText, "SELECT value FROM facts WHERE name = ?", metaobjectFact(number))
	if err != nil || len(names) == 0 {
		return nil, err
	}
	return metaobject{number, names[0]}, nil
}

// categoryNamespace holds the attributes of a category, which refer to entries.
const categoryNamespace = "shopify"

// metafieldOf is the type and value of a metafield of an export. The attributes
// of a category name entries, apart by semicolons, which an import makes.
func (s *stockroom) metafieldOf(field productcsv.Metafield) (kind, value string, err error) {
	if field.Namespace != categoryNamespace {
		return textMetafield, field.Value, nil
	}
	var ids []string
	for name := range strings.SplitSeq(field.Value, ";") {
		if name = strings.TrimSpace(name); name == "" {
			continue
		}
		id, err := s.entry(field.Namespace+"."+field.Key, name)
		if err != nil {
			return "", "", err
		}
		ids = append(ids, gid("Metaobject", id))
	}
	list, err := json.Marshal(ids)
	return "list.metaobject_reference", string(list), err
}

// entry finds the entry of that name, or makes it.
func (s *stockroom) entry(kind, name string) (int64, error) {
	key := kind + "\x00" + name
	if id, is := s.metaobjects[key]; is {
		return id, nil
	}
	if s.metaobjects == nil {
		s.metaobjects = make(map[string]int64)
	}
	id := int64(firstMetaobject + len(s.metaobjects))
	s.metaobjects[key] = id
	_, err := s.tx.ExecContext(s.exec, "INSERT INTO facts (name, value) VALUES (?, ?)", metaobjectFact(id), name)
	return id, err
}

func scanText(rows *sql.Rows) (text string, err error) { return text, rows.Scan(&text) }
