package facts

import (
	"crypto/sha256"
	"fmt"
	"slices"
	"sync"

	"galley/backend/language"
)

// mostRecent is how many sheets are remembered: the products that the writers of a
// job work on at one time, with their languages.
const mostRecent = 32

// recent are the sheets built last, the newest first. All fields of a product are
// judged by the same sheet, one after another.
var recent struct {
	sync.Mutex

	list []keyedSheet
}

type keyedSheet struct {
	key   [sha256.Size]byte
	sheet *Sheet
}

// RecentSheet returns the sheet of the same sources from memory, or reads them.
// The sheet is shared: callers only judge by it.
func RecentSheet(sources []Source, also language.Code) *Sheet {
	key := sourcesKey(sources, also)
	if sheet := recentSheet(key); sheet != nil {
		return sheet
	}
	sheet := SheetOf(sources, also)
	recent.Lock()
	defer recent.Unlock()
	recent.list = slices.Insert(recent.list, 0, keyedSheet{key, sheet})
	if len(recent.list) > mostRecent {
		recent.list = slices.Delete(recent.list, mostRecent, len(recent.list))
	}
	return sheet
}

func recentSheet(key [sha256.Size]byte) *Sheet {
	recent.Lock()
	defer recent.Unlock()
	for _, one := range recent.list {
		if one.key == key {
			return one.sheet
		}
	}
	return nil
}

// sourcesKey is the same for the same sources.
func sourcesKey(sources []Source, also language.Code) (key [sha256.Size]byte) {
	sum := sha256.New()
	_, _ = fmt.Fprintf(sum, "%s %#v", also, sources) // a hash takes everything
	sum.Sum(key[:0])
	return key
}
