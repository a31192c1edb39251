package sameness

import (
	"cmp"
	"slices"

	"galley/backend/markup"
)

// beginsOf is the hashes of a text's first words, up to the product's name. An
// opening of one or two words that every text has, such as "The", says nothing.
func beginsOf(s *scanned) (begins [openings]uint64) {
	telling := 0 // words that are no short ones of a language
	for i := range openings {
		if s.shown[i] == masked {
			return begins
		}
		if !s.common[i] {
			telling++
		}
		if telling > 0 || i == openings-1 {
			begins[i] = hashAll(s.shown[:i+1])
		}
	}
	return begins
}

// shares are the shares of texts, in percent, from which on an opening of one,
// two and three words is repeated.
var shares = [openings]int{shareOfOne, shareOfTwo, shareOfThree}

// openings groups the texts that begin alike. Of an opening and a longer one of
// all the same texts the longer one counts.
func (f *Finder) openings() []Group {
	var groups []Group
	inLonger := make([]bool, len(f.long))
	for n := openings; n > 0; n-- {
		byHash := map[uint64][]int{}
		for i := range f.long {
			if h := f.begins[i][n-1]; h != 0 {
				byHash[h] = append(byHash[h], i)
			}
		}
		var found []Group
		for _, texts := range byHash {
			if f.isHabit(texts, shares[n-1]) && slices.ContainsFunc(texts, func(i int) bool { return !inLonger[i] }) {
				found = append(found, Group{Kind: Opening, Span: n, Members: texts})
			}
		}
		for _, g := range found {
			for i, text := range g.Members {
				inLonger[text] = true
				g.Members[i] = int(f.long[text])
			}
		}
		groups = append(groups, found...)
	}
	slices.SortFunc(groups, byFirst)
	return groups
}

// isHabit reports whether so many texts do the same that a customer notices:
// among the drafts, or where a single draft does it, among all texts of the shop.
// Without drafts all texts count as such.
func (f *Finder) isHabit(texts []int, share int) bool {
	drafts := 0
	for _, i := range texts {
		if f.isDraft[i] {
			drafts++
		}
	}
	if f.drafts == 0 {
		return len(texts) >= leastOf(len(f.long), share)
	}
	return drafts >= leastOf(f.drafts, share) || drafts > 0 && len(texts) >= leastOf(len(f.long), max(share, shareOfShop))
}

// leastOf is how many of n texts are a habit at a share in percent.
func leastOf(n, share int) int { return max(leastGroup, (n*share+99)/100) }

func byFirst(a, b Group) int { return cmp.Compare(a.Members[0], b.Members[0]) }

// First is the first n words of a text as it is written, and where they end.
func First(words string, n int) (string, int) {
	at := markup.Tokens(words)
	if len(at) < n {
		n = len(at)
	}
	if n == 0 {
		return "", 0
	}
	return words[at[0].Start:at[n-1].End], at[n-1].End
}

// Last is the last n words of a text as it is written, and where they begin.
func Last(words string, n int) (string, int) {
	at := markup.Tokens(words)
	if len(at) == 0 {
		return "", len(words)
	}
	n = min(n, len(at))
	return words[at[len(at)-n].Start:at[len(at)-1].End], at[len(at)-n].Start
}
