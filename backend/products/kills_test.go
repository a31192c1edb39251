package products_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/failpoint"
	"galley/backend/galley"
	"galley/backend/products"
	"galley/backend/store"
	"galley/backend/store/storetest"
)

// A sync that dies at each point of a list is finished by the next process, without a second list. Its death is a panic:
// nothing after the point is done. Whole processes are killed in backend/crashtest.
func TestKilledSyncGoesOnWithItsList(t *testing.T) {
	const count = 1530 // each of the list's three parts is saved in two transactions while another process has the file open
	points := append(failpoint.ListPoints(), failpoint.SyncRead, failpoint.SyncCursor, failpoint.SyncSaved, failpoint.SyncAllRead)
	for _, at := range points {
		for nth := 1; nth <= 2; nth++ {
			t.Run(fmt.Sprint(at, " ", nth), func(t *testing.T) {
				l := newListing(t, count)
				if at == failpoint.SyncPart {
					other, err := store.Open(bg, storetest.Path(t, l.store), l.clock)
					require.NoError(t, err)
					defer func() { require.NoError(t, other.Close()) }()
				}
				reached := 0
				failpoint.Watch(func(p failpoint.Point) {
					if p == at {
						if reached++; reached == nth {
							panic(at)
						}
					}
				})
				defer failpoint.Watch(nil)
				died := func() (died bool) {
					defer func() { died = recover() != nil }()
					_, err := l.Sync(bg, l.shop, nil)
					require.NoError(t, err)
					return false
				}()
				failpoint.Watch(nil)
				require.Equal(t, reached == nth, died)
				next := products.New(l.store, l.remote, l.clock, "p2")
				result, err := next.Sync(bg, l.shop, nil)
				require.NoError(t, err)
				if died {
					require.Equal(t, galley.SyncList, result.Kind)
				}
				require.LessOrEqual(t, len(l.remote.Lists), 1)
				require.Equal(t, count, result.Products)
				l.matches()
			})
		}
	}
}

// A list that an earlier version of Galley read a part of, in other parts, is read from its beginning.
func TestListOfEarlierPartsIsReadFromItsBeginning(t *testing.T) {
	l := newListing(t, 1530)
	failpoint.Watch(func(p failpoint.Point) {
		if p == failpoint.SyncSaved {
			panic(p)
		}
	})
	defer failpoint.Watch(nil)
	require.Panics(t, func() { _, _ = l.Sync(bg, l.shop, nil) })
	failpoint.Watch(nil)
	storetest.Exec(t, l.store, "UPDATE shops SET sync_cursor = '2'")
	result, err := products.New(l.store, l.remote, l.clock, "p2").Sync(bg, l.shop, nil)
	require.NoError(t, err)
	require.Equal(t, 1530, result.Products)
	require.Len(t, l.remote.Lists, 1)
	l.matches()
}
