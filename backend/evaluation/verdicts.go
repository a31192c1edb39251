package evaluation

import (
	"cmp"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"strconv"
	"strings"

	"galley/backend/checks"
	"galley/backend/galley"
)

// Verdict is what the reference analyser said about a text at the boundary of a
// rule. The texts are our own. In HTML, "{7}" is line 7 of the language's
// sentences, from 0, and "{9*word }" a text so many times.
type Verdict struct {
	Rule     string `json:"rule"`
	Language string `json:"lang"`
	Points   int    `json:"points"`
	HTML     string `json:"html"`
	Phrase   string `json:"phrase"`
	Title    string `json:"title"`
	Handle   string `json:"handle"`
	Meta     string `json:"meta"`
}

// Verdicts compares the rules' verdicts with those of the reference analyser, by
// language and by rule. A folder has NAME.jsonl with the verdicts and NAME.txt
// with the sentences, each behind its language and a tab.
func Verdicts(folder fs.FS) (Figures, []Miss, error) {
	names, err := fs.Glob(folder, "*.jsonl")
	if err != nil {
		return nil, nil, err
	}
	figures, misses := Figures{}, []Miss(nil)
	for _, name := range names {
		set := strings.TrimSuffix(path.Base(name), ".jsonl")
		raw, err := fs.ReadFile(folder, set+".txt")
		if err != nil {
			return nil, nil, err
		}
		list, err := readLines[Verdict](folder, name)
		if err != nil {
			return nil, nil, err
		}
		texts := readSentences(string(raw))
		for _, v := range list {
			points, applied := texts.points(v)
			right := verdictOf(points) == verdictOf(v.Points) || !applied && verdictOf(v.Points) == galley.VerdictGood
			figures.count("verdicts", set+" "+v.Language, v.Rule, right)
			if !right {
				misses = append(misses, Miss{Set: set + " " + v.Language, Reason: fmt.Sprintf("%d points, expected %d", points, v.Points),
					Draft: strings.Join([]string{v.Phrase, v.Title, v.Handle, v.Meta, v.HTML}, " | "), Case: Answer{Kind: v.Rule}})
			}
		}
	}
	return figures, misses, nil
}

// verdictOf is the analyser's reading of points.
func verdictOf(points int) galley.Verdict {
	switch {
	case points > 7:
		return galley.VerdictGood
	case points > 4:
		return galley.VerdictFair
	}
	return galley.VerdictPoor
}

// sentences are those of each language.
type sentences map[string][]string

func readSentences(text string) sentences {
	s := sentences{}
	for line := range strings.Lines(text) {
		code, sentence, _ := strings.Cut(strings.TrimSpace(line), "\t")
		s[code] = append(s[code], sentence)
	}
	return s
}

// ofProduct is how many sentences the text of a product has, which says the
// language of short texts.
const ofProduct = 12

// points are those of the verdict's rule, if it applied.
func (s sentences) points(v Verdict) (points int, applied bool) {
	text := checks.Text{Field: fieldOf(v.Rule), Keyphrase: v.Phrase}
	product := galley.Product{Title: "Acme", Handle: v.Handle}
	product.DescriptionHTML = "<p>" + strings.Join(s[v.Language][:ofProduct], " ") + "</p>"
	switch text.Field {
	case galley.FieldSEOTitle:
		text.Content = v.Title
	case galley.FieldMetaDescription:
		text.Content = v.Meta
	default:
		text.Content = s.expand(v.Language, cmp.Or(v.HTML, "<p>x</p>"))
	}
	text.Subject = product.Subject()
	if score := checks.Score(text); score != nil {
		for _, rule := range score.Rules {
			if rule.ID == v.Rule {
				return rule.Points, true
			}
		}
	}
	return 0, false
}

func fieldOf(rule string) galley.Field {
	switch rule {
	case "keyphrase_in_seo_title", "keyphrase_in_handle":
		return galley.FieldSEOTitle
	case "keyphrase_in_meta_description", "meta_description_length":
		return galley.FieldMetaDescription
	}
	return galley.FieldDescription
}

var placeholder = regexp.MustCompile(`\{(\d+)(?:\*([^}]*))?\}`)

func (s sentences) expand(code, html string) string {
	return placeholder.ReplaceAllStringFunc(html, func(found string) string {
		part := placeholder.FindStringSubmatch(found)
		n, err := strconv.Atoi(part[1])
		switch {
		case err != nil:
			return found
		case strings.Contains(found, "*"):
			return strings.Repeat(part[2], n)
		case n < len(s[code]):
			return s[code][n]
		}
		return found
	})
}
