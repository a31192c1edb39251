// Package pictures draws the demo shop's product pictures: flat pictograms on
// soft grounds. The same motif and numbers always give the same picture.
package pictures

import (
	"image"
	"image/draw"
	"slices"
	"strings"
	"unicode"
)

// MaxSide is the most pixels that a picture has on a side.
const MaxSide = 2048

// Motif chooses what to draw from words about a product, the telling ones
// first: its type, its title, its tags. It never fails: a product it has no
// drawing for is a parcel.
func Motif(texts ...string) string {
	for _, text := range texts {
		words := words(text)
		for i := range words {
			if i+1 < len(words) {
				if motif, known := motifByWord[words[i]+" "+singular(words[i+1])]; known {
					return motif
				}
			}
		}
		for _, word := range slices.Backward(words) { // the noun comes last
			if motif, known := motifByWord[singular(word)]; known {
				return motif
			}
		}
	}
	return "parcel"
}

func words(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) })
}

func singular(word string) string {
	if len(word) > 3 && strings.HasSuffix(word, "s") && !strings.HasSuffix(word, "ss") {
		return strings.TrimSuffix(word, "s")
	}
	return word
}

var motifByWord = func() map[string]string {
	byWord := make(map[string]string)
	for motif, words := range motifWords {
		for word := range strings.SplitSeq(words, ", ") {
			byWord[word] = motif
		}
	}
	return byWord
}()

// Draw draws a motif. The colour is the product's and is the same in all its
// pictures; view sets these apart, as a photographer would: 0 is the whole
// product, others may be nearer or show two. Sides are bounded by 1 and MaxSide.
func Draw(motif string, colour, view uint32, width, height int) image.Image {
	width, height = bound(width), bound(height)
	c, k := newCanvas(width, height), mix(colour, view)
	draw.Draw(c.picture, c.picture.Bounds(), image.NewUniform(k.ground), image.Point{}, draw.Src)
	paint, known := drawings[motif]
	if !known {
		paint = drawings["parcel"]
	}
	for _, place := range composition(colour, view, float64(width), float64(height)) {
		c.place = place
		c.ellipse(k.shade, 50, 90, 34, 4)
		paint(c, k)
	}
	return c.picture
}

func bound(side int) int { return min(max(side, 1), MaxSide) }

// composition places one product, or a near view, or two of them.
func composition(colour, view uint32, width, height float64) []transform {
	unit := min(width, height) / 100
	chance := (colour + view) * 2654435761 >> 8 // spreads numbers that follow each other
	mirror := chance&1 == 1
	whole := transform{x: width / 2, y: height * 0.49, scale: unit * (0.84 + float64(chance>>1%5)*0.03), mirror: mirror}
	if view == 0 {
		return []transform{whole}
	}
	switch chance >> 4 % 5 {
	case 0, 1: // near
		return []transform{{x: width * 0.46, y: height * 0.56, scale: unit * 1.3, mirror: mirror}}
	case 2: // a pair, one behind the other
		return []transform{
			{x: width * 0.34, y: height * 0.44, scale: unit * 0.58, mirror: mirror},
			{x: width * 0.64, y: height * 0.56, scale: unit * 0.66, mirror: !mirror},
		}
	default:
		return []transform{whole}
	}
}
