package checks

import (
	"strconv"
	"strings"
	"sync"
	"unicode"

	"galley/backend/markup"
)

// Search results show titles in Arial at 20 px.
const (
	titleSize   = 20.0
	unitsPerEm  = 2048.0
	digitWidth  = 1139 // used for letters that the table lacks
	emWidth     = 2048 // Chinese, Japanese, Korean, emoji
	firstWide   = 0x1100
	firstEmoji  = 0x1f000
	hexadecimal = 16
)

var widths = sync.OnceValue(func() map[rune]int {
	table := map[rune]int{}
	for _, line := range dataLines("widths") {
		fields := strings.Fields(line)
		width, err := strconv.Atoi(fields[0])
		if err != nil {
			panic("checks: widths: " + err.Error())
		}
		for _, field := range fields[1:] {
			first, last := runeRange(field)
			for r := first; r <= last; r++ {
				table[r] = width
			}
		}
	}
	return table
})

func runeRange(field string) (first, last rune) {
	from, to, isRange := strings.Cut(field, "-")
	if !isRange {
		to = from
	}
	return parseRune(from), parseRune(to)
}

func parseRune(hex string) rune {
	n, err := strconv.ParseInt(hex, hexadecimal, 32)
	if err != nil {
		panic("checks: widths: " + err.Error())
	}
	return rune(n)
}

// PixelWidth is the width of the text in a search result, in whole pixels of
// Arial at 20 px, without kerning.
func PixelWidth(text string) int {
	return widthAt(text, titleSize)
}

func advance(r rune) int {
	if w, ok := widths()[r]; ok {
		return w
	}
	switch {
	case unicode.IsMark(r), unicode.Is(unicode.Cf, r), unicode.IsControl(r):
		return 0
	case r >= firstEmoji, r >= firstWide && isWide(r):
		return emWidth
	}
	return digitWidth
}

func isWide(r rune) bool {
	return markup.IsWhole(r) || unicode.Is(unicode.Hangul, r) ||
		(r >= 0x3000 && r <= 0x303f) || (r >= 0xff01 && r <= 0xff60)
}
