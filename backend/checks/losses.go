package checks

import (
	"net/url"
	"regexp"
	"strings"

	"golang.org/x/net/html"

	"galley/backend/blocks"
	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/markup"
)

// sizeChart matches the headings of shops' size tables.
var sizeChart = regexp.MustCompile(`(?i)\b(?:size|sizing|fit|measurement)s?[ _-]?(?:chart|guide|table)|größentabelle|groessentabelle|guide des tailles|tableau des tailles|guía de tallas|tabla de tallas|guida alle taglie|maattabel|tabela de medidas|storleksguide`)

// scriptAddress matches addresses that are scripts. Browsers ignore white space and control characters in them.
var scriptAddress = regexp.MustCompile(`(?i)^[\x00-\x20]*(?:j\s*a\s*v\s*a|v\s*b)\s*s\s*c\s*r\s*i\s*p\s*t\s*:|^[\x00-\x20]*data:text/html`)

// inventory is what a page has besides its words.
type inventory struct {
	images, frames map[string]int // by normalised address
	links          linkList
	scripts        map[string]int // by their text
	codes          map[string]int // shortcodes and template code
	tables         int
	sizeCharts     int
}

func takeInventory(fragment string) inventory {
	inv := inventory{images: map[string]int{}, links: linksOf(fragment), frames: map[string]int{}, scripts: map[string]int{}, codes: codesIn(fragment)}
	z := html.NewTokenizer(strings.NewReader(fragment))
	for {
		switch z.Next() {
		case html.ErrorToken:
			inv.sizeCharts += len(sizeChart.FindAllString(markup.VisibleText(fragment), -1))
			return inv
		case html.StartTagToken, html.SelfClosingTagToken:
			t := z.Token()
			inv.add(t)
			inv.addScripts(t)
			if t.Data == "script" && z.Next() == html.TextToken {
				inv.scripts[strings.TrimSpace(z.Token().Data)]++
			}
		}
	}
}

// addScripts records what would run in a customer's browser.
func (inv *inventory) addScripts(t html.Token) {
	if t.Data == "script" {
		count(inv.scripts, markup.Attribute(t, "src"))
	}
	for _, a := range t.Attr {
		if strings.HasPrefix(a.Key, "on") || scriptAddress.MatchString(a.Val) {
			inv.scripts[a.Key+"="+a.Val]++
		}
	}
}

func (inv *inventory) add(t html.Token) {
	switch t.Data {
	case "img":
		count(inv.images, markup.Attribute(t, "src"))
		if sizeChart.MatchString(markup.Attribute(t, "src") + " " + markup.Attribute(t, "alt")) {
			inv.sizeCharts++
		}
	case "iframe", "video", "audio", "embed", "source":
		count(inv.frames, markup.Attribute(t, "src"))
	case "object":
		count(inv.frames, markup.Attribute(t, "data"))
	case "table":
		inv.tables++
	}
}

func codesIn(fragment string) map[string]int {
	list := map[string]int{}
	for _, code := range blocks.Codes(fragment) {
		list[code]++
	}
	return list
}

func count(list map[string]int, address string) {
	if address = normalAddress(address); address != "" {
		list[address]++
	}
}

// normalAddress unifies spellings of an address: scheme and escapes do not
// matter.
func normalAddress(address string) string {
	address = strings.TrimSpace(address)
	if u, err := url.Parse(address); err == nil && (u.Scheme == "" || u.Scheme == "http" || u.Scheme == "https") {
		u.Scheme = ""
		u.Host = strings.ToLower(u.Host)
		address = u.String()
	}
	if plain, err := url.PathUnescape(address); err == nil {
		address = plain
	}
	return address
}

// missing counts the addresses that the second list lacks.
func missing(had, has map[string]int) int {
	n := 0
	for address := range had {
		if has[address] == 0 {
			n++
		}
	}
	return n
}

// checkLosses holds a description that would drop parts of the shop's text
// other than words, or that adds addresses that the shop's text does not have:
// a model must not choose where customers are sent.
func (s *subject) checkLosses() {
	if !s.draft.Field.IsHTML() {
		return
	}
	had, has := takeInventory(s.draft.Original.Text), takeInventory(s.draft.Content)
	if s.draft.Original.Null {
		had = inventory{}
	}
	s.hold("lost_images", missing(had.images, has.images), messages.LostImages)
	s.hold("lost_links", lostLinks(had.links, has.links), messages.LostLinks)
	s.hold("lost_frames", missing(had.frames, has.frames), messages.LostFrames)
	s.hold("lost_tables", had.tables-has.tables, messages.LostTables)
	s.checkRows()
	s.checkParts()
	if had.sizeCharts > 0 && has.sizeCharts == 0 {
		s.note("lost_size_chart", galley.SeverityHold, markup.Span{}, messages.LostSizeChart)
	}
	s.hold("new_links", missing(has.links.all, had.links.all), messages.NewLinks)
	s.hold("new_images", missing(has.images, had.images), messages.NewImages)
	s.hold("new_frames", missing(has.frames, had.frames), messages.NewFrames)
	s.hold("new_scripts", missing(has.scripts, had.scripts), messages.NewScripts)
	s.hold("new_shortcodes", missing(has.codes, had.codes), messages.NewShortcodes)
}

// hold notes how many of something a draft loses or brings, where it is any.
func (s *subject) hold(rule string, n int, message func(n int) messages.Message) {
	if n > 0 {
		s.noteMeasured(rule, galley.SeverityHold, n, message(n))
	}
}

// LossRules lists the rules of warnings about parts of the shop's text, other
// than its words, that a draft lacks or changed.
func LossRules() []string {
	rules := []string{"lost_images", "lost_links", "lost_frames", "lost_tables", "changed_tables", "lost_size_chart"}
	for _, part := range lostParts {
		rules = append(rules, part.rule)
	}
	return rules
}
