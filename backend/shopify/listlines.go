package shopify

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/tidwall/gjson"

	"galley/backend/shopify/internal/adminapi"
)

// lineKind is what a line of a list is.
type lineKind byte

const (
	productLine   lineKind = 'p'
	variantLine   lineKind = 'v'
	mediumLine    lineKind = 'm'
	metafieldLine lineKind = 'f'
)

// lineKinds are the types of a list's lines. Any other belongs to a product as one of its media.
var lineKinds = map[string]lineKind{"Product": productLine, "ProductVariant": variantLine, "Metafield": metafieldLine}

// listLine is what tells a line of a list where it belongs.
type listLine struct {
	kind    lineKind
	product string // whose line it is
}

// readLine finds out where a line belongs. Its fields are read with its part.
func readLine(line []byte) (listLine, error) {
	if !validJSON(line) {
		return listLine{}, errors.New("a line is not JSON")
	}
	text := func(name string) string { return gjson.GetBytes(line, name).Str }
	name, id := text("__typename"), ""
	if lineKinds[name] == productLine {
		id = text("id")
	}
	return placeOf(name, id, text("__parentId"))
}

// deepest is how many levels encoding/json takes at most.
const deepest = 10_000

// validJSON leaves lines that may be deep to encoding/json: gjson, which takes a fraction of the time, calls itself for
// each level, until the process has no stack left.
func validJSON(line []byte) bool {
	if bytes.Count(line, []byte("["))+bytes.Count(line, []byte("{")) > deepest {
		return json.Valid(line)
	}
	return gjson.ValidBytes(line)
}

func placeOf(name, id, parent string) (listLine, error) {
	kind, known := lineKinds[name]
	if !known {
		kind = mediumLine
	}
	found := listLine{kind: kind, product: parent}
	if kind == productLine {
		found.product = id
	}
	if name == "" || found.product == "" || (kind == productLine) != (parent == "") {
		return found, errors.New("a line does not say where it belongs")
	}
	return found, nil
}

// appendRecord writes a line for the spool, with where it belongs.
func appendRecord(block []byte, where listLine, line []byte) []byte {
	block = append(block, byte(where.kind))
	block = binary.AppendUvarint(block, uint64(len(where.product)))
	block = append(block, where.product...)
	block = binary.AppendUvarint(block, uint64(len(line)))
	return append(block, line...)
}

// eachRecord calls f with each record of a part.
func eachRecord(records []byte, f func(where listLine, line []byte) error) error {
	next := func() []byte {
		length, n := binary.Uvarint(records)
		field := records[n : n+int(length)]
		records = records[n+len(field):]
		return field
	}
	for len(records) > 0 {
		kind := lineKind(records[0])
		records = records[1:]
		product := string(next())
		if err := f(listLine{kind, product}, next()); err != nil {
			return err
		}
	}
	return nil
}

// joinLines makes the products of a part, each with all that belongs to it, in the order of their lines.
func joinLines(records []byte) ([]*adminapi.ListedProduct, error) {
	var products []*adminapi.ListedProduct
	byID := map[string]*adminapi.ListedProduct{}
	err := eachRecord(records, func(where listLine, line []byte) error {
		if where.kind != productLine {
			return nil
		}
		if byID[where.product] != nil {
			return fmt.Errorf("product %s comes twice", where.product)
		}
		p, err := readObject(line, productFields)
		byID[where.product], products = p, append(products, p)
		p.Variants, p.Media, p.Metafields = &adminapi.VariantsPage{}, &adminapi.MediaPage{}, &adminapi.MetafieldsPage{}
		return err
	})
	if err != nil {
		return nil, err
	}
	err = eachRecord(records, func(where listLine, line []byte) error {
		p := byID[where.product]
		if p == nil {
			return fmt.Errorf("product %s is missing", where.product)
		}
		return addLine(p, where.kind, line)
	})
	return products, err
}

func addLine(p *adminapi.ListedProduct, kind lineKind, line []byte) (err error) {
	switch kind {
	case variantLine:
		var v *adminapi.Variant
		v, err = readObject(line, variantFields)
		p.Variants.Nodes = append(p.Variants.Nodes, v)
	case metafieldLine:
		var m *adminapi.Metafield
		m, err = readObject(line, metafieldFields)
		p.Metafields.Nodes = append(p.Metafields.Nodes, m)
	case mediumLine:
		p.Media.Nodes = append(p.Media.Nodes, line)
	case productLine:
	}
	return err
}
