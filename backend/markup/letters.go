package markup

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// letter is where a character of the visible text comes from.
type letter struct {
	page   Span // in the visible text; empty for white space that shows nothing
	raw    Span // in the content: a whole entity, where it is written as one
	locked bool // its text is not written as text of HTML is
}

// lettersOf maps the visible text of a piece of HTML to its bytes.
func lettersOf(content string) []letter {
	b := letterBuilder{pageBuilder: pageBuilder{tokenizer: html.NewTokenizer(strings.NewReader(content))}}
	for b.token() {
	}
	return b.letters
}

type letterBuilder struct {
	pageBuilder

	letters []letter
	spaces  int // letters from here on are white space since the last character
	offset  int // of the token in the content
}

func (b *letterBuilder) token() bool {
	kind := b.tokenizer.Next()
	raw := string(b.tokenizer.Raw())
	switch kind {
	case html.ErrorToken:
		return false
	case html.TextToken:
		if b.hidden == "" {
			b.text(raw, string(b.tokenizer.Text()))
		}
	case html.StartTagToken, html.SelfClosingTagToken:
		name, _ := b.tokenizer.TagName()
		b.startTag(string(name), kind == html.SelfClosingTagToken)
	case html.EndTagToken:
		name, _ := b.tokenizer.TagName()
		b.endTag(string(name))
	}
	b.offset += len(raw)
	return true
}

func (b *letterBuilder) text(raw, text string) {
	pieces := piecesOf(raw)
	var read strings.Builder
	for _, p := range pieces {
		read.WriteString(p.text)
	}
	if newlines.Replace(read.String()) != text {
		b.add(text, Span{b.offset, b.offset + len(raw)}, true)
		return
	}
	for _, p := range pieces {
		b.add(p.text, Span{b.offset + p.raw.Start, b.offset + p.raw.End}, false)
	}
}

var newlines = strings.NewReplacer("\r\n", "\n", "\r", "\n")

// add adds characters that come from one stretch of the content.
func (b *letterBuilder) add(text string, raw Span, locked bool) {
	before, gap := b.out.Len(), b.gap
	b.addText(text)
	after := b.out.Len()
	if after == before {
		b.letters = append(b.letters, letter{page: Span{before, before}, raw: raw})
		return
	}
	start := before
	if before > 0 && gap != noGap {
		start++
		b.placeSpaces(gap, before)
	}
	b.letters = append(b.letters, letter{page: Span{start, after}, raw: raw, locked: locked})
	b.spaces = len(b.letters)
}

// placeSpaces says where the white space before a character shows: as one space,
// unless a line ends there.
func (b *letterBuilder) placeSpaces(gap gap, at int) {
	if gap != spaceGap {
		return
	}
	for i := b.spaces; i < len(b.letters); i++ {
		b.letters[i].page = Span{at, at + 1}
	}
}

// piece is a character, or an entity, and what it means.
type piece struct {
	raw  Span
	text string
}

var entity = regexp.MustCompile(`^&(?:#[xX][0-9a-fA-F]+|#[0-9]+|[A-Za-z][A-Za-z0-9]*);?`)

// longestEntity is more than the longest name of an entity has, in bytes.
const longestEntity = 40

func piecesOf(raw string) []piece {
	pieces := make([]piece, 0, len(raw))
	for i := 0; i < len(raw); {
		_, size := utf8.DecodeRuneInString(raw[i:])
		text := raw[i : i+size]
		if text == "&" {
			name := entity.FindString(raw[i:min(len(raw), i+longestEntity)])
			if read := html.UnescapeString(name); read != name {
				size, text = len(name), read
			}
		}
		pieces = append(pieces, piece{raw: Span{i, i + size}, text: text})
		i += size
	}
	return pieces
}
