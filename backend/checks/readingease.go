package checks

import (
	"strings"

	"galley/backend/galley/messages"
	"galley/backend/markup"
)

// readingEase is Flesch's formula for English, 206.835 − 1.015 × words per
// sentence − 84.6 × syllables per word, limited to 0 to 100.
func readingEase(text string, sentences int) float64 {
	list := lowered(text, markup.Words(text))
	if len(list) == 0 || sentences == 0 {
		return 0
	}
	syllables := 0
	for _, w := range list {
		syllables += countSyllables(w)
	}
	n := float64(len(list))
	return min(max(206.835-1.015*n/float64(sentences)-84.6*float64(syllables)/n, 0), 100)
}

// countSyllables estimates: a group of vowels is a syllable, a silent e at the
// end and a silent -ed are not, and every word has one.
func countSyllables(word string) int {
	n, inVowels := 0, false
	for _, r := range word {
		isVowel := strings.ContainsRune("aeiouyáéíóúàèäëïöü", r)
		if isVowel && !inVowels {
			n++
		}
		inVowels = isVowel
	}
	switch {
	case strings.HasSuffix(word, "le") && !hasAnySuffix(word, "ale", "ele", "ile", "ole", "ule", "yle"):
	case strings.HasSuffix(word, "e") && !strings.HasSuffix(word, "ee"):
		n--
	case strings.HasSuffix(word, "es") && !hasAnySuffix(word, "ses", "zes", "xes", "ches", "shes", "ces", "ges"):
		n--
	case strings.HasSuffix(word, "ed") && !hasAnySuffix(word, "ted", "ded", "eed"):
		n--
	}
	return max(n, 1)
}

// gradeOf is Flesch's own scale.
func gradeOf(ease float64) messages.Message {
	switch {
	case ease >= 80:
		return messages.EasyToRead
	case ease >= 60:
		return messages.PlainProse
	case ease >= 50:
		return messages.FairlyHard
	case ease >= 30:
		return messages.HardToRead
	}
	return messages.VeryHard
}
