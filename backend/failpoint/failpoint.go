// Package failpoint names the places where a crash would hurt most, so that
// the crash tests can kill the program exactly there. Nobody watches them in
// the program that people run: no flag, no environment and no build tag does.
package failpoint

// Point is a place in the program.
type Point string

// The points, in the order of the main job.
const (
	SyncRead     Point = "sync/read"       // a page has come from the shop
	SyncCursor   Point = "sync/cursor"     // its cursor is set, its products are not: within the transaction
	SyncSaved    Point = "sync/saved"      // the page is kept
	SyncAllRead  Point = "sync/all-read"   // all pages are kept; what the shop no longer has is still there
	JobClaim     Point = "job/claim"       // items are about to be claimed
	JobClaimed   Point = "job/claimed"     // they are marked as being written
	JobAnswered  Point = "job/answered"    // the model has answered, and nothing is kept of it
	JobSaving    Point = "job/saving"      // one result is kept, those beside it are not: within the transaction
	JobSaved     Point = "job/saved"       // results are kept
	JobWritten   Point = "job/written"     // all items are; the job is still running
	DraftQueued  Point = "publish/queued"  // one draft is decided, those beside it are not: within the transaction
	ShopRead     Point = "publish/read"    // the shop's text is known, and nothing is kept of it
	SendStarted  Point = "publish/started" // the publication is marked as being sent
	SendWritten  Point = "publish/written" // the shop has the text, and nothing says so
	SendReadBack Point = "publish/back"    // the text was read back
	SendSettling Point = "publish/settle"  // the publication is settled, its draft is not: within the transaction
	SendSettled  Point = "publish/settled" // both are
	LostRead     Point = "publish/lost"    // the shop was asked about a write of a killed process
	CopyWritten  Point = "copy/written"    // a copy of the data file is whole, under another name
	CopyKept     Point = "copy/kept"       // it has its name
	Migrated     Point = "migrate/one"     // one migration is done, the next is not
)

// Points lists all of them.
func Points() []Point {
	return []Point{
		SyncRead, SyncCursor, SyncSaved, SyncAllRead, JobClaim, JobClaimed, JobAnswered, JobSaving, JobSaved, JobWritten,
		DraftQueued, ShopRead, SendStarted, SendWritten, SendReadBack, SendSettling, SendSettled, LostRead,
		CopyWritten, CopyKept, Migrated,
	}
}

// watcher is nil but in tests.
var watcher func(Point)

// Watch has f called at every point. It is for tests, before the program
// starts; the linter keeps it out of everything else.
func Watch(f func(Point)) { watcher = f }

// Reach says that the program is at that point.
func Reach(p Point) {
	if watcher != nil {
		watcher(p)
	}
}
