package facts

import "math"

// sameness of two amounts: other, equal, or equal after a conversion.
type sameness int

const (
	other sameness = iota
	equal
	converted
)

// How far a converted figure may be from the exact one: what rounding to three
// digits does, and what "about" allows.
const (
	rounding = 0.005
	roughly  = 0.03
)

// same compares what a text says with a fact.
func (a amount) same(fact amount) sameness {
	if a.base != fact.base {
		return max(sameTemperature(a, fact), sameMonths(a, fact), sameMonths(fact, a))
	}
	for _, x := range a.values {
		for _, y := range fact.values {
			claimed, known := x*a.factor, y*fact.factor
			apart := math.Abs(claimed-known) / max(math.Abs(known), 1e-9)
			switch {
			case apart < 1e-9 && a.unit == fact.unit:
				return equal
			case apart < 1e-9:
				return converted
			case a.unit != fact.unit && (a.isTolerable(apart) || apart <= rounding*2 && a.isRounded(x, known)):
				return converted
			}
		}
	}
	return other
}

// isRounded reports whether a number is the known amount, rounded to as many
// digits as it has.
func (a amount) isRounded(x, known float64) bool {
	scale := math.Pow(10, float64(a.digits))
	return math.Round(known/a.factor*scale) == math.Round(x*scale)
}

func (a amount) isTolerable(apart float64) bool {
	return apart <= rounding || (a.about && apart <= roughly)
}

func sameTemperature(a, fact amount) sameness {
	celsius := map[string]func(float64) float64{
		"°c": func(x float64) float64 { return x },
		"°f": func(x float64) float64 { return (x - 32) * 5 / 9 },
		"°":  func(x float64) float64 { return x },
	}
	from, to := celsius[a.unit], celsius[fact.unit]
	if from == nil || to == nil || len(a.values) == 0 || len(fact.values) == 0 {
		return other
	}
	if math.Abs(from(a.values[0])-to(fact.values[0])) < 0.5 {
		return converted
	}
	return other
}

// sameMonths compares months with days or weeks: a month has 28 to 31 days.
func sameMonths(months, days amount) sameness {
	if months.base != "month" || days.unit != "day" && days.unit != "week" || len(months.values) == 0 || len(days.values) == 0 {
		return other
	}
	const shortest, longest, day = 28, 31, 86400
	n, count := sizeOf(days)/day, sizeOf(months)
	if shortest*count <= n && n <= longest*count {
		return converted
	}
	return other
}
