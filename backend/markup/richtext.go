package markup

import (
	"encoding/json"
	"strings"
)

// RichText is the text of a rich-text metafield, which Shopify keeps as JSON: a
// line for each paragraph, heading and point of a list. ok is false for anything
// else.
func RichText(document string) (text string, ok bool) {
	if !strings.HasPrefix(strings.TrimSpace(document), "{") {
		return "", false
	}
	var root richNode
	if json.Unmarshal([]byte(document), &root) != nil || root.Type != "root" {
		return "", false
	}
	var out strings.Builder
	root.write(&out, 0)
	var lines []string
	for line := range strings.Lines(out.String()) {
		if line = strings.Join(strings.Fields(line), " "); line != "" {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "\n"), true
}

// richNode is a part of a rich text.
// Source: https://shopify.dev/docs/apps/build/metafields/list-of-data-types#rich-text-formatting
type richNode struct {
	Type     string     `json:"type"`
	Value    string     `json:"value"`
	Children []richNode `json:"children"`
}

// deepestRichText is how far parts may be in each other; Shopify's editor makes
// at most six.
const deepestRichText = 50

func (n richNode) write(out *strings.Builder, depth int) {
	if depth > deepestRichText {
		return
	}
	out.WriteString(n.Value)
	for _, child := range n.Children {
		child.write(out, depth+1)
	}
	switch n.Type {
	case "paragraph", "heading", "list-item", "list":
		out.WriteString("\n")
	}
}
