package facts

import "strings"

// find returns the first fact that fulfils a condition, one of a merchant
// before one of a model.
func (s *Sheet) find(keys []string, is func(f statement) bool) *fact {
	var weak *fact
	for _, key := range keys {
		if f := s.findAbout(key, is); f != nil && (weak == nil || !s.lines[f.line].Weak) {
			weak = f
		}
	}
	return weak
}

func (s *Sheet) findAbout(key string, is func(f statement) bool) *fact {
	var weak *fact
	for _, n := range s.about[key] {
		f := &s.facts[n]
		if !is(f.statement) {
			continue
		}
		if !s.lines[f.line].Weak {
			return f
		}
		if weak == nil {
			weak = f
		}
	}
	return weak
}

// sameKeys are the keys of facts that may say what a claim says.
func sameKeys(st statement) []string {
	var keys []string
	for _, concept := range st.concepts {
		keys = append(keys, conceptKey(concept))
	}
	return keys
}

// rivalKeys are those of what a claim's concepts exclude.
func rivalKeys(st statement) []string {
	var keys []string
	for _, concept := range st.concepts {
		for _, rival := range rivals(concept) {
			keys = append(keys, conceptKey(rival))
		}
	}
	return keys
}

// amountKeys are the keys of facts that an amount can be compared with.
func amountKeys(a amount) []string {
	if strings.HasPrefix(a.unit, "°") {
		return []string{amountKey("°"), amountKey("°c"), amountKey("°f")}
	}
	if a.base == "month" || a.unit == "day" || a.unit == "week" {
		return []string{amountKey(a.base), amountKey("month"), amountKey("second")}
	}
	return []string{amountKey(a.base)}
}

// Keys of the index.
func amountKey(base string) string { return "amount " + base }

func classKey(class Class) string { return "class " + string(class) }

func headKey(head string) string { return "head " + head }

func conceptKey(name string) string { return "concept " + name }

// index notes what a fact is about.
func (s *Sheet) index(n int) {
	f := s.facts[n].statement
	keys := []string{classKey(f.class)}
	if f.amount != nil {
		keys = append(keys, amountKey(f.amount.base))
	}
	for _, head := range f.heads {
		keys = appendNew(keys, headKey(head))
	}
	for _, concept := range f.concepts {
		for _, general := range allImplied(concept, nil) {
			keys = appendNew(keys, conceptKey(general))
		}
	}
	for _, key := range keys {
		s.about[key] = append(s.about[key], n)
	}
}
