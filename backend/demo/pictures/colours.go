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

// mix chooses a product's colours by one number, and by another the soft ground
// that it stands on, which differs for numbers that follow each other.
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
