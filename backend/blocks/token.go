package blocks

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"galley/backend/pattern"
)

// token matches a token as models write it, with what they put around it.
var token = pattern.Lazy("(?i)[`*_]{0,3}\\\\?\\[\\\\?\\[?\\s*KEEP[\\s:#_-]*(\\d{1,4})\\b[^\\[\\]\\n]*\\\\?\\]\\\\?\\]?[`*_]{0,3}")

// likeToken matches what models make of a token: its word in another language,
// other brackets, or a line with nothing else and no brackets.
var likeToken = pattern.Lazy(`\[\[\s*\p{L}[\p{L}_-]*[\s:#_-]+(\d{1,4})\b[^\[\]\n]*\]\]` +
	`|(?:【+|〔+|「+|⟦+|«+|\{+|<+|(?:&lt;)+)\s*KEEP[\s:#_-]*(\d{1,4})\b[^\[\]{}()<>\n]*(?:】+|〕+|」+|⟧+|»+|\}+|/?>+|(?:&gt;)+)` +
	`|\(+\s*KEEP[ \t]+(\d{1,4})\s*(?::[^\[\]{}()<>\n]*)?\)+` +
	`|(?m:^|(>))[ \t*_]*KEEP[\s:#_-]+(\d{1,4})\b(?::[^<>\n]*)?[ \t*_]*(?m:$|(<))`)

// bareToken matches a token in other brackets with nothing but its number and
// label, so no text of the shop.
var bareToken = pattern.Lazy(`^[^\pL\d\s()\[\]]+\s*KEEP[\s#_-]*\d{1,4}\s*(?::.*)?[^\pL\d\s()\[\]]+$`)

// plain brings what models make of a token to its form. What the shop has itself,
// as "[[gallery 2]]", and what names no block is text of the answer.
func (p Page) plain(answer string) string {
	found := likeToken().FindAllStringSubmatchIndex(answer, -1)
	var out strings.Builder
	at := 0
	for _, m := range found {
		group := func(n int) string {
			if m[2*n] < 0 {
				return ""
			}
			return answer[m[2*n]:m[2*n+1]]
		}
		match, digits := group(0), group(1)+group(2)+group(3)+group(5)
		number, _ := strconv.Atoi(digits)
		isBlock := number > 0 && number <= len(p.Blocks) || bareToken().MatchString(match)
		if !isBlock || p.has(match) {
			continue
		}
		out.WriteString(answer[at:m[0]] + group(4) + "[[KEEP " + digits + "]]" + group(6))
		at = m[1]
	}
	return out.String() + answer[at:]
}

// has reports whether a text is a block, byte for byte but for spaces and case.
func (p Page) has(text string) bool {
	return slices.ContainsFunc(p.Blocks, func(b Block) bool { return folded(b.Raw) == folded(text) })
}

// mark is a token without its label.
func mark(number int) string { return fmt.Sprintf("[[KEEP %d]]", number) }

// WithoutTokens is a text without its tokens.
func WithoutTokens(text string) string { return token().ReplaceAllString(text, "") }

// Tidy brings the tokens of a model's answer to their plain form. In an answer
// without markup each is a paragraph of its own, unless it is in a sentence.
func (p Page) Tidy(answer string, isHTML bool) string {
	return token().ReplaceAllStringFunc(p.plain(answer), func(m string) string {
		number, _ := strconv.Atoi(token().FindStringSubmatch(m)[1])
		short := mark(number)
		if isHTML || number > len(p.Blocks) || number == 0 || p.Blocks[number-1].Inline {
			return short
		}
		return "\n\n" + short + "\n\n"
	})
}
