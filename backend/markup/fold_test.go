package markup_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/markup"
)

func TestNamesAreFoundWithoutAccents(t *testing.T) {
	for _, name := range []struct {
		name, typed string
		found       bool
	}{
		{"Ångström Lamps", "ang", true},
		{"Ångström Lamps", " STROM ", true},
		{"Ångström Lamps", "ström", true},
		{"A\u030angstro\u0308m", "ångs", true},
		{"Straße 7", "strasse", true},
		{"Strasse 7", "straße", true},
		{"Łódź", "lodz", true},
		{"Smørrebrød", "smorrebrod", true},
		{"ＳＨＯＰ", "shop", true},
		{"İstanbul", "istanbul", true},
		{"Anything", "", true},
		{"Aldermill", "alder mill", false},
		{"陶器の店", "陶器", true},
	} {
		require.Equal(t, name.found, markup.Contains(name.name, name.typed), "%q in %q", name.typed, name.name)
	}
}
