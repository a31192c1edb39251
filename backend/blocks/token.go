package blocks

import (
	"fmt"
	"strconv"

	"galley/backend/pattern"
)

// token matches a token as models write it, with what they put around it.
var token = pattern.Lazy("(?i)[`*_]{0,3}\\\\?\\[\\\\?\\[?\\s*KEEP[\\s:#_-]*(\\d{1,4})\\b[^\\[\\]\\n]*\\\\?\\]\\\\?\\]?[`*_]{0,3}")

// likeToken matches what models make of a token: its word in another language,
// other brackets, or a line with nothing else and no brackets.
var likeToken = pattern.Lazy(`\[\[\s*\p{L}[\p{L}_-]*[\s:#_-]+(\d{1,4})\b[^\[\]\n]*\]\]` +
	`|(?:【+|〔+|「+|⟦+|«+|\{+|\(+|<+|(?:&lt;)+)\s*KEEP[\s:#_-]*(\d{1,4})\b[^\[\]{}()<>\n]*(?:】+|〕+|」+|⟧+|»+|\}+|\)+|/?>+|(?:&gt;)+)` +
	`|(?m:^|(>))[ \t*_]*KEEP[\s:#_-]+(\d{1,4})\b(?::[^<>\n]*)?[ \t*_]*(?m:$|(<))`)

// mark is a token without its label.
func mark(number int) string { return fmt.Sprintf("[[KEEP %d]]", number) }

// WithoutTokens is a text without its tokens.
func WithoutTokens(text string) string { return token().ReplaceAllString(text, "") }

// Tidy brings the tokens of a model's answer to their plain form. In an answer
// without markup each is a paragraph of its own, unless it is in a sentence.
func (p Page) Tidy(answer string, isHTML bool) string {
	answer = likeToken().ReplaceAllString(answer, "$3[[KEEP $1$2$4]]$5")
	return token().ReplaceAllStringFunc(answer, func(m string) string {
		number, _ := strconv.Atoi(token().FindStringSubmatch(m)[1])
		short := mark(number)
		if isHTML || number > len(p.Blocks) || number == 0 || p.Blocks[number-1].Inline {
			return short
		}
		return "\n\n" + short + "\n\n"
	})
}
