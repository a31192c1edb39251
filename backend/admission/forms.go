package admission

import (
	"strings"

	"galley/backend/pattern"
)

var (
	// failure is how a program or a server says that it failed.
	failure = pattern.Lazy(`\b(?:[a-z_]+\.)*[A-Z][A-Za-z]*(?:Error|Exception)\s*:|Traceback \(most recent|\b[Ee]rror code: ?\d{3}\b|(?i:\bupstream (?:connect|request|timed)|\bnginx\b|\bcloudflare\b|\bcuda\b|\bECONN[A-Z]+\b|\bpanic: )`)
	// status is a reply of a web server, whole.
	status = pattern.Lazy(`(?i)^\W*(?:(?:http/\d(?:\.\d)? |error |status )?[45]\d\d\b[ :.,–-]*)?(?:bad request|unauthori[sz]ed|payment required|forbidden|not found|method not allowed|request time-?out|too many requests|internal (?:server )?error|not implemented|bad gateway|service (?:temporarily )?unavailable|gateway time-?out|(?:server|model|system) (?:is )?(?:currently )?overloaded|(?:request )?timed? ?out|connection (?:refused|reset|closed|error)(?: by peer)?|rate limit (?:reached|exceeded))\W*(?:nginx\S*)?\W*$`)
	// failed begins a line that names what went wrong.
	failed = pattern.Lazy(`(?i)^\W*(?:(?:http|api|server|model|runtime|request|internal|fatal) )?(?:error|exception|failure|fehler|erreur|errore|fout)\s*(?::|\d{3}\b|generating|while|during|occurred|bei|beim|lors|al|durante|bij)|^\W*[45]\d\d [A-Z]`)
)

// mostFailure is how many words a text has that is nothing but what went wrong.
const mostFailure = 14

// serverReply finds what a server or a program said in place of a model.
func serverReply(t *text) (Fault, bool) {
	first, _, _ := strings.Cut(strings.TrimSpace(t.seen), "\n")
	if m := failure().FindString(t.seen); m != "" && t.isNew(m) {
		return is(Failure)
	}
	if status().MatchString(first) && t.isNew(first) {
		return is(Failure)
	}
	m := failed().FindString(t.seen)
	return ifSo(m != "" && t.words <= mostFailure && t.isNew(strings.Trim(m, " :")), Failure)
}

// fieldLabel is the name of a field at the beginning of a line or block.
var fieldLabel = pattern.Lazy(`(?i)^\W*((?:product |page |seo |meta |alt(?:ernative)? |image |short |long )?(?:title|description|text|tags|keywords|handle|slug)|(?:seo-|meta-|produkt)?(?:titel|beschreibung)|alt-?te(?:xt|kst)|(?:méta-?)?description|titre|título|(?:meta)?descripción|titolo|(?:meta ?)?descrizione|(?:product|meta-?)?(?:beschrijving|omschrijving))\W*(?::|$)`)

// otherForm finds texts in the form of another field, elements as a line or
// several fields as a description, and notes to the person who publishes it.
func otherForm(t *text) (Fault, bool) {
	if t.Field.IsHTML() {
		return ifSo(t.fieldsNamed() >= 2 || t.notesWork() || t.hasHashtags(), Form)
	}
	if m := lastBracket().FindString(t.seen); t.hasHashtags() || (!t.isTitle() && m != "" && t.isNew(m)) {
		return is(Chat)
	}
	return ifSo(len(blockTag().FindAllString(t.Raw, -1)) >= 2 && t.fewSentences(), Form)
}

// hashtags are two in a row.
var hashtags = pattern.Lazy(`(?:^|\s)#\p{L}[\p{L}\d_]+[ ,]+#\p{L}[\p{L}\d_]+`)

func (t *text) hasHashtags() bool {
	m := hashtags().FindString(t.seen)
	return m != "" && t.isNew(strings.TrimSpace(m))
}

// lastBracket is what models add behind a line: "[Optimised for search]".
var lastBracket = pattern.Lazy(`\s\[[^\]]*\p{L}{3,}[^\]]*\]\W*$`)

var blockTag = pattern.Lazy(`(?i)<(?:p|li|h[1-6]|tr|div)\b`)

// fewSentences reports whether less than half of the elements of a line end as
// sentences do: what is left is a list.
func (t *text) fewSentences() bool {
	return strings.Count(t.seen, ". ")*2 < len(blockTag().FindAllString(t.Raw, -1))
}

// fieldsNamed is how many different fields the blocks of a description begin with.
func (t *text) fieldsNamed() int {
	names := map[string]bool{}
	for _, block := range append(t.blocks, nonEmpty(t.Raw)...) {
		m := fieldLabel().FindStringSubmatch(plain(block))
		if m != nil && !strings.Contains(t.known, m[1]+":") {
			names[m[1]] = true
		}
	}
	return len(names)
}

// workLabel begins a note to the person who publishes a text, and nothing of a product.
var workLabel = pattern.Lazy(`^\W*(?:(?:seo |focus |target |main |primary )?key ?(?:words?|phrases?)|target (?:audience|group)|search intent|tone(?: of voice)?|reading level|(?:suggested |seo )?(?:tags|hashtags)|zielgruppe|suchbegriffe|schlagw(?:orte|örter)|tonalität|public cible|mots-clés|ton|público objetivo|palabras clave|tono|pubblico di riferimento|parole chiave|doelgroep|zoekwoorden|trefwoorden)(?: used| \([^)]{1,20}\))?\s*:\s*\S`)

// notesWork reports whether a block is such a note.
func (t *text) notesWork() bool {
	for _, block := range t.blocks {
		if m := workLabel().FindString(plain(block)); m != "" && !strings.Contains(t.known, strings.Trim(m, " *")) {
			return true
		}
	}
	return false
}
