package spend

import (
	"fmt"
	"math"
	"strconv"
)

// dollars formats an amount with two digits, or with as many as a small one
// needs, since $0.00 would suggest that it is nothing.
func dollars(usd float64) string {
	if usd == 0 || usd >= 0.01 {
		return fmt.Sprintf("$%.2f", usd)
	}
	const significant = 2
	digits := significant - 1 - int(math.Floor(math.Log10(usd)))
	return "$" + strconv.FormatFloat(usd, 'f', digits, 64)
}
