package checks_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/checks"
	"galley/backend/galley"
)

// Each of two links that lead to the other one's place is lost, among thousands too.
func TestSwappedLinksAmongMany(t *testing.T) {
	page := func(addressOf func(n int) int) string {
		var out strings.Builder
		for n := range 4000 {
			fmt.Fprintf(&out, `<a href="/p/%d">Lamp %d</a> `, addressOf(n), n)
		}
		return out.String()
	}
	report := checks.Run(checks.Text{
		Field: galley.FieldDescription, Original: galley.Text(page(func(n int) int { return n })),
		Content: page(func(n int) int { return n ^ 1 }),
	})
	var said string
	for _, w := range report.Warnings {
		if w.Rule == "lost_links" {
			said = fmt.Sprint(w)
		}
	}
	require.Contains(t, strings.ReplaceAll(said, ",", ""), "4000")
}
