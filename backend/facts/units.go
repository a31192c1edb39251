package facts

import (
	"regexp"
	"strconv"
	"strings"
	"sync"
)

// unitTable lists the spellings of units.
type unitTable struct {
	loose, exact map[string]string // the unit of a spelling: in any case, in this case
	base         map[string]string
	factor       map[string]float64
	longest      int // bytes of the longest spelling
}

var unitLine = regexp.MustCompile(`^([^=:]+?)(?: = ([\d.]+) (\S+))?: (.+)$`)

var units = sync.OnceValue(func() unitTable {
	t := unitTable{loose: map[string]string{}, exact: map[string]string{}, base: map[string]string{}, factor: map[string]float64{}}
	for _, line := range dataLines("units") {
		m := unitLine.FindStringSubmatch(line)
		name := m[1]
		t.base[name], t.factor[name] = name, 1
		if m[2] != "" {
			t.factor[name], _ = strconv.ParseFloat(m[2], 64)
			t.base[name] = m[3]
		}
		for _, form := range commaList(m[4]) {
			if rest, isExact := strings.CutPrefix(form, "="); isExact {
				t.exact[rest] = name
				continue
			}
			t.loose[strings.ToLower(form)] = name
			t.longest = max(t.longest, len(form))
		}
	}
	return t
})

// isSpelling reports whether a word in small letters is a unit.
func (u unitTable) isSpelling(low string) bool { return u.loose[low] != "" }

func (u unitTable) nameOf(spelling string) string {
	if name, ok := u.exact[spelling]; ok {
		return name
	}
	if spelling == "in" {
		return "in"
	}
	return u.loose[strings.ToLower(spelling)]
}
