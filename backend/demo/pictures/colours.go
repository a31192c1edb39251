package pictures

import (
	"image/color"
	"math"
)

// inks are the colours of one picture.
type inks struct {
	ground, shade           color.Color // behind the product
	main, dark, light       color.Color // of the product
	wood, metal, leaf, glow color.Color // of what most products have in some part
	white                   color.Color
}

// hues are what colour words mean, in degrees.
var hues = map[string]uint32{
	"red": 2, "brick": 8, "rust": 14, "terracotta": 14, "clay": 16, "copper": 20, "leather": 24, "brown": 24, "orange": 28, "amber": 36,
	"ochre": 38, "sand": 40, "brass": 44, "gold": 44, "mustard": 46, "yellow": 48, "olive": 66, "moss": 90, "sage": 108, "green": 132,
	"mint": 152, "teal": 176, "turquoise": 178, "petrol": 192, "slate": 210, "blue": 212, "denim": 214, "ink": 220, "navy": 222,
	"indigo": 236, "lavender": 262, "purple": 276, "plum": 304, "pink": 334, "rose": 342,
}

// Colour chooses a product's colour: the first that its texts name, so that the
// picture agrees with them, or else one that the seed gives.
func Colour(seed uint32, texts ...string) uint32 {
	for _, text := range texts {
		for _, word := range words(text) {
			if hue, named := hues[word]; named {
				return seed/360%5*360 + hue
			}
		}
	}
	return seed
}

// mix chooses a product's colours by one number and its pale background by
// another; consecutive numbers give different backgrounds.
func mix(colour, view uint32) inks {
	hue := float64(colour % 360)
	depth := float64(colour/360%5) / 5
	groundHue := hue + 60 + float64(view%13)*20
	return inks{
		ground: hsl(groundHue, 0.24, 0.895),
		shade:  hsl(groundHue, 0.20, 0.82),
		main:   hsl(hue, 0.40, 0.44+0.12*depth),
		dark:   hsl(hue, 0.42, 0.28+0.10*depth),
		light:  hsl(hue, 0.38, 0.66+0.10*depth),
		wood:   hsl(28, 0.38, 0.42+0.08*depth),
		metal:  hsl(215, 0.12, 0.42+0.14*depth),
		leaf:   hsl(115+30*depth, 0.30, 0.42),
		glow:   hsl(44, 0.78, 0.72),
		white:  hsl(hue, 0.20, 0.96),
	}
}

// hsl gives a colour by hue in degrees, saturation and lightness from 0 to 1.
func hsl(hue, saturation, lightness float64) color.Color {
	chroma := (1 - math.Abs(2*lightness-1)) * saturation
	part := func(offset float64) uint8 {
		k := math.Mod(offset+math.Mod(hue, 360)/30, 12)
		return uint8(math.Round(255 * (lightness - chroma/2*max(-1, min(k-3, 9-k, 1)))))
	}
	return color.RGBA{R: part(0), G: part(8), B: part(4), A: 255}
}
