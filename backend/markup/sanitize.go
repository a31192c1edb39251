package markup

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/microcosm-cc/bluemonday"
	"golang.org/x/net/html"
)

// webAddress is an absolute web address. It contains no white space or control
// characters, which can lead browsers past a check.
const webAddress = `(?i:https?)://[^\s\x00-\x20"'<>\\]+`

var (
	whole   = regexp.MustCompile(`^[0-9]{1,4}%?$`)
	scope   = regexp.MustCompile(`^(?:row|col|rowgroup|colgroup)$`)
	keeping = regexp.MustCompile(`^(?:[^:\s\x00-\x20"'<>\\]*|//[^\s\x00-\x20"'<>\\]+|(?:mailto|tel):[^\s\x00-\x20"'<>\\]+|` + webAddress + `)$`)
	strict  = policy(webAddress, "")
)

// SanitizeHTML returns the part of a fragment by a model or a person that may
// be shown and published: p, h2 to h4, ul, ol, li, strong, em, br, the table
// family, a with a web address, img with a web address. Similar tags (b, i, h1,
// div) become the nearest of these; other tags are removed, script and style
// with their content. The result is well formed, and sanitising it again
// changes nothing.
func SanitizeHTML(fragment string) string { return sanitize(fragment, strict) }

// SanitizeDraft is SanitizeHTML for a draft that replaces a text on the shop:
// links, images and frames whose address is in the shop's text are kept,
// including relative, mail and telephone links.
func SanitizeDraft(fragment, original string) string {
	links, frames := addressesOf(original)
	if len(links)+len(frames) == 0 {
		return SanitizeHTML(fragment)
	}
	return sanitize(fragment, policy(anyOf(webAddress, links), anyOf("", frames)))
}

// policy allows links and pictures whose address matches, and frames only if
// there is a pattern for them.
func policy(address, frame string) *bluemonday.Policy {
	p := bluemonday.NewPolicy()
	p.SkipElementsContent(slices.Collect(maps.Keys(hiddenElements))...) // not shown: as words it would be
	p.AllowElements("p", "h2", "h3", "h4", "ul", "ol", "li", "strong", "em", "br",
		"table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td", "colgroup", "col")
	p.AllowAttrs("colspan", "rowspan", "span").Matching(whole).OnElements("th", "td", "col", "colgroup")
	p.AllowAttrs("scope").Matching(scope).OnElements("th")
	p.AllowAttrs("href").Matching(anchored(address)).OnElements("a")
	p.AllowAttrs("src").Matching(anchored(address)).OnElements("img")
	p.AllowAttrs("width", "height").Matching(whole).OnElements("img")
	p.AllowAttrs("alt").OnElements("img")
	p.AllowAttrs("title").OnElements("a", "img")
	if frame != "" {
		p.AllowAttrs("src").Matching(anchored(frame)).OnElements("iframe")
		p.AllowAttrs("width", "height", "frameborder").Matching(whole).OnElements("iframe")
		p.AllowAttrs("title", "allowfullscreen").OnElements("iframe")
	}
	return p
}

func anchored(pattern string) *regexp.Regexp { return regexp.MustCompile(`^(?:` + pattern + `)$`) }

func anyOf(pattern string, literals []string) string {
	var all []string
	if pattern != "" {
		all = append(all, pattern)
	}
	for _, l := range literals {
		all = append(all, regexp.QuoteMeta(l))
	}
	return strings.Join(all, "|")
}

// maxKept limits how many addresses of the shop's text are kept.
const maxKept = 500

// addressesOf lists the harmless addresses of a fragment: those of links and
// images, and those of frames.
func addressesOf(fragment string) (links, frames []string) {
	z := html.NewTokenizer(strings.NewReader(fragment))
	for z.Next() != html.ErrorToken && len(links)+len(frames) < maxKept {
		t := z.Token()
		if t.Type != html.StartTagToken && t.Type != html.SelfClosingTagToken {
			continue
		}
		switch t.Data {
		case "a":
			links = appendHarmless(links, Attribute(t, "href"))
		case "img":
			links = appendHarmless(links, Attribute(t, "src"))
		case "iframe":
			frames = appendHarmless(frames, Attribute(t, "src"))
		}
	}
	return links, frames
}

// IsHarmless reports whether an address may be kept because the shop has it
// already: web, relative, mail or telephone, but no script.
func IsHarmless(address string) bool {
	return utf8.ValidString(address) && keeping.MatchString(address)
}

func appendHarmless(list []string, address string) []string {
	if address == "" || !IsHarmless(address) {
		return list
	}
	return append(list, address)
}
