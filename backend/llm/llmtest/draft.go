package llmtest

import (
	"html"
	"regexp"
	"strings"

	"galley/backend/galley"
)

var (
	factLine = regexp.MustCompile(`^[-*•\s]*([A-Za-z][A-Za-z ]{1,30}):\s+(.+)$`)
	tags     = regexp.MustCompile(`<[^>]*>`)
)

type fact struct{ name, value string }

// Draft is a Server's own draft: for the field in the prompt ("Write the title …"), a
// text made only of the "Name: value" lines of the prompt. The same request gets the same
// draft; regenerated, it begins with another fact.
func Draft(req Request) string {
	title, facts := readFacts(req.product())
	if turns := len(req.Messages)/2 - 1; turns > 0 && len(facts) > 1 {
		turns %= len(facts)
		facts = append(append([]fact(nil), facts[turns:]...), facts[:turns]...)
	}
	switch fieldOf(req.product() + req.System()).Role() {
	case galley.RoleTitle:
		return cut(title+first(", ", facts)+", as pictured", 120)
	case galley.RoleSEOTitle:
		return cut(title+first(" – ", facts), 58)
	case galley.RoleMetaDescription:
		return cut(title+". "+join(facts), 150)
	case galley.RoleAltText:
		return cut(title+first(", ", facts), 110) + "."
	case galley.RoleDescription:
	}
	return description(title, facts)
}

// Title is the title of the product or collection that a request is about.
func Title(req Request) string {
	title, _ := readFacts(req.product())
	return title
}

// product is the first turn of the user.
func (r Request) product() string {
	for _, m := range r.Messages {
		if m.Role == "user" {
			return m.Text
		}
	}
	return ""
}

func fieldOf(prompt string) galley.Field {
	for _, f := range galley.Fields() {
		if strings.Contains(prompt, "Write the "+f.Label()) {
			return f
		}
	}
	return galley.FieldDescription
}

func readFacts(prompt string) (title string, facts []fact) {
	for line := range strings.Lines(prompt) {
		m := factLine.FindStringSubmatch(strings.TrimSpace(line))
		if m == nil {
			continue
		}
		f := fact{name: strings.TrimSpace(m[1]), value: plain(m[2])}
		switch {
		case f.value == "", f.name == "Tags", strings.Contains(f.name, "on the shop"), strings.Contains(f.name, "picture"):
		case title == "" && strings.EqualFold(f.name, "title"):
			title = f.value
		default:
			facts = append(facts, f)
		}
	}
	if title == "" {
		title = "Product"
	}
	return title, facts
}

func description(title string, facts []fact) string {
	var out strings.Builder
	out.WriteString("<p>" + html.EscapeString(title) + ".</p>\n<ul>\n")
	for _, f := range facts {
		out.WriteString("<li>" + html.EscapeString(f.name+": "+f.value) + "</li>\n")
	}
	out.WriteString("</ul>")
	return out.String()
}

func first(separator string, facts []fact) string {
	if len(facts) == 0 {
		return ""
	}
	return separator + facts[0].value
}

func join(facts []fact) string {
	var parts []string
	for _, f := range facts {
		parts = append(parts, f.name+": "+f.value)
	}
	return strings.Join(parts, ". ")
}

func plain(text string) string {
	return strings.Join(strings.Fields(html.UnescapeString(tags.ReplaceAllString(text, " "))), " ")
}

// cut shortens a text between words.
func cut(text string, limit int) string {
	for len([]rune(text)) > limit {
		i := strings.LastIndexByte(text, ' ')
		if i < 0 {
			return string([]rune(text)[:limit])
		}
		text = strings.TrimRight(text[:i], " ,.–")
	}
	return text
}
