package galley

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"
)

// BatchShare is the part of the usual price that requests in a batch cost: half,
// by the documentation of the Batch API (November 2026).
const BatchShare = 0.5

// BatchWindow is how long an endpoint may take for a batch.
const BatchWindow = 24 * time.Hour

// The most that one file of a batch may hold, by the documentation of the Batch
// API (November 2026).
const (
	MostBatchRequests = 50_000
	MostBatchBytes    = 200 << 20
)

// BatchFrom is how many drafts a job has at least for batches to be offered:
// fewer are written in minutes.
const BatchFrom = 100

// Batch returns the price of requests in a batch.
func (p Price) Batch() Price {
	p.Input, p.Cached, p.Output = p.Input*BatchShare, p.Cached*BatchShare, p.Output*BatchShare
	return p
}

// BatchOffer is what a job would cost in batches.
type BatchOffer struct {
	CostUSD    float64 `json:"cost_usd"`     // about
	CostMaxUSD float64 `json:"cost_max_usd"` // at most
	Hours      int     `json:"hours"`        // that each batch takes at the longest
}

// JobBatches is how far the batches of a job are.
type JobBatches struct {
	Files    int `json:"files"`
	Done     int `json:"done"` // files whose answers were read
	Requests int `json:"requests"`
	Answered int `json:"answered"` // as the endpoint counts
	// SetAsideUSD is the most that unanswered requests may cost; it counts towards the caps.
	SetAsideUSD float64 `json:"set_aside_usd"`
	// Stopping: the endpoint was told to cancel those under way.
	Stopping bool       `json:"stopping"`
	Latest   *time.Time `json:"latest"` // when the endpoint ends the last of them, nil where none is with it
}

// Waiting reports whether answers are to come.
func (b *JobBatches) Waiting() bool { return b != nil && b.Done < b.Files }

// BatchStage is how far one batch of Galley's is.
type BatchStage string

// The stages of a batch.
const (
	BatchSent BatchStage = "sent" // its file is with the endpoint; whether there is a batch is to be found out
	BatchOpen BatchStage = "open" // the endpoint has it
)

// Batch is a file of requests that an endpoint answers together.
type Batch struct {
	Key      string // ours; goes along as metadata
	JobID    JobID
	Stage    BatchStage
	Requests int
	FileID   string // at the endpoint
	BatchID  string // at the endpoint, "" before it is known
	Missed   int    // how often the endpoint's list did not have it
	Stopping bool
	MadeAt   time.Time
	LookAt   time.Time
	Latest   time.Time // when the endpoint ends it at the latest, as was believed first
}

// BatchID names a request of a batch: its item, and which of the item's
// requests it is.
type BatchID struct {
	Item   ItemID
	Number int
}

// BatchAsk is a request that was put into a batch.
type BatchAsk struct {
	BatchID

	Batch       string // key
	Reservation ReservationID
	Original    string // SHA-256 of the shop's text when it was asked
}

// BatchAnswer is an endpoint's answer to one request of a batch.
type BatchAnswer struct {
	Status int    `json:"status"` // of HTTP
	Body   string `json:"body"`
}

// BatchLine is one line of an endpoint's results.
type BatchLine struct {
	CustomID string
	Answer   *BatchAnswer // nil where the request was not answered, so that it can be made again
	Why      string       // then, in the endpoint's words
	Usage    *Usage       // nil where the answer does not say
}

// ClaimedAnswers is an item all of whose requests are answered.
type ClaimedAnswers struct {
	Claimed

	Answers []BatchAnswer
}

// BatchState is what an endpoint says of a batch.
type BatchState struct {
	ID       string
	Ended    bool      // no answer is to come
	Said     string    // why it failed, in the endpoint's words, "" where it did not
	Full     bool      // it failed because too much is enqueued
	Answered int       // requests that have their answer
	Latest   time.Time // when it ends at the latest, zero where not known
	Results  []string  // files with results
	FileID   string    // that it was made of
	Key      string    // from its metadata
}

// BatchWriter is a writer whose endpoint takes batches.
type BatchWriter interface {
	Writer
	// Batches reports whether the endpoint takes batches. It is asked once.
	Batches(ctx context.Context) (bool, error)
	// UploadBatch sends a file of size bytes, and returns its id at the endpoint.
	UploadBatch(ctx context.Context, key string, file io.Reader, size int64) (fileID string, err error)
	CreateBatch(ctx context.Context, key, fileID string) (BatchState, error)
	// FindBatch looks for a batch by its key, and for a file without a batch.
	FindBatch(ctx context.Context, key, fileID string) (found BatchState, ok bool, err error)
	LookAtBatch(ctx context.Context, id string) (BatchState, error)
	CancelBatch(ctx context.Context, id string) error
	// EachLine reads a file of results.
	EachLine(ctx context.Context, fileID string, line func(BatchLine) error) error
	// DeleteFiles deletes files that are not needed any more, as far as the endpoint
	// allows. With a key it deletes those that were uploaded under it.
	DeleteFiles(ctx context.Context, key string, ids ...string)
}

// BatchEnd is how a batch ended.
type BatchEnd struct {
	Unmade bool // the endpoint never had it
	Lost   bool // it has answered, and the answers are not to be had: they may be billed
}

// ErrAskedLater is the error of a request that was put into a batch: its answer
// comes later.
var ErrAskedLater = errors.New("the request waits in a batch")

// ErrRefused is in the chain of a call that the endpoint refused: it did nothing.
var ErrRefused = errors.New("the endpoint refused")

// Counter takes the requests of one item in place of the endpoint: it has the
// answers to those that were made before, in their order, and files the next.
type Counter interface {
	// Answer returns the answer to the next request, nil where there is none yet.
	Answer() *BatchAnswer
	// Answered reports whether the next request has its answer.
	Answered() bool
	// File puts a request into a batch. Most is the most that it can use.
	File(ctx context.Context, body []byte, most Usage) error
}

type counterKey struct{}

// WithCounter returns a context whose requests for drafts go to the counter.
func WithCounter(ctx context.Context, c Counter) context.Context {
	return context.WithValue(ctx, counterKey{}, c)
}

// CounterOf returns the counter of the context, nil for requests that are sent
// at once.
func CounterOf(ctx context.Context) Counter {
	c, _ := ctx.Value(counterKey{}).(Counter)
	return c
}

// String is the id that goes along with the request: job, position and number.
func (b BatchID) String() string {
	job, position, err := b.Item.Split()
	if err != nil {
		return ""
	}
	return fmt.Sprintf("%s-%d-%d", job, position, b.Number)
}

// ParseBatchID reads an id that came back. ok is false for one that is not ours.
func ParseBatchID(id string) (found BatchID, ok bool) {
	parts := strings.Split(id, "-")
	if len(parts) != len([]string{"job", "position", "number"}) {
		return BatchID{}, false
	}
	position, err := strconv.Atoi(parts[1])
	number, bad := strconv.Atoi(parts[2])
	found = BatchID{Item: NewItemID(JobID(parts[0]), position), Number: number}
	return found, err == nil && bad == nil && number > 0 && found.String() == id
}
