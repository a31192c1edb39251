// Package language tells what language a text is in: by its script and by the
// short words that each language repeats. It knows the languages of
// data/function-words.txt, and scripts that belong to one language.
//
// It is careful rather than clever: a short title says nothing about its
// language, and "not known" is an answer.
package language
