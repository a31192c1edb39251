package alike

import (
	"strings"

	"galley/backend/galley"
	"galley/backend/markup"
	"galley/backend/sameness"
)

// shownRunes is how much of a text a list shows.
const shownRunes = 220

// partsOf is the part of a text that a list shows, with what its group shares
// marked, or of nearly equal texts where it differs from another one.
func partsOf(g group, words, other string) []galley.AlikePart {
	words = strings.Join(strings.Fields(words), " ")
	switch g.Kind {
	case sameness.Opening:
		_, end := sameness.First(words, g.Span)
		return parts(part(words[:end], galley.LikenessShared), part(cut(words[end:]), ""))
	case sameness.Ending, sameness.Closing:
		_, from := sameness.Last(words, g.Span)
		return parts(part(cutFront(words[:from]), ""), part(words[from:], galley.LikenessShared))
	case sameness.Near:
		return differences(cut(words), cut(strings.Join(strings.Fields(other), " ")))
	case sameness.Equal:
	}
	return parts(part(cut(words), ""))
}

func part(text string, mark galley.Likeness) galley.AlikePart {
	return galley.AlikePart{Text: text, Mark: mark}
}

// parts leaves out empty ones.
func parts(all ...galley.AlikePart) []galley.AlikePart {
	kept := []galley.AlikePart{}
	for _, p := range all {
		if p.Text != "" {
			kept = append(kept, p)
		}
	}
	return kept
}

// cut is the beginning of a text.
func cut(words string) string {
	n := 0
	for at := range words {
		if n++; n > shownRunes {
			return strings.TrimRight(words[:at], " ") + "…"
		}
	}
	return words
}

// cutFront is the end of a text.
func cutFront(words string) string {
	runes := []rune(words)
	if len(runes) <= shownRunes/2 {
		return words
	}
	return "…" + strings.TrimLeft(string(runes[len(runes)-shownRunes/2:]), " ")
}

// differences marks the words of a text that another one does not have in the
// same order.
func differences(words, other string) []galley.AlikePart {
	a, b := markup.Tokens(words), markup.Tokens(other)
	same := common(len(a), len(b), func(i, j int) bool {
		return strings.EqualFold(a[i].Of(words), b[j].Of(other))
	})
	var found []galley.AlikePart
	at := 0
	for i := 0; i < len(a); i++ {
		if same[i] {
			continue
		}
		from := i
		for i+1 < len(a) && !same[i+1] {
			i++
		}
		found = append(found, part(words[at:a[from].Start], ""), part(words[a[from].Start:a[i].End], galley.LikenessDiffers))
		at = a[i].End
	}
	return parts(append(found, part(words[at:], ""))...)
}

// common says which of n things are in a longest common run of them and m others.
func common(n, m int, same func(i, j int) bool) []bool {
	length := make([][]int, n+1)
	for i := range length {
		length[i] = make([]int, m+1)
	}
	for i := n - 1; i >= 0; i-- {
		for j := m - 1; j >= 0; j-- {
			if same(i, j) {
				length[i][j] = length[i+1][j+1] + 1
			} else {
				length[i][j] = max(length[i+1][j], length[i][j+1])
			}
		}
	}
	in := make([]bool, n)
	for i, j := 0, 0; i < n && j < m; {
		switch {
		case same(i, j):
			in[i] = true
			i, j = i+1, j+1
		case length[i+1][j] >= length[i][j+1]:
			i++
		default:
			j++
		}
	}
	return in
}
