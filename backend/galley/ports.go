package galley

import (
	"context"
	"time"
)

// ShopClient reads and writes one shop. Implementations wait for the shop's
// rate limit themselves, and map each failure to a Code.
type ShopClient interface {
	// Info asks the shop for its identity and what the token may do.
	Info(ctx context.Context) (ShopInfo, error)
	// Products returns the page after the cursor ("" for the first), in a
	// stable order. A cursor that the shop no longer knows is CodeInvalidInput.
	Products(ctx context.Context, cursor string) (ProductBatch, error)
	// Collections returns the page of collections after the cursor, like
	// Products, each with all its members. A shop without collections has one
	// empty page.
	Collections(ctx context.Context, cursor string) (CollectionBatch, error)
	// Content reads one field of up to 100 targets, in their order.
	Content(ctx context.Context, field Field, targets []Target) ([]Current, error)
	// Slot reads every field of a slot.
	Slot(ctx context.Context, slot Slot) (SlotContent, error)
	// Write writes one slot. Each attempt waits for the rate limit first, then
	// reads the slot, asks decide and sends, without waiting in between; a request
	// that the shop turned away is read and decided again before it is sent again.
	// A write whose answer was lost is CodeOutcomeUnknown and is never sent again
	// blindly. Any other error means that the shop did nothing. With an error the
	// receipt still has the request's id, if the shop gave one.
	Write(ctx context.Context, slot Slot, decide Decide) (Receipt, error)
	// Concurrency is how many writes under way at once make the most of the shop:
	// 1 or more. It changes with what the shop allows and how fast it answers.
	Concurrency() int
}

// Decide decides on a write by the shop's text at that moment. If it returns
// nil, nothing is sent. An error ends the write and is returned as it is.
// Decide is called once for each attempt.
type Decide func(ctx context.Context, now SlotContent) (*Sending, error)

// Receipt is a shop's answer to a write.
type Receipt struct {
	Values    map[Field]Value // the shop's text at the place now
	Sent      map[Field]Value // what was sent, siblings included; nil where nothing was
	RequestID string          // the shop's id of the request, "" if it has none
}

// ProductBatch is one page of a sync.
type ProductBatch struct {
	Products []Product
	Next     string // cursor of the next page, "" after the last
	Total    int    // products on the shop, 0 when not known
	// Unknown are the fields of which the shop cannot tell whether it has a text:
	// those of the products are empty, and mean nothing.
	Unknown []Field
	// ReadAt is when the request was begun: later writes to the shop are not in
	// the page.
	ReadAt time.Time
}

// Current is the shop's current text at a target.
type Current struct {
	Target Target
	Value  Value
	Exists bool // false: the place is gone
}

// ShopClients opens clients. For the demo shop it starts the shop in process.
type ShopClients interface {
	Client(ctx context.Context, shop Shop) (ShopClient, error)
}

// Pictures fetches product images, downscaled for a model: at most maxSide pixels
// on the longer side. One that cannot be fetched or sent is CodeWriterPicture.
type Pictures interface {
	Picture(ctx context.Context, url string, maxSide int) (Picture, error)
}

// SettingsSource returns the current settings.
type SettingsSource interface {
	Get(ctx context.Context) (Settings, error)
	// For returns them as they hold for a shop, with what it has of its own; for
	// "" it is Get.
	For(ctx context.Context, shop ShopID) (Settings, error)
}

// Vault keeps secrets out of the data file: the OS keyring, or an encrypted
// file. Get returns CodeNotFound for an unknown name, and all return
// CodeVaultLocked if no key store can be opened.
type Vault interface {
	Get(name string) (string, error)
	Set(name, secret string) error
	Delete(name string) error
}

// ShopSecret names a shop's credential in the vault.
func ShopSecret(id ShopID) string { return "shop:" + string(id) }

// WriterSecret names the key of a model endpoint in the vault.
func WriterSecret(baseURL string) string { return "writer:" + baseURL }

// Clock is the source of time; tests replace it.
type Clock interface {
	Now() time.Time
	// Sleep waits for d or until ctx ends, whose error it then returns.
	Sleep(ctx context.Context, d time.Duration) error
}

// SystemClock is the real time, in UTC and rounded to milliseconds as stored.
type SystemClock struct{}

// Now returns the time of the machine.
func (SystemClock) Now() time.Time { return time.Now().UTC().Truncate(time.Millisecond) }

// Sleep waits on a timer.
func (SystemClock) Sleep(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-t.C:
		return nil
	}
}

// Elapsed is the time since a fixed moment of this process, unmoved by changes
// of the wall clock. Differences of it say how long something took. A clock
// without a reading of its own uses its wall time.
func Elapsed(c Clock) time.Duration {
	if m, ok := c.(interface{ Elapsed() time.Duration }); ok {
		return m.Elapsed()
	}
	return time.Duration(c.Now().UnixNano())
}

var processStart = time.Now()

// Elapsed returns the monotonic time since the process started.
func (SystemClock) Elapsed() time.Duration { return time.Since(processStart) }

// Change reports that something under its topics changed.
type Change struct {
	Seq    int64    `json:"seq"`
	Topics []string `json:"topics"`
}

// The topics of changes.
const (
	TopicShops    = "shops"
	TopicJobs     = "jobs"
	TopicSettings = "settings"
	TopicEdits    = "edits" // what is typed and not saved
)

// TopicJob is the topic of one job and its items.
func TopicJob(id JobID) string { return "job:" + string(id) }

// TopicActivity is the topic of a shop's part of the ledger.
func TopicActivity(id ShopID) string { return "activity:" + string(id) }

// TopicProducts is the topic of a shop's catalogue.
func TopicProducts(id ShopID) string { return "products:" + string(id) }

// Lease says who works a thing: Name is the thing, Holder one run of a process.
type Lease struct {
	Name   string
	Holder string
}
