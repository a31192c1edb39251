package facts

import "slices"

// crossings are the phrases of the data by the keys of their words, for a cut.
type crossings struct {
	byKey map[string][]int
	lines []int // of each phrase
}

// addCrossings notes the phrases of a line. The name of a value belongs to each.
func (s *Sheet) addCrossings(n int, r *reader) {
	if k := s.lines[n].Kind; k == FromTag || k == FromOption || s.lines[n].isDenied() {
		return
	}
	name := r.wordsUpTo(len(s.lines[n].Name))
	for c := range countOfCut {
		x := &s.crossings[c]
		if x.byKey == nil {
			x.byKey = map[string][]int{}
		}
		for _, list := range r.keyedPhrases(c) {
			if s.lines[n].Name != "" {
				list = append(list, r.keyedIn(0, name)...)
			}
			if of := s.lines[n].scope; of != "" && c == bySentence {
				named := newReader(of, r.lex, s.scopes, true)
				list = append(list, named.keyedIn(0, len(named.words))...)
			}
			x.add(n, list)
		}
	}
}

func (x *crossings) add(line int, list []keyed) {
	x.lines = append(x.lines, line)
	for _, k := range list {
		for _, key := range k.keys {
			if of := x.byKey[key]; len(of) == 0 || of[len(of)-1] != len(x.lines)-1 {
				x.byKey[key] = append(of, len(x.lines)-1)
			}
		}
	}
}

// with are the phrases of the data that have a word.
func (x *crossings) with(k keyed) []int {
	return x.found(k, len(x.lines))
}

// withFew are the phrases that have a word by a key that few phrases have.
func (x *crossings) withFew(k keyed) []int {
	list := x.found(k, mostPhrases)
	if len(list) > mostPhrases {
		return nil
	}
	return list
}

// found are the phrases that have a word by a key that at most so many have. They are only
// read: one key's are those of the index.
func (x *crossings) found(k keyed, most int) []int {
	var list []int
	for _, key := range k.keys {
		switch of := x.byKey[key]; {
		case len(of) == 0 || len(of) > most:
		case list == nil:
			list = slices.Clip(of)
		default:
			list = append(list, of...)
			slices.Sort(list)
			list = slices.Compact(list)
		}
	}
	return list
}
