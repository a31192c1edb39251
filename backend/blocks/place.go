package blocks

import (
	"strconv"
	"strings"

	"galley/backend/markup"
	"galley/backend/pattern"
)

// Place puts the blocks where the tokens of an answer are. The answer is safe,
// well-formed HTML with tokens in its text. A block is put once, at its first
// token; a token that means no block is dropped. A block that is not of running
// text is put between the paragraphs, lists and tables of the answer, never
// within one; but a tab mark parts a paragraph. What would swallow all that
// follows it is put last. A copy of a block is that block.
// Missing are the blocks that the answer has no place for.
func (p Page) Place(answer string) (content string, missing []Block) {
	w := placer{page: p, named: numbers(answer), placed: map[int]bool{}}
	for _, piece := range pieces(answer) {
		w.add(w.withoutCopy(piece))
	}
	for _, b := range p.Blocks {
		if !w.placed[b.Number] {
			missing = append(missing, b)
		}
	}
	return p.Head + w.out.String() + w.last.String() + p.Tail, missing
}

// pieces splits a fragment into its outermost elements and the text between.
func pieces(fragment string) []string {
	var list []string
	at := 0
	for _, n := range parse(fragment).children {
		list = append(list, fragment[at:n.end])
		at = n.end
	}
	if at < len(fragment) {
		list = append(list, fragment[at:])
	}
	return list
}

type placer struct {
	page   Page
	out    strings.Builder
	last   strings.Builder // of what is put at the end
	named  map[int]bool    // blocks that the answer has a token of
	placed map[int]bool
}

// numbers are those of the tokens of a text.
func numbers(text string) map[int]bool {
	all := map[int]bool{}
	for _, m := range token().FindAllStringSubmatch(text, -1) {
		n, _ := strconv.Atoi(m[1])
		all[n] = true
	}
	return all
}

// add writes one outermost element, with the blocks whose tokens are in it.
func (w *placer) add(piece string) {
	piece = tag().ReplaceAllStringFunc(piece, WithoutTokens) // not in attributes
	if !token().MatchString(piece) {
		w.out.WriteString(piece)
		return
	}
	isElement := strings.HasPrefix(strings.TrimSpace(piece), "<")
	alone := isElement && !showsSomething(WithoutTokens(piece))
	var kept, after strings.Builder
	at := 0
	for _, m := range token().FindAllStringSubmatchIndex(piece, -1) {
		kept.WriteString(piece[at:m[0]])
		at = m[1]
		b, ok := w.take(piece[m[2]:m[3]])
		switch {
		case !ok:
		case alone:
			after.WriteString(b.Raw)
		case !isElement, b.Inline:
			kept.WriteString(mark(b.Number))
		case b.divides && isOpenParagraph(kept.String()):
			w.out.WriteString(w.withBlocks(withoutEmpty(kept.String()+"</p>")) + after.String() + b.Raw)
			after.Reset()
			kept.Reset()
			kept.WriteString("<p>")
		case showsSomething(WithoutTokens(kept.String())):
			after.WriteString(b.Raw)
		default:
			w.out.WriteString(b.Raw)
		}
	}
	kept.WriteString(piece[at:])
	if !alone {
		w.out.WriteString(w.withBlocks(withoutEmpty(kept.String())))
	}
	w.out.WriteString(after.String())
}

// withBlocks puts the bytes of blocks in the place of their marks.
func (w *placer) withBlocks(text string) string {
	return token().ReplaceAllStringFunc(text, func(m string) string {
		number, _ := strconv.Atoi(token().FindStringSubmatch(m)[1])
		return w.page.Blocks[number-1].Raw
	})
}

var tag = pattern.Lazy(`<[^<>]*>`)

// take returns the block of a number, the first time.
func (w *placer) take(digits string) (Block, bool) {
	number, _ := strconv.Atoi(digits)
	if number < 1 || number > len(w.page.Blocks) || w.placed[number] {
		return Block{}, false
	}
	w.placed[number] = true
	b := w.page.Blocks[number-1]
	if b.open {
		w.last.WriteString(b.Raw)
	}
	return b, !b.open
}

// isOpenParagraph reports whether a piece of safe HTML is the start of a
// paragraph, and no element within it is open.
func isOpenParagraph(piece string) bool {
	ends := strings.Count(piece, "</")
	starts := strings.Count(piece, "<") - ends - strings.Count(piece, "<br") - strings.Count(piece, "<img")
	return strings.HasPrefix(piece, "<p>") && starts == ends+1
}

func showsSomething(fragment string) bool {
	return strings.TrimSpace(strings.ReplaceAll(markup.VisibleText(fragment), "\u00a0", " ")) != "" || strings.Contains(fragment, "<img") ||
		strings.Contains(fragment, "<iframe")
}

var emptyElement = pattern.Lazy(`<(?:strong|em|a)(?: [^>]*)?>\s*</(?:strong|em|a)>|<(?:li|p|h2|h3|h4)>\s*</(?:li|p|h2|h3|h4)>|<(?:ul|ol)>\s*</(?:ul|ol)>`)

// withoutEmpty drops the elements that a token was all of.
func withoutEmpty(fragment string) string {
	for {
		next := emptyElement().ReplaceAllString(fragment, "")
		if next == fragment {
			return fragment
		}
		fragment = next
	}
}
