package checks

import (
	"cmp"
	"math"

	"galley/backend/galley/messages"
)

// percentages write a share with no digit after the point, with one, with two.
var percentages = []func(float64) messages.Message{messages.MeasuredShare, messages.MeasuredDensity, messages.MeasuredFineShare}

// measuredPercent writes a percentage with at least that many digits after the
// point, and with as many as tell on which side of the bounds it is: 0.46 is not
// "0.5 %" where 0.5 is enough.
func measuredPercent(percent float64, digits int, bounds ...float64) messages.Message {
	for ; digits < len(percentages)-1; digits++ {
		if isOnSide(rounded(percent, digits), percent, bounds) {
			return percentages[digits](percent)
		}
	}
	shown := rounded(percent, digits)
	if !isOnSide(shown, percent, bounds) {
		shown += math.Copysign(0.01, percent-shown)
	}
	return percentages[digits](shown)
}

func rounded(value float64, digits int) float64 {
	scale := math.Pow10(digits)
	return math.RoundToEven(value*scale) / scale
}

// isOnSide reports whether a value that is shown lies to each bound as the true one.
func isOnSide(shown, value float64, bounds []float64) bool {
	for _, bound := range bounds {
		if cmp.Compare(shown, bound) != cmp.Compare(value, bound) {
			return false
		}
	}
	return true
}
