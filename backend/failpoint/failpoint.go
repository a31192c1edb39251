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
	Reserved     Point = "money/reserved"  // money is set aside, and the model is not asked yet
	Booking      Point = "money/booking"   // a reservation is taken, and nothing is booked: within the transaction
	JobSaving    Point = "job/saving"      // one result is kept, those beside it are not: within the transaction
	JobSaved     Point = "job/saved"       // results are kept
	JobWritten   Point = "job/written"     // all items are; the job is still running
	DraftQueued  Point = "publish/queued"  // one draft is decided, those beside it are not: within the transaction
	PlanQueued   Point = "plan/queued"     // all of a plan is queued, and it is not confirmed: within the transaction
	ShopRead     Point = "publish/read"    // the shop's text is known, and nothing is kept of it
	SendStarted  Point = "publish/started" // the publication is marked as being sent
	SendWritten  Point = "publish/written" // the shop has the text, and nothing says so
	SendReadBack Point = "publish/back"    // the text was read back
	SendSettling Point = "publish/settle"  // the publication is settled, its draft is not: within the transaction
	SendSettled  Point = "publish/settled" // both are
	LostRead     Point = "publish/lost"    // the shop was asked about a write of a killed process
	WatchKept    Point = "watch/kept"      // a lost write is watched, and its publication is not settled: within the transaction
	CopyWritten  Point = "copy/written"    // a copy of the data file is whole, under another name
	CopyRotating Point = "copy/rotating"   // an older copy has its next name, and the newer ones do not
	CopyKept     Point = "copy/kept"       // it has its name
	Migrated     Point = "migrate/one"     // one migration is done, the next is not
	RestoreReady Point = "restore/ready"   // the copy is beside the damaged file, under another name
	RestoreAside Point = "restore/aside"   // the damaged file is kept under another name too, its log has gone with it
	RestorePut   Point = "restore/put"     // the copy is in its place, and was never opened
	Holding      Point = "restore/holding" // its outbox is held, its jobs run: within the transaction
	Held         Point = "restore/held"    // all that it had queued is held
	HeldSettling Point = "held/settling"   // held texts are released or withdrawn, held jobs are not: within the transaction
	ShopStopped  Point = "shop/stopped"    // nothing is queued for a shop any more, and it is still there
	ShopRemoved  Point = "shop/removed"    // a shop is gone from the data file, its sign-in is still kept
)

// Points lists all of them.
func Points() []Point {
	return []Point{
		SyncRead, SyncCursor, SyncSaved, SyncAllRead, JobClaim, JobClaimed, Reserved, Booking, JobAnswered, JobSaving, JobSaved, JobWritten,
		DraftQueued, PlanQueued, ShopRead, SendStarted, SendWritten, SendReadBack, SendSettling, SendSettled, LostRead, WatchKept,
		CopyWritten, CopyRotating, CopyKept, Migrated,
		RestoreReady, RestoreAside, RestorePut, Holding, Held, HeldSettling, ShopStopped, ShopRemoved,
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
