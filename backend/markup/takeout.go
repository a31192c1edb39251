package markup

import (
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"

	"galley/backend/galley"
)

// TakeOut removes the sentences that a span of the text lies in. Start and end
// are rune offsets in the visible text, as in warnings. Markup is kept, except
// elements of text that the removal leaves empty; those that a link, an app or a
// script may look for stay. If nothing else would be left, only
// the span itself is removed.
func TakeOut(f galley.Field, content string, start, end int) string {
	content = strings.ToValidUTF8(content, "\uFFFD")
	p := PageOf(f, content)
	stretch := Span{byteOffset(p.Text, start), byteOffset(p.Text, end)}
	whole := sentencesAround(p, stretch)
	if strings.TrimSpace(p.Text[:whole.Start]+p.Text[whole.End:]) == "" {
		whole = stretch
	}
	if f.IsHTML() {
		return cutPage(content, whole)
	}
	return strings.TrimSpace(content[:whole.Start]) + rest(content[whole.End:])
}

// rest is the text after the gap, with one space before it.
func rest(text string) string {
	if text = strings.TrimSpace(text); text == "" {
		return ""
	}
	return " " + text
}

func byteOffset(text string, runes int) int {
	at := 0
	for ; runes > 0 && at < len(text); runes-- {
		_, size := utf8.DecodeRuneInString(text[at:])
		at += size
	}
	return at
}

// sentencesAround widens a span to whole sentences of its blocks.
func sentencesAround(p Page, s Span) Span {
	for _, b := range p.Blocks {
		for _, sentence := range SentencesIn(p.Text, b.Span) {
			if sentence.Start < s.End && s.Start < sentence.End {
				s = Span{min(s.Start, sentence.Start), max(s.End, sentence.End)}
			}
		}
	}
	return s
}

// cutter copies HTML without a span of its visible text.
type cutter struct {
	pageBuilder
	cut      Span
	replaces bool   // the space after the span stays
	instead  string // takes the place of the span
	html     strings.Builder
	tags     []openTag
}

// openTag is an open element and its tag's position in the copy.
type openTag struct {
	name        string
	start, text int
	lost        bool // something within it was cut
	found       bool // by a link, an app or a script: it stays when it is empty
}

func cutPage(fragment string, cut Span) string {
	c := cutter{cut: cut, pageBuilder: pageBuilder{tokenizer: html.NewTokenizer(strings.NewReader(fragment))}}
	for c.copyToken() {
	}
	return c.html.String()
}

func (c *cutter) copyToken() bool {
	kind := c.tokenizer.Next()
	raw := string(c.tokenizer.Raw())
	switch kind {
	case html.ErrorToken:
		return false
	case html.TextToken:
		c.copyText(raw, string(c.tokenizer.Text()))
		return true
	case html.StartTagToken, html.SelfClosingTagToken:
		tag := c.tokenizer.Token()
		c.startTag(tag.Data, kind == html.SelfClosingTagToken)
		at := c.html.Len()
		c.html.WriteString(raw)
		if kind == html.StartTagToken && !voidElements[tag.Data] {
			c.tags = append(c.tags, openTag{name: tag.Data, start: at, text: c.html.Len(), found: isFound(tag)})
		}
		return true
	case html.EndTagToken:
		name, _ := c.tokenizer.TagName()
		c.endTag(string(name))
		c.closeTag(string(name), raw)
		return true
	}
	c.html.WriteString(raw)
	return true
}

// isFound reports whether a link, an app or a script may look for an element, or
// a table needs it.
func isFound(tag html.Token) bool {
	switch tag.Data {
	case "td", "th", "h6", "summary", "details", "button", "label", "form":
		return true
	}
	return strings.Contains(tag.Data, "-") || slices.ContainsFunc(tag.Attr, func(a html.Attribute) bool {
		return a.Key == "id" || a.Key == "name" || strings.HasPrefix(a.Key, "data-") || strings.HasPrefix(a.Key, "item") || strings.HasPrefix(a.Key, "on")
	})
}

// closeTag copies an end tag, or removes the element if it is empty now.
func (c *cutter) closeTag(name, raw string) {
	c.html.WriteString(raw)
	n := len(c.tags) - 1
	if n < 0 || c.tags[n].name != name {
		c.tags = nil // not well nested: nothing is removed
		return
	}
	t := c.tags[n]
	c.tags = c.tags[:n]
	if !t.lost {
		return
	}
	if n > 0 {
		c.tags[n-1].lost = true
	}
	copied := c.html.String()
	if t.found || strings.TrimSpace(strings.TrimSuffix(copied[t.text:], raw)) != "" {
		return
	}
	c.html.Reset()
	c.html.WriteString(copied[:t.start])
}

func (c *cutter) copyText(raw, text string) {
	if c.hidden != "" {
		c.html.WriteString(raw)
		return
	}
	var kept strings.Builder
	lost := false
	for _, r := range text {
		before := c.out.Len()
		c.addText(string(r))
		// End of the input; a space belongs to the text before it.
		at := c.out.Len()
		isSpaceAfter := c.replaces && at == before && at == c.cut.End
		if at > c.cut.Start && at <= c.cut.End && !isSpaceAfter {
			lost = true
			kept.WriteString(c.instead)
			c.instead = ""
			continue
		}
		kept.WriteRune(r)
	}
	if !lost {
		c.html.WriteString(raw)
		return
	}
	c.html.WriteString(html.EscapeString(kept.String()))
	if n := len(c.tags); n > 0 {
		c.tags[n-1].lost = true
	}
}
