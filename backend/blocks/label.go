package blocks

import (
	"cmp"
	"fmt"
	"strings"

	"galley/backend/markup"
	"galley/backend/pattern"
)

// always are the elements that are kept whatever they hold, with their names.
var always = map[string]func(n *node, raw string) string{
	"table": tableLabel, "iframe": frameLabel, "frame": frameLabel, "embed": frameLabel, "object": frameLabel,
	"video": fixed("video"), "audio": fixed("audio"), "script": scriptLabel, "noscript": fixed("fallback without scripts"),
	"style": fixed("style block"), "link": fixed("style block"), "meta": fixed("data for search engines"), "template": fixed("template"),
	"form": fixed("form"), "fieldset": fixed("form"), "button": worded("button"), "input": fixed("form field"), "select": fixed("form field"),
	"textarea": fixed("form field"), "output": fixed("form field"), "meter": fixed("meter"), "progress": fixed("meter"),
	"details": detailsLabel, "dialog": fixed("dialog"), "svg": fixed("drawing"), "math": fixed("formula"), "canvas": fixed("drawing"),
	"map": fixed("image map"), "img": imageLabel, "picture": fixed("image"), "figure": fixed("figure"), "hr": fixed("dividing line"),
	"blockquote": fixed("quotation"), "pre": fixed("code"), "code": fixed("code"), "h6": worded("tab"),
	"applet": frameLabel, "marquee": worded("moving text"), "model": fixed("model"),
}

// invisible are the elements that show nothing by themselves.
var invisible = setOf("script", "style", "link", "meta", "noscript", "template")

func fixed(label string) func(*node, string) string {
	return func(*node, string) string { return label }
}

func worded(label string) func(*node, string) string {
	return func(_ *node, raw string) string { return named(label, markup.VisibleText(raw)) }
}

const longestName = 40 // characters

var notInNames = pattern.Lazy(`[^\p{L}\p{N} .,&'/+-]+`)

// named adds a name out of the shop's text, without anything that could end a
// token.
func named(label, name string) string {
	name = strings.Join(strings.Fields(notInNames().ReplaceAllString(strings.ReplaceAll(strings.ToValidUTF8(name, ""), "&", "and"), " ")), " ")
	if runes := []rune(name); len(runes) > longestName {
		name = strings.TrimSpace(string(runes[:longestName]))
	}
	if name == "" {
		return label
	}
	return label + ` "` + name + `"`
}

// sizes match the words of a table of sizes.
var sizes = pattern.Lazy(`(?i)\b(?:size|sizes|sizing|größen?|groesse|taille|talla|taglia|maat|tamanho|storlek|rozmiar|størrelse)\b|(?:^|\n)(?:XXS|XS|S|M|L|XL|XXL|2XL|3XL)(?:\n|$)`)

func tableLabel(n *node, raw string) string {
	label := "table"
	if sizes().MatchString(markup.VisibleText(raw) + " " + n.attr("class") + " " + n.attr("id")) {
		label = "size table"
	}
	rows := n.count("tr")
	if rows == 1 {
		return label + ", 1 row"
	}
	return fmt.Sprintf("%s, %d rows", label, rows)
}

var (
	videoHost = pattern.Lazy(`(?i)youtu|vimeo|wistia|video|loom\.|dailymotion|tiktok|\.mp4`)
	mapHost   = pattern.Lazy(`(?i)(?:google|openstreetmap|bing)[^/]*/maps|maps\.`)
	audioHost = pattern.Lazy(`(?i)spotify|soundcloud|podcast|\.mp3`)
)

func frameLabel(n *node, _ string) string {
	address := n.attr("src") + n.attr("data") + n.attr("data-src")
	switch {
	case mapHost().MatchString(address):
		return "map"
	case audioHost().MatchString(address):
		return "audio"
	case videoHost().MatchString(address):
		return "video"
	}
	return "frame"
}

func scriptLabel(n *node, _ string) string {
	if strings.Contains(n.attr("type"), "json") {
		return "data for search engines"
	}
	return "script"
}

func imageLabel(n *node, _ string) string { return named("image", n.attr("alt")) }

func detailsLabel(n *node, raw string) string {
	if summary := n.find("summary"); summary != nil {
		at := summary.inner
		return named("folded section", markup.VisibleText(raw[at.Start-n.start:at.End-n.start]))
	}
	return "folded section"
}

var tabNote = pattern.Lazy(`(?i)\b(?:split|tabs?|page ?break|more|section|column|accordion)\b`)

func isTabNote(text string) bool { return tabNote().MatchString(text) }

func noteLabel(text string) string {
	if isTabNote(text) {
		return named("tab mark", text)
	}
	return "comment"
}

func codeLabel(text string) string {
	switch {
	case token().MatchString(text):
		return "mark"
	case strings.HasPrefix(text, "["):
		return named("shortcode", strings.Trim(text, "[]"))
	}
	return "template code"
}

// attributeLabel names an element that is kept for its attributes.
func attributeLabel(n *node, raw string) string {
	if isTabBar(n) {
		return "tabs"
	}
	if label := wordedLabels[n.name]; n.words > 0 && (label != "" || phrasing[n.name]) {
		return worded(cmp.Or(label, "text"))(n, raw)
	}
	name := cmp.Or(n.attr("id"), n.attr("name"))
	if name != "" && (phrasing[n.name] || n.isElement("p")) {
		return named("anchor", name)
	}
	class, _, _ := strings.Cut(n.attr("class"), " ")
	return named("widget", cmp.Or(name, class))
}

// wordedLabels are elements that are named by their words.
var wordedLabels = map[string]string{"h1": "heading", "h2": "heading", "h3": "heading", "h4": "heading", "h5": "heading", "a": "link", "p": "text"}

// joinLabels lists labels, the same ones counted.
func joinLabels(labels []string) string {
	var out []string
	for i := 0; i < len(labels); {
		n := 1
		for i+n < len(labels) && labels[i+n] == labels[i] {
			n++
		}
		if n > 1 {
			out = append(out, fmt.Sprintf("%d × %s", n, labels[i]))
		} else {
			out = append(out, labels[i])
		}
		i += n
	}
	const most = 6
	if len(out) > most {
		out = append(out[:most], "and more")
	}
	return strings.Join(out, "; ")
}
