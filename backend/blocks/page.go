package blocks

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"galley/backend/markup"
	"galley/backend/pattern"
)

// Page is a shop's text with its blocks taken out. Head, the text with the
// bytes of the blocks in the place of their tokens, and Tail are the text that
// was cut, byte for byte.
type Page struct {
	Head, Tail string // around all that is written: wrappers, styles and scripts
	Text       string // with tokens
	Blocks     []Block
	between    []string // the text before, between and after the blocks
}

// Block is a part of a text that is kept as it is.
type Block struct {
	Number int    // from 1, in the order of the text
	Label  string // what it is, for a prompt and for people
	Raw    string // its bytes
	Inline bool   // within running text, so it may be put there again
}

// Token takes the place of the block in a prompt and in an answer.
func (b Block) Token() string { return fmt.Sprintf("[[KEEP %d: %s]]", b.Number, b.Label) }

// Words are what a customer reads in the block.
func (b Block) Words() string { return markup.VisibleText(b.Raw) }

// token matches a token as models write it, with what they put around it.
var token = pattern.Lazy("(?i)[`*_]{0,3}\\\\?\\[\\\\?\\[?\\s*KEEP[\\s:#_-]*(\\d{1,4})\\b[^\\[\\]\\n]*\\\\?\\]\\\\?\\]?[`*_]{0,3}")

// Hide puts tokens in the place of the blocks that a text holds.
func (p Page) Hide(text string) string {
	text = strings.TrimSuffix(strings.TrimPrefix(text, p.Head), p.Tail)
	longest := slices.SortedStableFunc(slices.Values(p.Blocks), func(a, b Block) int { return len(b.Raw) - len(a.Raw) })
	for _, b := range longest {
		text = strings.Replace(text, b.Raw, b.Token(), 1)
	}
	return text
}

// List names blocks by their tokens.
func List(blocks []Block) string {
	var tokens []string
	for _, b := range blocks {
		tokens = append(tokens, b.Token())
	}
	return strings.Join(tokens, ", ")
}

// WithoutTokens is a text without its tokens.
func WithoutTokens(text string) string { return token().ReplaceAllString(text, "") }

// Tidy brings the tokens of a model's answer to their plain form. In an answer
// without markup each is a paragraph of its own, unless it is in a sentence.
func (p Page) Tidy(answer string, isHTML bool) string {
	if len(p.Blocks) == 0 {
		return answer
	}
	return token().ReplaceAllStringFunc(answer, func(m string) string {
		number, _ := strconv.Atoi(token().FindStringSubmatch(m)[1])
		short := mark(number)
		if isHTML || number > len(p.Blocks) || number == 0 || p.Blocks[number-1].Inline {
			return short
		}
		return "\n\n" + short + "\n\n"
	})
}

// mark is a token without its label.
func mark(number int) string { return fmt.Sprintf("[[KEEP %d]]", number) }
