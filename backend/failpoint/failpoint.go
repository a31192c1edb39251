// Package failpoint names the points where a crash would do most harm, so that
// the crash tests can kill the program exactly there. The shipped program has
// no hook at them: no flag, environment variable or build tag sets one.
package failpoint

// Point is a point in the program.
type Point string

// The points, in the order of the main job.
const (
	SyncRead      Point = "sync/read"       // a page has arrived from the shop
	SyncCursor    Point = "sync/cursor"     // its cursor is saved, its products are not: within the transaction
	SyncPart      Point = "sync/part"       // a part of a large page is saved; the page's cursor is not
	SyncSaved     Point = "sync/saved"      // the page is saved
	SyncAllRead   Point = "sync/all-read"   // all pages are saved; products missing from the shop are not removed yet
	ListAsked     Point = "list/asked"      // the shop is about to be asked for a list of its products
	ListAnswered  Point = "list/answered"   // it has begun the list; its id is not kept
	ListStarted   Point = "list/started"    // the list's id is kept
	ListReady     Point = "list/ready"      // the list is written; nothing of it has been read
	WordsIndexed  Point = "words/indexed"   // words of saved products are in the index, it does not know of it: within the transaction
	JobClaim      Point = "job/claim"       // items are about to be claimed
	JobClaimed    Point = "job/claimed"     // they are marked as being written
	JobAnswered   Point = "job/answered"    // the model has answered; nothing is saved
	Reserved      Point = "money/reserved"  // money is reserved; the model is not asked yet
	Booking       Point = "money/booking"   // a reservation is deleted, its cost is not booked: within the transaction
	JobSaving     Point = "job/saving"      // one result is saved, others are not: within the transaction
	JobSaved      Point = "job/saved"       // results are saved
	JobWritten    Point = "job/written"     // all items are written; the job is still running
	BatchFilled   Point = "batch/filled"    // the file of a batch is complete, on this disk
	BatchUploaded Point = "batch/uploaded"  // it is with the endpoint; its id is not kept
	BatchSent     Point = "batch/sent"      // its id is kept; no batch was made of it
	BatchMade     Point = "batch/made"      // the endpoint has made the batch; its id is not kept
	BatchOpened   Point = "batch/opened"    // both are kept
	BatchKeeping  Point = "batch/keeping"   // one answer is kept, others are not: within the transaction
	BatchKept     Point = "batch/kept"      // answers are kept; the batch has not ended for Galley
	BatchEnding   Point = "batch/ending"    // what has no answer is left, the batch has not ended: within the transaction
	BatchEnded    Point = "batch/ended"     // it has ended; the endpoint still has its files
	BatchStopped  Point = "batch/stopped"   // the endpoint was told to cancel; nothing records it
	DraftQueued   Point = "publish/queued"  // one draft is queued, others are not: within the transaction
	PlanQueued    Point = "plan/queued"     // all of a plan is queued, it is not confirmed: within the transaction
	ShopRead      Point = "publish/read"    // the shop's text is read; nothing is saved
	SendStarted   Point = "publish/started" // the publication is marked as being sent
	SendWritten   Point = "publish/written" // the shop has the text; nothing records it
	SendReadBack  Point = "publish/back"    // the text was read back
	SendSettling  Point = "publish/settle"  // the publication is settled, its draft is not: within the transaction
	SendSettled   Point = "publish/settled" // both are settled
	LostRead      Point = "publish/lost"    // the shop was asked about a write of a killed process
	WatchKept     Point = "watch/kept"      // a lost write is watched, and its publication is not settled: within the transaction
	CopyWritten   Point = "copy/written"    // a copy of the data file is complete, under a temporary name
	CopyMoving    Point = "copy/moving"     // what belongs to a copy has its next name, the copy does not
	CopyRotating  Point = "copy/rotating"   // an older copy has its next name, newer ones do not
	CopyKept      Point = "copy/kept"       // the copy has its name
	Migrated      Point = "migrate/one"     // one migration is done, the next is not
	RestoreReady  Point = "restore/ready"   // the copy is beside the damaged file, under a temporary name
	RestoreAside  Point = "restore/aside"   // the damaged file and its log have been renamed
	RestorePut    Point = "restore/put"     // the copy is in place and has never been opened
	Holding       Point = "restore/holding" // its outbox is held, its jobs still run: within the transaction
	Held          Point = "restore/held"    // everything it had queued is held
	HeldSettling  Point = "held/settling"   // held texts are released or withdrawn, held jobs are not: within the transaction
	ShopStopped   Point = "shop/stopped"    // nothing is queued for a shop any more; it still exists
	ExportWritten Point = "export/written"  // all files of an export are written, under temporary names
	FileKept      Point = "file/kept"       // a shop's newer file is copied; the data file names the one before
	FileReplaced  Point = "file/replaced"   // the data file names the newer one; older ones are not deleted
	ShopRemoved   Point = "shop/removed"    // a shop is gone from the data file; its sign-in is still stored
)

// ListPoints lists those of a large shop's list of products, whose parts are large pages.
func ListPoints() []Point { return []Point{ListAsked, ListAnswered, ListStarted, ListReady, SyncPart} }

// Points lists all others.
func Points() []Point {
	return []Point{
		SyncRead, SyncCursor, WordsIndexed, SyncSaved, SyncAllRead, JobClaim, JobClaimed, Reserved, Booking, JobAnswered, JobSaving, JobSaved, JobWritten,
		BatchFilled, BatchUploaded, BatchSent, BatchMade, BatchOpened, BatchKeeping, BatchKept, BatchEnding, BatchEnded, BatchStopped,
		DraftQueued, PlanQueued, ShopRead, SendStarted, SendWritten, SendReadBack, SendSettling, SendSettled, LostRead, WatchKept,
		CopyWritten, CopyMoving, CopyRotating, CopyKept, Migrated,
		RestoreReady, RestoreAside, RestorePut, Holding, Held, HeldSettling, ShopStopped, ExportWritten, FileKept, FileReplaced, ShopRemoved,
	}
}

// watcher is nil except in tests.
var watcher func(Point)

// Watch calls f at every point. It is for tests, before the program starts; the
// linter forbids it elsewhere.
func Watch(f func(Point)) { watcher = f }

// Reach reports that the program is at that point.
func Reach(p Point) {
	if watcher != nil {
		watcher(p)
	}
}
