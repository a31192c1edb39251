package admission

import (
	"slices"
	"strings"

	"galley/backend/markup"
	"galley/backend/pattern"
)

// controlToken is the markup of a conversation: of turns, channels and thinking.
var controlToken = pattern.Lazy(`(?i)<\|[^|<>\n]{1,40}\|?>|<[a-z_]{2,20}\|>|<｜[^｜]{1,40}｜>|</?(?:think|thinking|thought|thoughts|reasoning|reflection|scratchpad|inner_monologue|tool_call|tool_response|function_call)\b[^>]*>|<(?:start|end)_of_turn>|</?s>|<(?:eos|bos|pad|unk)>|\[/?INST\]|<</?SYS>>|\[/?(?:THINK|TOOL_CALLS|SYSTEM_PROMPT)\]|(?m:^\s*(?:assistant|system|user)(?:final|analysis|commentary))|(?m:^#{2,3} (?:response|instruction|assistant|input)\s*:)|(?m:^(?:user|assistant|system|human)\s*:\s)|\[/[a-z_ ]{3,20}\]|▁|[ĠĊ][\p{L}]|<0x[0-9a-f]{2}>|(?:^|\s)\*[a-z]+(?:ing|s)?\*(?:\s|$)|◁/?[a-z]+▷`)

// strikes tags that HTML has too: <s> strikes text out.
var strike = pattern.Lazy(`(?i)</?s>`)

func controlTokens(t *text) (Fault, bool) {
	for _, m := range controlToken().FindAllString(t.Raw, -1) {
		if t.Field.IsHTML() && strike().MatchString(m) && strings.Contains(t.rawLow, "<s>") && strings.Contains(t.rawLow, "</s>") {
			continue
		}
		if !strings.Contains(t.known, strings.ToLower(m)) {
			return is(Thinking)
		}
	}
	m := section().FindStringSubmatch(t.Raw)
	return ifSo(m != nil && strings.Contains(t.Raw, "["+m[1]+m[2]), Thinking)
}

// section is a mark such as "[REASONING]" that another one ends.
var section = pattern.Lazy(`\[(?:END |/)([A-Z][A-Z _]{2,20})\]|\[([A-Z][A-Z _]{2,20}) END\]`)

func thinking(t *text) (Fault, bool) {
	return ifSo(t.says("thinking", t.lower), Thinking)
}

func refusal(t *text) (Fault, bool) {
	said := t.lower
	if t.Field.IsHTML() {
		said = plain(strings.Join(t.sentences(), " "))
	}
	if t.says("self", said) || t.says("refusal", said) || t.says("too_little", said) {
		return is(Refusal)
	}
	if t.Field.IsHTML() || (!t.isTitle() && t.namesIt()) {
		return Fault{}, false // "Stains that you cannot see", "30-day return policy"
	}
	return ifSo(t.says("says_no", t.lower), Refusal)
}

// namesIt reports whether a word of the text is one of the product's names.
func (t *text) namesIt() bool { return slices.ContainsFunc(words(t.lower), t.near) }

// How much of a text is its beginning and its end, in bytes, where remarks are made.
const (
	openingLength = 220
	endingLength  = 400
)

// chat finds remarks before and after the text.
func chat(t *text) (Fault, bool) {
	start := strings.TrimLeft(opening(t.lower, openingLength), "\"'“„«*#_ \n")
	if t.says("preamble", start) || t.says("tail", ending(t.lower, endingLength)) {
		return is(Chat)
	}
	if slices.ContainsFunc(t.sentences(), t.comments) {
		return is(Chat)
	}
	if !t.Field.IsHTML() {
		return ifSo(t.says("label", start) || t.says("about_itself", t.lower), Chat)
	}
	if t.announced() {
		return is(Chat)
	}
	for _, block := range t.blocks[:min(len(t.blocks), 3)] { // a remark may be a paragraph of its own
		if t.says("preamble", plain(block)) {
			return is(Chat)
		}
	}
	return Fault{}, false
}

// partOfText are words for parts of a text.
var partOfText = pattern.Lazy(`^(?:(?:paragraph|sentence|headline)s?|absatz|satz|paragraphe|phrase|párrafo|frase|paragrafo|alinea|zin)$`)

// comments reports whether a sentence speaks of a part of the text, and of none that the product's data names.
func (t *text) comments(sentence string) bool {
	said := strings.TrimLeft(plain(sentence), "\"'*_([ \n")
	if !t.says("commentary", said) {
		return false
	}
	named := words(plain(t.Data))
	return !slices.ContainsFunc(words(said), func(w string) bool { return partOfText().MatchString(w) && slices.Contains(named, w) })
}

// announced reports whether a line or paragraph before the text announces it.
func (t *text) announced() bool {
	if before, _, found := strings.Cut(t.Raw, "<"); found && (announces().MatchString(before) || t.stray(before)) {
		return true
	}
	if len(t.blocks) > 1 && headsText().MatchString(plain(t.blocks[0])) {
		return true
	}
	return len(t.blocks) > 1 && markup.WordCount(t.blocks[0]) <= mostAnnouncing &&
		strings.HasSuffix(strings.TrimSpace(t.blocks[0]), ":") && t.hasTogether(plain(t.blocks[0]), []string{"noun"})
}

// headsText is a heading that says what the text is for: "Product description of …".
var headsText = pattern.Lazy(`^(?:the |die |la |le )?(?:product description|description|product copy|product text|meta description|produktbeschreibung|beschreibung|produkttext|description (?:du |de )?produit|fiche produit|descripción del product[o]|descripción|ficha de product[o]|descrizione del prodotto|descrizione|scheda prodotto|productbeschrijving|beschrijving|producttekst)(?:\s*[:–-]|\s(?:for|of|für|von|zu|pour|de la|du|de|para|per|di|voor|van))\s\S.{2,80}$`)

// stray reports whether words before the first element, on a line of their own,
// are not the beginning of the text: what has elements begins with one.
func (t *text) stray(before string) bool {
	line := strings.TrimSpace(before)
	return line != "" && strings.HasSuffix(before, "\n") && paragraphs().MatchString(t.Raw) && t.likeness(line) > strayLike
}

// paragraphs begin an answer that is marked up as a whole.
var paragraphs = pattern.Lazy(`(?i)^[^<]*<(?:p|h[1-6])\b`)

// mostAnnouncing is how many words a paragraph has that announces the text.
const mostAnnouncing = 16

// announces is a line before the first element that announces what follows.
var announces = pattern.Lazy(`^[^\n]{3,200}:\s*$`)
