package messages

import "slices"

// catalogue has every sentence by its ID.
var catalogue = map[ID]entry{}

// entry is one sentence with the names of its parameters.
type entry struct {
	sentence string
	params   []string
	twice    bool // defined more than once; a test refuses it
}

func define(id ID, sentence string, params ...string) {
	_, twice := catalogue[id]
	catalogue[id] = entry{sentence: sentence, params: params, twice: twice}
}

// IDs lists the catalogue in alphabetical order.
func IDs() []ID {
	ids := make([]ID, 0, len(catalogue))
	for id := range catalogue {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	return ids
}

// Sentence returns a sentence of the catalogue with its placeholders.
func Sentence(id ID) string { return catalogue[id].sentence }

// plainly defines a sentence without parameters.
func plainly(id ID, sentence string) Message {
	define(id, sentence)
	return Message{ID: id}
}

// with1 defines a sentence with one parameter, with2 one with two, and so on.
// The compiler then checks number and types of the parameters at every use.
func with1[A any](id ID, sentence, a string) func(A) Message {
	define(id, sentence, a)
	return func(va A) Message { return Message{id, Params{a: va}} }
}

func with2[A, B any](id ID, sentence, a, b string) func(A, B) Message {
	define(id, sentence, a, b)
	return func(va A, vb B) Message { return Message{id, Params{a: va, b: vb}} }
}

func with3[A, B, C any](id ID, sentence, a, b, c string) func(A, B, C) Message {
	define(id, sentence, a, b, c)
	return func(va A, vb B, vc C) Message { return Message{id, Params{a: va, b: vb, c: vc}} }
}

func with4[A, B, C, D any](id ID, sentence, a, b, c, d string) func(A, B, C, D) Message {
	define(id, sentence, a, b, c, d)
	return func(va A, vb B, vc C, vd D) Message { return Message{id, Params{a: va, b: vb, c: vc, d: vd}} }
}

// Reword replaces a sentence until restore is called: as another version of
// Galley would have it. Only tests reword.
func Reword(id ID, sentence string) (restore func()) {
	before := catalogue[id]
	catalogue[id] = entry{sentence: sentence, params: before.params}
	return func() { catalogue[id] = before }
}
