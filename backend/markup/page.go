package markup

import (
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"

	"galley/backend/galley"
)

// VisibleText returns the text that people see of a piece of HTML. White space
// collapses to one space; the edge of a block (paragraph, heading, list item,
// table cell and so on) and a line break become one line feed; leading and
// trailing white space is dropped. Markup without text (pictures, frames) and
// the content of script, style, template and title produce nothing. Walking the
// text nodes of the document tree in order by the same rules gives the same
// offsets.
func VisibleText(fragment string) string {
	if isPlain(fragment) {
		return fragment
	}
	return ParsePage(fragment).Text
}

// isPlain reports whether nothing of a text is markup or a space that people do not see. Most
// names are such, and need no tokenizer.
func isPlain(text string) bool {
	last := byte(' ')
	for i := range len(text) {
		c := text[i]
		if c < ' ' || c >= utf8.RuneSelf || c == '<' || c == '&' || c == ' ' && last == ' ' {
			return false
		}
		last = c
	}
	return last != ' ' || text == ""
}

// Page is a piece of HTML as people see it.
type Page struct {
	Text   string
	Blocks []Block // in the order of the text
	H1     int     // number of first-level headings
}

// Block is a run of text with no block edge in it.
type Block struct {
	Span
	Kind BlockKind
}

// BlockKind is the kind of a block's text.
type BlockKind int

// The kinds of blocks.
const (
	Paragraph BlockKind = iota
	Heading
	Item
	Cell
)

// PageOf reads the content of a field: HTML, or plain text.
func PageOf(f galley.Field, content string) Page {
	if f.IsHTML() {
		return ParsePage(content)
	}
	return PlainPage(content)
}

// PlainPage is a page of a plain-text field.
func PlainPage(text string) Page {
	p := Page{Text: text}
	if text != "" {
		p.Blocks = []Block{{Span: Span{0, len(text)}}}
	}
	return p
}

// ParsePage parses a piece of HTML.
func ParsePage(fragment string) Page {
	b := pageBuilder{tokenizer: html.NewTokenizer(strings.NewReader(fragment))}
	for b.step() {
	}
	b.closeBlock()
	return Page{Text: b.out.String(), Blocks: b.blocks, H1: b.h1}
}

// pageBuilder reads tokens instead of a tree, so its depth is not limited.
type pageBuilder struct {
	tokenizer *html.Tokenizer
	out       strings.Builder
	blocks    []Block
	open      []string // elements that give their text a kind
	hidden    string   // the element whose content is hidden
	start     int      // of the open block, with inBlock
	inBlock   bool
	gap       gap
	breaks    int // line breaks since the last text
	h1        int
}

// gap is the separator between the text so far and the next character.
type gap int

const (
	noGap gap = iota
	spaceGap
	lineGap
	blockGap
)

func (b *pageBuilder) step() bool {
	switch b.tokenizer.Next() {
	case html.ErrorToken:
		return false
	case html.TextToken:
		if b.hidden == "" {
			b.addText(string(b.tokenizer.Text()))
		}
	case html.StartTagToken:
		name, _ := b.tokenizer.TagName()
		b.startTag(string(name), false)
	case html.SelfClosingTagToken:
		name, _ := b.tokenizer.TagName()
		b.startTag(string(name), true)
	case html.EndTagToken:
		name, _ := b.tokenizer.TagName()
		b.endTag(string(name))
	}
	return true
}

func (b *pageBuilder) startTag(name string, selfClosing bool) {
	switch {
	case b.hidden != "":
		return
	case hiddenElements[name]:
		if !selfClosing {
			b.hidden = name
		}
		return
	case name == "br":
		b.lineBreak()
		return
	case !blockElements[name]:
		return
	}
	if name == "h1" {
		b.h1++
	}
	b.edge()
	if _, ok := kinds[name]; ok && len(b.open) < maxOpen {
		b.open = append(b.open, name)
	}
}

func (b *pageBuilder) endTag(name string) {
	if b.hidden != "" {
		if b.hidden == name {
			b.hidden = ""
		}
		return
	}
	if !blockElements[name] {
		return
	}
	b.edge()
	for i, open := range slices.Backward(b.open) {
		if open == name {
			b.open = b.open[:i]
			return
		}
	}
}

// lineBreak ends a line; two in a row end a paragraph.
func (b *pageBuilder) lineBreak() {
	b.breaks++
	if b.breaks > 1 {
		b.edge()
	}
	b.gap = max(b.gap, lineGap)
}

func (b *pageBuilder) edge() {
	b.closeBlock()
	b.gap = blockGap
}

func (b *pageBuilder) closeBlock() {
	if b.inBlock {
		b.blocks = append(b.blocks, Block{Span{b.start, b.out.Len()}, b.kind()})
		b.inBlock = false
	}
}

func (b *pageBuilder) kind() BlockKind {
	if n := len(b.open); n > 0 {
		return kinds[b.open[n-1]]
	}
	return Paragraph
}

func (b *pageBuilder) addText(text string) {
	for _, r := range text {
		if isHTMLSpace(r) {
			b.gap = max(b.gap, spaceGap)
			continue
		}
		b.fillGap()
		b.out.WriteRune(r)
	}
}

func (b *pageBuilder) fillGap() {
	if b.out.Len() > 0 {
		switch b.gap {
		case spaceGap:
			b.out.WriteByte(' ')
		case lineGap, blockGap:
			b.out.WriteByte('\n')
		case noGap:
		}
	}
	b.gap, b.breaks = noGap, 0
	if !b.inBlock {
		b.inBlock, b.start = true, b.out.Len()
	}
}

// isHTMLSpace reports whether HTML collapses the character; a no-break space is
// kept.
func isHTMLSpace(r rune) bool {
	return r == ' ' || r == '\t' || r == '\n' || r == '\r' || r == '\f'
}
