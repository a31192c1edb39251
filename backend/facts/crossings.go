package facts

import "slices"

// crossings are the phrases of the data by the keys of their words, for a cut.
type crossings struct {
	keys  keyNumbers // which all cuts share
	lines []int      // of each phrase
	has   []keyOf    // in the order of the phrases

	phrases      []int // once all are known: those of each key, by its number
	first, after []int // where those of a key begin and end
}

// keyOf is a key of a phrase.
type keyOf struct{ key, phrase int }

// keyNumbers are the numbers of the keys of a sheet.
type keyNumbers map[string]int

func (k keyNumbers) number(key string) int {
	n, known := k[key]
	if !known {
		n = len(k)
		k[key] = n
	}
	return n
}

// numbered gives the words of a text of the data the numbers of their keys.
func (k keyNumbers) numbered(list []keyed) {
	for i := range list {
		list[i].numbers = make([]int, len(list[i].keys))
		for n, key := range list[i].keys {
			list[i].numbers[n] = k.number(key)
		}
	}
}

// addCrossings notes the phrases of a line. The name of a value belongs to each.
func (s *Sheet) addCrossings(n int, r *reader) {
	if k := s.lines[n].Kind; k == FromTag || k == FromOption || s.lines[n].isDenied() {
		return
	}
	var name, variant []keyed
	s.crossings[0].keys.numbered(r.allKeyed())
	if s.lines[n].Name != "" {
		name = r.keyedIn(0, r.wordsUpTo(len(s.lines[n].Name)))
	}
	if of := s.lines[n].scope; of != "" {
		named := newReader(of, r.lex, s.scopes, true)
		s.crossings[0].keys.numbered(named.allKeyed())
		variant = named.keyedIn(0, len(named.words))
	}
	for c := range countOfCut {
		for _, list := range r.keyedPhrases(c) {
			s.crossings[c].add(n, list, name)
			if c == bySentence {
				s.crossings[c].addTo(variant)
			}
		}
	}
}

// add notes a phrase of a line.
func (x *crossings) add(line int, lists ...[]keyed) {
	x.lines = append(x.lines, line)
	x.addTo(lists...)
}

// addTo notes words of the phrase that was added last.
func (x *crossings) addTo(lists ...[]keyed) {
	for _, list := range lists {
		for _, k := range list {
			for _, key := range k.numbers {
				x.has = append(x.has, keyOf{key, len(x.lines) - 1})
			}
		}
	}
}

// close orders what was added by its keys.
func (x *crossings) close() {
	x.first, x.after, x.phrases = make([]int, len(x.keys)), make([]int, len(x.keys)), make([]int, len(x.has))
	for _, one := range x.has {
		x.after[one.key]++
	}
	begin := 0
	for key, count := range x.after {
		x.first[key], x.after[key] = begin, begin
		begin += count
	}
	for _, one := range x.has {
		if at := x.after[one.key]; at == x.first[one.key] || x.phrases[at-1] != one.phrase {
			x.phrases[at] = one.phrase
			x.after[one.key]++
		}
	}
	x.has = nil
}

// of are the phrases that have a key, in their order.
func (x *crossings) of(key string) []int {
	n, known := x.keys[key]
	if !known {
		return nil
	}
	return x.phrases[x.first[n]:x.after[n]]
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
		switch of := x.of(key); {
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
