package demo

import (
	"strconv"
	"strings"

	"galley/backend/demo/graph"
)

// Each kind of object counts from its own number, so that ids of different
// kinds are never equal by chance.
const (
	firstProduct    = 8_400_000_000_001
	firstVariant    = 45_200_000_000_001
	firstMedia      = 33_100_000_000_001
	firstMetafield  = 27_300_000_000_001
	firstCollection = 410_500_000_001
	firstMetaobject = 96_500_000_001
	shopNumber      = 68_020_000_001
	appNumber       = 580_111
)

// gid writes a global id: gid://shopify/Product/1.
func gid(kind string, number int64) string {
	return "gid://shopify/" + kind + "/" + strconv.FormatInt(number, 10)
}

// parseGID parses a global id; a query after it is ignored.
func parseGID(id string) (kind string, number int64) {
	id, _, _ = strings.Cut(id, "?")
	rest, isGID := strings.CutPrefix(id, "gid://shopify/")
	kind, digits, _ := strings.Cut(rest, "/")
	number, err := strconv.ParseInt(digits, 10, 64)
	if !isGID || err != nil {
		return "", 0
	}
	return kind, number
}

// numberFor returns the number of an id for a field that takes ids of one kind
// only. Shopify refuses another kind at the top level of the answer.
func numberFor(kind, id string) (int64, error) {
	actual, number := parseGID(id)
	if actual != kind {
		return 0, graph.Refuse(graph.CodeNotFound, "Invalid id: %s", id)
	}
	return number, nil
}

// numberOf gives the number of a global id of a kind, or 0, which no object has.
func numberOf(kind, id string) int64 {
	if actual, number := parseGID(id); actual == kind {
		return number
	}
	return 0
}
