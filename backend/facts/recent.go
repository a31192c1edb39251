package facts

import (
	"crypto/sha256"
	"fmt"
	"slices"
	"sync"

	"galley/backend/language"
)

// mostRecent is how many products are remembered: those that the writers of a job work on
// at one time, with their languages.
const mostRecent = 32

// recently is what was found last, the newest first.
type recently[K comparable, V any] struct {
	mutex sync.Mutex
	keys  []K
	found []V
}

// of returns what belongs to a key from memory, or finds it.
func (r *recently[K, V]) of(key K, find func() V) V {
	if v, known := r.known(key); known {
		return v
	}
	v := find()
	r.mutex.Lock()
	defer r.mutex.Unlock()
	r.keys, r.found = slices.Insert(r.keys, 0, key), slices.Insert(r.found, 0, v)
	if len(r.keys) > mostRecent {
		r.keys, r.found = slices.Delete(r.keys, mostRecent, len(r.keys)), slices.Delete(r.found, mostRecent, len(r.found))
	}
	return v
}

func (r *recently[K, V]) known(key K) (v V, known bool) {
	r.mutex.Lock()
	defer r.mutex.Unlock()
	if n := slices.Index(r.keys, key); n >= 0 {
		return r.found[n], true
	}
	return v, false
}

// All fields of a product are judged by the same sheet, one after another, and beside the
// same text of the shop.
var (
	recentSheets    recently[[sha256.Size]byte, *Sheet]
	recentLanguages recently[string, language.Code]
)

// RecentSheet returns the sheet of the same sources from memory, or reads them.
// The sheet is shared: callers only judge by it.
func RecentSheet(sources []Source, also language.Code) *Sheet {
	return recentSheets.of(sourcesKey(sources, also), func() *Sheet { return SheetOf(sources, also) })
}

// RecentLanguage is the language of a text of the shop, from memory where it was told
// before.
func RecentLanguage(text string) language.Code {
	return recentLanguages.of(text, func() language.Code { return LanguageOf(text, language.Unknown) })
}

// sourcesKey is the same for the same sources.
func sourcesKey(sources []Source, also language.Code) (key [sha256.Size]byte) {
	sum := sha256.New()
	_, _ = fmt.Fprintf(sum, "%s %#v", also, sources) // a hash takes everything
	sum.Sum(key[:0])
	return key
}
