package checks

import (
	"math"
	"strings"
	"unicode/utf8"

	"galley/backend/galley"
	"galley/backend/markup"
)

// MaxMetaWidth is what Google shows of a description on a wide screen, in pixels
// of Arial at 14 px: two lines. Source: the interface's drawing of the table. It is
// only shown: characters decide whether a description is too long, as in the score.
const (
	MaxMetaWidth = 920
	metaSize     = 14.0
)

// LengthRule is how long texts of a field are to be in a shop with that profile.
// A range of the profile goes before Galley's own.
func LengthRule(p galley.Profile, f galley.Field) galley.LengthRule {
	rule := galley.LengthRule{Unit: galley.LengthInCharacters}
	switch f.Role() {
	case galley.RoleTitle:
		rule.Min, rule.Max = 1, MaxTitleChars
	case galley.RoleSEOTitle:
		rule.Min, rule.Max = 1, MaxTitleChars
		rule.Pixels, rule.PixelSize, rule.WidthCounts = MaxTitleWidth, titleSize, true
	case galley.RoleMetaDescription:
		rule.Min, rule.Max = MinMeta, MaxMeta
		rule.Pixels, rule.PixelSize = MaxMetaWidth, metaSize
	case galley.RoleAltText:
		rule.Max = MaxAltAdvised
	case galley.RoleDescription:
		rule.Min = goodLength
	}
	if f.IsHTML() {
		rule.Unit = galley.LengthInWords
	}
	if own := p.Length(f); own.Min > 0 || own.Max > 0 {
		rule.Min, rule.Max, rule.Pixels, rule.PixelSize = own.Min, own.Max, 0, 0
		rule.WidthCounts = false
	}
	return rule
}

// OfLength says whether a text is shorter or longer than its rule. Words are not
// counted in scripts without spaces. An empty alt text is a choice.
func OfLength(p galley.Profile, f galley.Field, content string) galley.OffLength {
	rule, text := LengthRule(p, f), strings.TrimSpace(markup.PageOf(f, content).Text)
	n := utf8.RuneCountInString(text)
	if rule.Unit == galley.LengthInWords {
		if isSpaceless(text) {
			return galley.LengthFits
		}
		n = markup.WordCount(text)
	}
	switch {
	case n == 0 && f.Spec().MeansNothing:
		return galley.LengthFits
	case n < rule.Min:
		return galley.LengthShort
	case rule.Max > 0 && n > rule.Max, rule.WidthCounts && widthAt(text, rule.PixelSize) > rule.Pixels:
		return galley.LengthLong
	}
	return galley.LengthFits
}

// widthAt is the width of the text in Arial of a size, in whole pixels.
func widthAt(text string, size float64) int {
	units := 0
	for _, r := range text {
		units += advance(r)
	}
	return int(math.Round(float64(units) * size / unitsPerEm))
}

// Glyphs are the widths of characters in Arial, a line each: the width in units of
// which 2048 make one em, then the characters that have it, as hexadecimal ranges.
func Glyphs() string { return strings.Join(dataLines("widths"), "\n") }
