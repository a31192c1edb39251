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

// swapped counts the words of one link that lead where the words of another one
// led, which now lead to theirs.
func swapped(had, has map[string]map[string]bool) int {
	wordsOf := map[string][]string{} // that lead to an address and nowhere else
	for words, addresses := range had {
		if address, ok := only(addresses); ok {
			wordsOf[address] = append(wordsOf[address], words)
		}
	}
	leads := map[[2]string]bool{} // from an address to the one that its words have now
	for address, list := range wordsOf {
		for _, words := range list {
			if now, ok := only(has[words]); ok && now != address {
				leads[[2]string{address, now}] = true
			}
		}
	}
	n := 0
	for address, list := range wordsOf {
		for _, words := range list {
			if now, ok := only(has[words]); ok && now != address && leads[[2]string{now, address}] {
				n++
			}
		}
	}
	return n
}

func only(addresses map[string]bool) (string, bool) {
	for address := range addresses {
		return address, len(addresses) == 1
	}
	return "", false
}
