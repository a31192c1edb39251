package templatewriter

import (
	"html"
	"strings"

	"galley/backend/markup"
)

// descriptions put an opening before the shop's own text, and the product's
// facts as a list after it. The shop's text is kept whole, with its pictures,
// links, tables and frames; additions by an earlier draft of this writer are
// removed first.
func descriptions(k knowledge) []string {
	mine := ownWords(k)
	body := bodyOf(k.product.DescriptionHTML, mine)
	var list []string
	for i := range len(openings(k)) {
		list = append(list, describe(k, i, body))
	}
	return list
}

func describe(k knowledge, wording int, body string) string {
	var out strings.Builder
	out.WriteString(paragraph(append([]string{openings(k)[wording]}, choices(k, wording)...)...))
	out.WriteString(body)
	if items := factItems(k); len(items) > 0 {
		if k.english {
			out.WriteString("<h3>" + headings[wording%len(headings)] + "</h3>")
		}
		out.WriteString("<ul>")
		for _, item := range items {
			out.WriteString("<li>" + html.EscapeString(item) + "</li>")
		}
		out.WriteString("</ul>")
	}
	out.WriteString(paragraph(tagSentence(k, wording)...))
	return strings.TrimSpace(markup.SanitizeDraft(out.String(), k.product.DescriptionHTML))
}

func paragraph(sentences ...string) string {
	if len(sentences) == 0 {
		return ""
	}
	return "<p>" + html.EscapeString(strings.Join(sentences, " ")) + "</p>"
}

var headings = []string{"Details", "At a glance", "The facts", "Good to know"}

// openings name the product in its first sentence, in words that are right for
// one and for many.
func openings(k knowledge) []string {
	if !k.english {
		return []string{
			endSentence(join(" – ", k.title, k.vendor)),
			endSentence(join(": ", k.vendor, k.title)),
		}
	}
	under := prefixed(", listed under ", k.kind)
	from, by := prefixed(" from ", k.vendor), prefixed(" by ", k.vendor)
	return []string{
		endSentence("You are looking at " + k.title + from + under),
		endSentence("Take a closer look at " + k.title + by + under),
		endSentence("On this page you find " + k.title + from + under),
		endSentence("Get to know " + k.title + by + under),
	}
}

// fewChoices is how many values a sentence can carry; the list has them all.
const fewChoices = 6

func choices(k knowledge, wording int) []string {
	var list []string
	for i, o := range k.options {
		if n := len(o.Values); n > 1 && n <= fewChoices {
			list = append(list, choice(o, wording+i, k.english))
		}
	}
	return list
}

// factItems are the lines of the list of facts.
func factItems(k knowledge) []string {
	var items []string
	add := func(name, value string) { items = append(items, name+": "+value) }
	for _, o := range k.options {
		add(upperFirst(o.Name), strings.Join(o.Values, ", "))
	}
	for _, d := range k.details {
		add(d.Name, d.Value)
	}
	if !k.english {
		return items
	}
	if kind := oneLine(k.product.ProductType); kind != "" {
		add("Type", kind)
	}
	if vendor := vendorName(k.product); vendor != "" {
		add("Vendor", vendor)
	}
	return items
}

// ownWords are all sentences, headings and lines that this writer may have put
// into a description of the product before.
func ownWords(k knowledge) map[string]bool {
	mine := map[string]bool{}
	for i, opening := range openings(k) {
		mine[opening], mine[headings[i%len(headings)]] = true, true
		for _, s := range append(choices(k, i), tagSentence(k, i)...) {
			mine[s] = true
		}
	}
	for _, item := range factItems(k) {
		mine[item] = true
	}
	return mine
}
