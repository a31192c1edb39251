package shopify

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"

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

// readLine finds out where a line belongs, without decoding the rest of it: that is done once, with its part.
func readLine(line []byte) (found listLine, err error) {
	if !json.Valid(line) || len(line) == 0 || line[0] != '{' {
		return found, errors.New("a line is not a JSON object")
	}
	var id, parent, name string
	eachMember(line, func(key, value []byte) {
		switch string(key) {
		case "id":
			err = errors.Join(err, json.Unmarshal(value, &id))
		case "__parentId":
			err = errors.Join(err, json.Unmarshal(value, &parent))
		case "__typename":
			err = errors.Join(err, json.Unmarshal(value, &name))
		}
	})
	if err == nil {
		found, err = placeOf(name, id, parent)
	}
	return found, err
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

// eachMember calls f with each key (without its quotes) and value of a valid JSON object.
func eachMember(object []byte, f func(key, value []byte)) {
	for at := skipSpace(object, 1); object[at] == '"'; {
		end := skipString(object, at)
		key := object[at+1 : end-1]
		at = skipSpace(object, skipSpace(object, end)+1) // behind the colon
		end = skipValue(object, at)
		f(key, object[at:end])
		if at = skipSpace(object, end); object[at] == '}' {
			return
		}
		at = skipSpace(object, at+1) // behind the comma
	}
}

func skipSpace(text []byte, at int) int {
	for text[at] == ' ' || text[at] == '\t' || text[at] == '\r' || text[at] == '\n' {
		at++
	}
	return at
}

// skipString returns the place behind the string that begins at a place.
func skipString(text []byte, at int) int {
	for at++; ; at++ {
		at += bytes.IndexByte(text[at:], '"')
		escapes := 0
		for text[at-1-escapes] == '\\' {
			escapes++
		}
		if escapes%2 == 0 {
			return at + 1
		}
	}
}

// skipValue returns the place behind the value that begins at a place.
func skipValue(text []byte, at int) int {
	switch text[at] {
	case '"':
		return skipString(text, at)
	case '{', '[':
		return skipNested(text, at)
	}
	return at + bytes.IndexAny(text[at:], ",}] \t\r\n")
}

func skipNested(text []byte, at int) int {
	for depth := 0; ; {
		switch text[at] {
		case '"':
			at = skipString(text, at)
			continue
		case '{', '[':
			depth++
		case '}', ']':
			depth--
		}
		if at++; depth == 0 {
			return at
		}
	}
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
		p := &adminapi.ListedProduct{}
		byID[where.product], products = p, append(products, p)
		err := json.Unmarshal(line, p)
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

func addLine(p *adminapi.ListedProduct, kind lineKind, line []byte) error {
	switch kind {
	case variantLine:
		v := &adminapi.Variant{}
		p.Variants.Nodes = append(p.Variants.Nodes, v)
		return json.Unmarshal(line, v)
	case metafieldLine:
		m := &adminapi.Metafield{}
		p.Metafields.Nodes = append(p.Metafields.Nodes, m)
		return json.Unmarshal(line, m)
	case mediumLine:
		p.Media.Nodes = append(p.Media.Nodes, line)
	case productLine:
	}
	return nil
}
