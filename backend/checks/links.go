package checks

import (
	"strings"

	"golang.org/x/net/html"

	"galley/backend/markup"
)

// linkList is the links of a page, by normalised address.
type linkList struct {
	all   map[string]int
	shown map[string]bool            // with something to click on
	words map[string]map[string]bool // the addresses of each text
}

// linksOf lists the links of a page.
func linksOf(fragment string) linkList {
	list := linkList{all: map[string]int{}, shown: map[string]bool{}, words: map[string]map[string]bool{}}
	var address string // of the link that is open
	var words strings.Builder
	z := html.NewTokenizer(strings.NewReader(fragment))
	for {
		switch z.Next() {
		case html.ErrorToken:
			list.add(address, words.String())
			return list
		case html.TextToken:
			words.WriteString(z.Token().Data)
		case html.StartTagToken, html.SelfClosingTagToken:
			switch t := z.Token(); t.Data {
			case "a":
				list.add(address, words.String())
				address = ""
				words.Reset()
				if href := markup.Attribute(t, "href"); markup.IsHarmless(strings.TrimSpace(href)) { // script is no link to keep
					address = normalAddress(href)
				}
			case "img", "svg", "button":
				words.WriteString("(" + t.Data + ")")
			}
		case html.EndTagToken:
			if z.Token().Data == "a" {
				list.add(address, words.String())
				address = ""
			}
		default:
		}
	}
}

func (l *linkList) add(address, words string) {
	if address == "" {
		return
	}
	l.all[address]++
	if words = strings.ToLower(strings.Join(strings.Fields(words), " ")); words == "" {
		return
	}
	l.shown[address] = true
	if l.words[words] == nil {
		l.words[words] = map[string]bool{}
	}
	l.words[words][address] = true
}

// lostLinks counts the links that are gone, that nobody can click on any more,
// or whose words lead to the place of another one, which leads to theirs.
func lostLinks(had, has linkList) int {
	n := 0
	for address := range had.all {
		if has.all[address] == 0 || (had.shown[address] && !has.shown[address]) {
			n++
		}
	}
	return n + swapped(had.words, has.words)
}

func swapped(had, has map[string]map[string]bool) int {
	n := 0
	for words, addresses := range had {
		now := has[words]
		if len(addresses) != 1 || len(now) != 1 {
			continue
		}
		for other, theirs := range had {
			if other != words && len(theirs) == 1 && equalSets(theirs, now) && equalSets(has[other], addresses) && !equalSets(now, addresses) {
				n++
				break
			}
		}
	}
	return n
}

func equalSets(a, b map[string]bool) bool {
	for k := range a {
		if !b[k] {
			return false
		}
	}
	return len(a) == len(b)
}
