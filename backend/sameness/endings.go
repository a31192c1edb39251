package sameness

import "slices"

// beforeEnding is how many words before the last ones are looked at for a figure.
const beforeEnding = 2

// endOf is the hashes of a text's last words and of its last sentence, 0 where the
// product's name is among the words. A figure among them, or right before, makes
// them a fact, such as the degrees of a wash: then the sentence counts as the same.
func endOf(s *scanned) (ends, closing uint64) {
	last := s.shown[len(s.shown)-endingWords:]
	if slices.Contains(last, masked) {
		return 0, 0
	}
	ends = hashAll(last)
	if slices.Contains(s.shown[max(len(s.shown)-endingWords-beforeEnding, s.closing):], number) {
		return ends, ends
	}
	return ends, hashAll(s.shown[s.closing:])
}

// endings groups the texts that end alike. The same words at the end of different
// sentences are a habit; the same last sentence, such as one about care or
// delivery, is often there on purpose, and of another kind.
func (f *Finder) endings() []Group {
	byHash := map[uint64][]int{}
	for i := range f.long {
		if h := f.ends[i]; h != 0 {
			byHash[h] = append(byHash[h], i)
		}
	}
	var groups []Group
	for _, texts := range byHash {
		g := Group{Kind: Ending, Span: endingWords}
		if !f.isHabit(f.differentlyClosed(texts), shareOfEnding) {
			g.Kind = Closing
		}
		if g.Kind == Closing && !f.isHabit(texts, shareOfEnding) {
			continue
		}
		for _, text := range texts {
			g.Members = append(g.Members, int(f.long[text]))
		}
		groups = append(groups, g)
	}
	slices.SortFunc(groups, byFirst)
	return groups
}

// differentlyClosed are the first texts with each last sentence.
func (f *Finder) differentlyClosed(texts []int) (first []int) {
	seen := map[uint64]bool{}
	for _, i := range texts {
		if !seen[f.closings[i]] {
			seen[f.closings[i]] = true
			first = append(first, i)
		}
	}
	return first
}
