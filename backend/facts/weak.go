package facts

import "slices"

// withoutWeak are the sources that no model wrote.
func withoutWeak(sources []Source) []Source {
	return slices.DeleteFunc(slices.Clone(sources), func(s Source) bool { return s.Weak })
}

// weigh judges a claim by the merchant's own data first: what a model wrote
// supports a claim only where the merchant's data say nothing of it. A claim
// that repeats what a person corrected contradicts the correction.
func (s *Sheet) weigh(st statement) (Claim, bool) {
	if s.strong != nil {
		if c, ok := s.strong.weigh(st); !ok || c.Grade != NoSource {
			return c, ok
		}
	}
	c, ok := s.judge(st)
	if ok && c.Grade == NoSource {
		if source, was := s.corrected(st); was {
			c.Grade, c.Source, c.Right = Contradicts, &source, source.Text
		}
	}
	return c, ok
}
