package writing

import (
	"regexp"
	"strings"
)

var (
	headingLine = regexp.MustCompile(`^(#{1,6})\s+(.*?)\s*#*$`)
	bulletLine  = regexp.MustCompile(`^[-*•]\s+(.*)$`)
)

// fromMarkdown makes HTML of an answer without block tags: paragraphs, headings
// and lists as small models write them, unasked. Tags within lines stay for the
// sanitiser.
func fromMarkdown(text string) string {
	var m markdown
	for line := range strings.SplitSeq(text, "\n") {
		m.add(strings.TrimSpace(line))
	}
	m.closeAll()
	return m.out.String()
}

type markdown struct {
	out       strings.Builder
	paragraph []string
	inList    bool
}

func (m *markdown) add(line string) {
	if line == "" {
		m.closeAll()
		return
	}
	if h := headingLine.FindStringSubmatch(line); h != nil {
		m.closeAll()
		tag := "h3"
		if len(h[1]) <= 2 {
			tag = "h2"
		}
		m.out.WriteString("<" + tag + ">" + strong(h[2]) + "</" + tag + ">")
		return
	}
	if b := bulletLine.FindStringSubmatch(line); b != nil {
		m.closeParagraph()
		if !m.inList {
			m.out.WriteString("<ul>")
			m.inList = true
		}
		m.out.WriteString("<li>" + strong(b[1]) + "</li>")
		return
	}
	m.closeList()
	m.paragraph = append(m.paragraph, strong(line))
}

func (m *markdown) closeAll() {
	m.closeParagraph()
	m.closeList()
}

func (m *markdown) closeParagraph() {
	if len(m.paragraph) > 0 {
		m.out.WriteString("<p>" + strings.Join(m.paragraph, " ") + "</p>")
		m.paragraph = nil
	}
}

func (m *markdown) closeList() {
	if m.inList {
		m.out.WriteString("</ul>")
		m.inList = false
	}
}

func strong(text string) string { return emphasis.ReplaceAllString(text, "<strong>$2</strong>") }
