package review

import (
	"strings"
	"unicode/utf8"

	"galley/backend/galley"
	"galley/backend/markup"
)

const (
	// mostPassages are shown of one draft; its count says how many there are.
	mostPassages = 4
	// around is how much text is shown before and after a change, in characters.
	around = 48
)

// passages are the first changes of a text with some words around them. Changes
// close to each other are one passage.
func passages(text string, at []markup.Span, with string) []galley.Passage {
	list := []galley.Passage{}
	for from := 0; from < len(at) && len(list) < mostPassages; {
		to := from + 1
		for to < len(at) && at[to].Start-at[to-1].End <= around && !strings.Contains(text[at[to-1].End:at[to].Start], "\n") {
			to++
		}
		list = append(list, passage(text, at[from:to], with))
		from = to
	}
	return list
}

func passage(text string, at []markup.Span, with string) galley.Passage {
	p := galley.Passage{}
	add := func(text string, change galley.TextChange) {
		if text != "" {
			p = append(p, galley.Stretch{Text: text, Change: change})
		}
	}
	add(lead(text[:at[0].Start]), galley.TextStays)
	for i, span := range at {
		if i > 0 {
			add(text[at[i-1].End:span.Start], galley.TextStays)
		}
		add(span.Of(text), galley.TextRemoved)
		add(with, galley.TextAdded)
	}
	add(tail(text[at[len(at)-1].End:]), galley.TextStays)
	return p
}

// lead is the end of the line before a change, from the start of a word.
func lead(text string) string {
	text = text[strings.LastIndexByte(text, '\n')+1:]
	if utf8.RuneCountInString(text) <= around {
		return text
	}
	runes := []rune(text)
	text = string(runes[len(runes)-around:])
	if _, rest, found := strings.Cut(text, " "); found {
		text = rest
	}
	return "…" + text
}

// tail is the beginning of the line after a change, to the end of a word.
func tail(text string) string {
	text, _, _ = strings.Cut(text, "\n")
	if utf8.RuneCountInString(text) <= around {
		return text
	}
	text = string([]rune(text)[:around])
	if i := strings.LastIndexByte(text, ' '); i > 0 {
		text = text[:i]
	}
	return text + "…"
}
