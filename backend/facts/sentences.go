package facts

import "strings"

// bounds are the first word of a sentence and the one after its last.
type bounds struct{ from, to int }

// findSentences notes where the sentences of a text begin and end.
func (r *reader) findSentences() {
	for i, w := range r.words {
		if i == 0 || r.words[i-1].sentence != w.sentence {
			for len(r.sentences) < w.sentence {
				r.sentences = append(r.sentences, bounds{i, i}) // without words
			}
			r.sentences = append(r.sentences, bounds{i, i})
		}
		r.sentences[w.sentence].to = i + 1
	}
}

// sentenceOf are the bounds of the sentence of a word.
func (r *reader) sentenceOf(i int) bounds { return r.sentences[r.words[i].sentence] }

// isAsked reports whether a word is in a question.
func (r *reader) isAsked(i int) bool {
	to := r.sentenceOf(i).to
	end := len(r.text)
	if to < len(r.words) {
		end = r.words[to].Start
	}
	return strings.Contains(r.text[r.words[to-1].End:end], "?")
}
