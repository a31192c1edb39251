package admission

import (
	"slices"
	"strings"

	"golang.org/x/net/html/atom"

	"galley/backend/pattern"
)

var (
	gap      = pattern.Lazy(`(?:^|[^.…])(?:\.{3,}|…)\s?(?:cm|mm|m|kg|g|ml|cl|l|in|inch(?:es)?|oz|lbs?|€|%|x)(?:[\s.,;<)]|$)|(?:^|[^\p{L}])(?:Your|My)(?:Store|Shop|Brand|Company|Product|Business)(?:Name)?(?:[^\p{L}]|$)|(?:^|[^\p{L}])(?:(?:Nom|Nombre|Nome|Naam|Name)(?:De(?:La|L|Lo|L')?|Du|Del|Della|Van(?:De|Het)?|Der|Des)?|Ihr|Dein|Votre|Tu|Tuo|Uw|Jouw)(?:Boutique|Magasin|Marque|Tienda|Marca|Negozio|Marchio|Winkel|Merk|Shops?|Marke)(?:[Nn]ame)?(?:[^\p{L}]|$)|(?:^|[\s(])(?:#{2,}|\?{2,}|@{2,}|\${2,}|\*{3,})(?:[\s.,;)]|$)|[$@%&]{1,2}[A-Z][A-Z_]{2,}\b|@@\w+@@`)
	file     = pattern.Lazy(`(?i)^\s*[\w()%.-]+\.(?:jpe?g|png|webp|gif|heic|avif|tiff?|svg|bmp)\s*$`)
	template = pattern.Lazy(`\{\{[^{}\n]*\}\}|\{%[^%\n]*%\}|\$\{[^{}\n]*\}|\{[A-Za-z][A-Za-z_ ]{1,40}\}|<<[A-Za-z][^<>\n]{1,40}>>|%[A-Z][A-Z_]{2,30}%|%\([a-z_]+\)s|__[A-Z][A-Z_]{2,30}__|\b(?:X{3,}|TBD|TODO|TBA|FIXME|N/A)\b|\b(?:XX|YY|ZZ)\s?(?:cm|mm|m|kg|g|ml|l|in|inch|inches|lbs?|oz|%|€|\$|W|V)(?:\b|[\s.,;)]|$)|\b[A-Z]{3,}_[A-Z_]{2,}\b|\(insert [^)\n]*\)|\((?i:(?:your |the )?(?:company|brand|product|store|shop|vendor) name|number|brand|adjective|(?:nombre|nome|nom|naam|name) (?:de la |del |de |du |della |van de |van het |van |der |des )\p{L}+)\)|\b_{3,}(?:\s|$)|(?:^|\s)_{3,}|\s%[sd](?:[\s.,;:]|$)|\b(?:YOUR|NOM|NOME|NOMBRE|NAAM|NAME)[ _](?:(?:DU|DE|DEL|DELLA|VAN|DES) )?(?:BRAND|STORE|SHOP|PRODUCT|PRODUIT|PRODUCT[O]|PRODOTTO|NEGOZIO|TIENDA|BOUTIQUE|WINKEL|PRODUKTS?|MARCHIO|MARCA|MARQUE|MERK)\b`)
	// unfilled are prices, times and addresses with nothing in them: "£XX.XX", "X-Y days", "yourshop.com".
	unfilled   = pattern.Lazy(`(?i:[£€$]\s?(?:x{2,}|x{1,2}[.,]x{1,2})(?:[^\p{L}]|$)|(?:^|[^\p{L}])x{1,2}[.,]x{1,2}\s?(?:€|£|\$|eur\b|euros?\b))|(?:^|[^\p{L}\d])[XN][ –-]{1,3}[YXMN] (?i:days?|weeks?|hours?|tagen?|werktagen?|wochen|stunden|jours?|semaines?|heures?|días?|semanas?|horas?|giorni|settimane|ore|dagen|werkdagen|weken|uur)(?:[^\p{L}]|$)|(?i:(?:^|[^\p{L}.-])(?:(?:your|my|ihr|ihre|dein|deine|votre|ton|tu|su|tuo|tua|il-?tuo|uw|jouw)[-]?(?:domain|store|shop|brand|website|webshop|site|company|webseite|domaine|boutique|dominio|tienda|web|sito|negozio|winkel|domein|marca|marque|marke|merk)|ex[ae]mple|beispiel|ejemplo|esempio|voorbeeld|domain)\.(?:com|de|fr|es|it|nl|org|net|shop|eu|be|at|ch|co\.uk)(?:[^\p{L}]|$))`)
	comingSoon = pattern.Lazy(`\b(?:(?:title|text|name|description|product|image|copy|content) (?:goes |comes )?here|(?:description|details|text|content|information|copy) (?:is |are )?(?:coming soon|to come|to follow|to be added|pending)|text folgt|beschreibung folgt|description à venir|próximamente|in arrivo|volgt binnenkort)\b|\b(?:to be|still to be) (?:completed|added|filled(?: in| out)?|confirmed|determined|provided|supplied|specified|decided|announced)\b|(?:noch zu ergänzen|bitte ergänzen|wird ergänzt|wird nachgereicht|hier ergänzen|à compléter|à préciser|à renseigner|à définir|por completar|por definir|por determinar|da completare|da definire|da inserire|nog in te vullen|aan te vullen|nader te bepalen|nog toe te voegen)|\b(?:insert|enter|fill in|einfügen|eintragen|insérer|insérez|insertar|inserta|inserire|inserisci|invoegen|vul) (?:[\p{L}']+ ){0,3}(?:here|hier|ici|aquí|qui)\b|\b(?:here|hier|ici|aquí|qui) (?:[\p{L}']+ )?(?:insert|einfügen|eintragen|insérer|inserire|insertar|invoegen|invullen|steht ihr\p{L}*|steht dein\p{L}*)`)
	bracket    = pattern.Lazy(`\[[^\]\n]{2,80}\]|<(?:[A-Z][\w ]{2,40}|[a-z]+(?:[ _][a-z]+)+)>|［[^］]{1,40}］|【[^】]{1,40}】`)
	// value are words that are placeholders in running text; at the beginning of
	// a line in brackets they may be labels of a list.
	value = pattern.Lazy(`(?i)\b(?:materials?|sizes?|colou?rs?|prices?|dimensions?|weights?|numbers?|origin|country|year|fabric|type|model|quantity|length|width|height|x+|y+|farbe|größe|material|preis|couleur|taille|matière|prix|talla|tamaño|precio|colore|taglia|prezzo|kleur|maat|prijs|materialien|farben|größen|preise|couleurs|tailles|matières|colores|tallas|precios|material[e]s|colori|taglie|prezzi|materiali|kleuren|maten|prijzen|materialen)\b`)
	// ofShop are names that titles end with, as parts of words too: "[Shopname]".
	ofShop = pattern.Lazy(`shop|store|brand|marke|marque|marca|merk|negozio|tienda|boutique|winkel|name|nombre|naam`)
	lorem  = pattern.Lazy(`\b(?:lorem ipsum|dolor sit amet|consectetur adipiscing|sed do eiusmod|ut labore et dolore)\b`)
	empty  = pattern.Lazy(`(?i)^[\s"'.]*(?:null|none|undefined|nan|n/?a|nil|untitled|true|false|error|yes|no|ok|test|untitled (?:product|item)|image|picture|photo|bild|foto|imagen|immagine|afbeelding|(?:img|dsc|image|photo)[-_ ]?\d+(?:\.\w{3,4})?|(?:product|produkt|produit|product[o]|prodotto|artikel)[ -]?(?:name|title|titel|bezeichnung|naam|description)|(?:nom|titre|description) du produit|(?:nombre|título|descripción) del product[o]|(?:nome|titolo|descrizione)(?: del)? prodotto|titel|titre|título|titolo|beschreibung|descripción|descrizione|omschrijving|title|text|description|alt text|meta description|seo title|product|product title|product name|product description|string|content|\.{2,}|-+|\?+|…)[\s"'.!]*$`)
)

// nameHere is the name of a field, and that it comes here.
var nameHere = pattern.Lazy(`^\p{L}*(?:titel|title|titre|título|titolo|naam|name|nom|nombre|nome|text|tekst|texte|texto|testo|beschreibung|beschrijving|omschrijving|description|descripción|descrizione)(?: \p{L}+){0,3} (?:here|hier|ici|aquí|qui)\W*$`)

// keptMark is the mark of a kept part without its brackets; only descriptions have
// such parts.
var keptMark = pattern.Lazy(`\bKEEP \d{1,4}\b`)

// placeholders finds words that were to be filled in.
func placeholders(t *text) (Fault, bool) {
	for _, p := range []pattern.Regexp{comingSoon, lorem, nameHere} {
		if m := p().FindString(t.lower); m != "" && t.isNew(m) {
			return is(Placeholder)
		}
	}
	if m := keptMark().FindString(t.Raw); m != "" && !t.Field.IsHTML() && t.isNew(m) {
		return is(Placeholder)
	}
	return ifSo(t.strangeTag() || t.hasPlaceholder(t.seen) || t.hasPlaceholder(t.withoutMarks()), Placeholder)
}

// withoutMarks is the answer without Markdown's marks of headings and rules,
// where the field takes them: they become HTML.
func (t *text) withoutMarks() string {
	if !t.Field.IsHTML() {
		return t.Raw
	}
	return markdown().ReplaceAllString(t.Raw, "")
}

var markdown = pattern.Lazy(`(?m)^(?:#{1,6} |\*{3,}\s*$)`)

// isNew reports whether neither the data nor the instructions have these words.
func (t *text) isNew(words string) bool { return !strings.Contains(t.known, plain(words)) }

func (t *text) hasPlaceholder(where string) bool {
	if slices.ContainsFunc(template().FindAllString(where, -1), t.isNew) || slices.ContainsFunc(gap().FindAllString(where, -1), t.isNew) || slices.ContainsFunc(unfilled().FindAllString(where, -1), t.isNew) {
		return true
	}
	for _, at := range bracket().FindAllStringIndex(where, -1) {
		m := where[at[0]:at[1]]
		labels := at[0] == 0 || strings.HasSuffix(where[:at[0]], "\n") || strings.HasSuffix(where[:at[0]], ">")
		if isLink := strings.HasPrefix(where[at[1]:], "(http") || strings.HasPrefix(where[at[1]:], "(/"); isLink {
			continue // of Markdown
		}
		if t.isNew(m) && !isTag(m) && t.isBlank(plain(strings.Trim(m, "[]<>［］【】")), labels) {
			return true
		}
	}
	return false
}

// isBlank reports whether words in brackets were to be filled in.
func (t *text) isBlank(inner string, labels bool) bool {
	return (t.isTitle() && ofShop().MatchString(inner)) || matches("blank", inner) || (!labels && (value().MatchString(inner) || (bareWord().MatchString(inner) && !t.bears(inner))))
}

// bareWord is a word in brackets in running text, with nothing else: "[peso]".
var bareWord = pattern.Lazy(`^\p{L}{3,}$`)

var anyTag = pattern.Lazy(`</?([A-Za-z][A-Za-z0-9_-]{2,})\s*>`)

// strangeTag finds elements that HTML does not have: "by <brand>".
func (t *text) strangeTag() bool {
	for _, m := range anyTag().FindAllStringSubmatch(t.Raw, -1) {
		if name := strings.ToLower(m[1]); atom.Lookup([]byte(name)) == 0 && !strings.Contains(t.known, "<"+name) {
			return true
		}
	}
	return false
}

// isTag reports whether something between angle brackets is an element of HTML
// with attributes.
func isTag(m string) bool {
	return strings.HasPrefix(m, "<") && strings.ContainsAny(m, "=/")
}

// nothingSaid finds answers that name the field or say that there is nothing.
func nothingSaid(t *text) (Fault, bool) {
	return ifSo((empty().MatchString(t.seen) || file().MatchString(t.seen)) && !strings.EqualFold(strings.TrimSpace(t.seen), strings.TrimSpace(t.Title())), Placeholder)
}
