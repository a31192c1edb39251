package templatewriter

import (
	"html"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"galley/backend/checks"
	"galley/backend/galley"
	"galley/backend/markup"
)

var (
	tagLike   = regexp.MustCompile(`<[a-zA-Z/!]`)
	manyMarks = regexp.MustCompile(`[!?]{2,}|!`)
	// signedNumber matches a title that begins with a figure whose leading mark
	// matters: ".5 in bolt".
	signedNumber = regexp.MustCompile(`^[-–.,]?\.?\d`)

	spaceMark  = regexp.MustCompile(`\s+([,;:.])(\s|$)`)
	pictograph = regexp.MustCompile(`[\x{1f000}-\x{1faff}\x{2600}-\x{27bf}\x{2b00}-\x{2bff}\x{fe0f}\x{20e3}]`)
)

// tidyTitle cleans up a title and leaves its words alone: no markup, no emoji,
// no exclamation marks, no stray marks at its ends, not all in capitals.
func tidyTitle(title string) string {
	title = strings.ToValidUTF8(title, "")
	if tagLike.MatchString(title) {
		title = markup.VisibleText(title)
	} else {
		title = html.UnescapeString(title)
	}
	tidy := pictograph.ReplaceAllString(title, " ")
	tidy = manyMarks.ReplaceAllString(tidy, "!")
	tidy = spaceMark.ReplaceAllString(oneLine(tidy), "$1$2")
	tidy = strings.TrimRight(tidy, " -–—|,;:.*~_!")
	if !signedNumber.MatchString(tidy) {
		tidy = strings.TrimLeft(tidy, " -–—|,;:.*~_!")
	}
	if !strings.ContainsFunc(tidy, isWord) {
		return ""
	}
	if isShouting(tidy) {
		tidy = lowerVoice(tidy)
	}
	return tidy
}

// isShouting reports whether several words are all in capitals.
func isShouting(title string) bool {
	letters := strings.IndexFunc(title, unicode.IsUpper) >= 0
	return letters && strings.ContainsRune(title, ' ') && !strings.ContainsFunc(title, unicode.IsLower)
}

var (
	shortForms = []string{"LED", "USB", "UV", "TV", "XL", "XXL", "DIY", "UK", "USA", "EU", "FSC", "BPA", "PVC", "MDF", "SPF", "HD", "II", "III", "IV", "VI"}
	smallWords = []string{"A", "AN", "AND", "OR", "OF", "THE", "FOR", "IN", "ON", "WITH", "TO", "BY", "FROM", "AT"}
)

func lowerVoice(title string) string {
	list := strings.Split(title, " ")
	for i, w := range list {
		switch {
		case slices.Contains(shortForms, w), strings.ContainsFunc(w, unicode.IsDigit):
		case i > 0 && slices.Contains(smallWords, w):
			list[i] = strings.ToLower(w)
		default:
			list[i] = upperFirst(strings.ToLower(w))
		}
	}
	return strings.Join(list, " ")
}

// titles: the tidy title, then with other details that distinguish the product.
func titles(k knowledge) []string {
	list := []string{k.title}
	if colour := k.colour(); colour != "" {
		list = append(list, k.title+", "+colour)
	}
	if k.kind != "" {
		list = append(list, k.title+", "+k.kind)
	}
	if k.vendor != "" {
		list = append(list, k.title+" – "+k.vendor)
	}
	limit := galley.FieldTitle.Limit()
	for i, title := range list {
		list[i] = shorten(title, func(s string) bool { return len([]rune(s)) <= limit })
	}
	return list
}

// seoTitles: "Title | Vendor" and other ways, each within what a search result
// shows and what Shopify counts.
func seoTitles(k knowledge) []string {
	wishes := []string{
		join(" | ", k.title, k.vendor),
		join(" | ", join(" – ", k.title, k.kind), k.vendor),
		join(" | ", join(", ", k.title, k.colour()), k.vendor),
		join(" | ", k.title, k.kind),
		k.title,
	}
	var list []string
	for _, wish := range wishes {
		if fitsSearch(wish) {
			list = append(list, wish)
		}
	}
	if len(list) == 0 {
		list = []string{shorten(k.title, fitsSearch)}
	}
	return list
}

func fitsSearch(title string) bool {
	return len([]rune(title)) <= checks.MaxTitleChars && checks.PixelWidth(title) <= checks.MaxTitleWidth
}

// join joins the non-empty parts.
func join(separator string, parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), separator)
}

// shorten drops words from the end until the text fits; characters, if words
// are too long or not separated by spaces.
func shorten(text string, fits func(string) bool) string {
	for !fits(text) {
		at := strings.LastIndexByte(text, ' ')
		if at <= 0 {
			break
		}
		text = strings.TrimRight(text[:at], " -–—|,;:.&+")
	}
	runes := []rune(text)
	for len(runes) > 1 && !fits(string(runes)) {
		runes = runes[:len(runes)-1]
	}
	return string(runes)
}
