package galley

import (
	"context"
	"math"
	"unicode"

	"galley/backend/galley/messages"
)

// Spend is the cost of writing on a day, in US dollars. Caps count both parts.
type Spend struct {
	BookedUSD   float64 `json:"booked_usd"`
	ReservedUSD float64 `json:"reserved_usd"` // reserved for requests under way
	TotalUSD    float64 `json:"total_usd"`    // booked and reserved: the amount that caps count
	Estimated   bool    `json:"estimated"`    // a part of BookedUSD was counted by length or assumed
}

// NewSpend returns the spend of booked costs and reservations.
func NewSpend(booked, reserved float64, estimated bool) Spend {
	return Spend{BookedUSD: booked, ReservedUSD: reserved, TotalUSD: booked + reserved, Estimated: estimated}
}

// Charge names the job and item that a request to a model is charged to.
type Charge struct {
	ShopID ShopID // "" for a test of the writer: it counts for all shops together
	JobID  JobID  // "" for a request outside of any job: it counts for the day and the month
	ItemID ItemID // "" for a request that belongs to no single item
	Writer WriterSpec
	// Held is the lease under which the work is done, nil for none. Once it is
	// lost, nothing more is reserved: another process writes these items.
	Held *Lease
	// Batch is the key of the batch that the request goes into, "" for one that is
	// sent at once. Such requests cost BatchShare of the price, and what is set aside
	// for them outlives the process.
	Batch string
}

// Reserve is a request to reserve the highest cost of a request to a model.
type Reserve struct {
	Charge
	Most  Usage  // the highest number of tokens
	Price *Price // nil where the price is not known
	Caps  Caps   // of the job, and of all shops together
	// ShopCaps are those that the shop has for itself: of a day and of a month.
	ShopCaps Caps
	// Unproven allows a request to a model whose usage is unknown beside another
	// one.
	Unproven bool
}

// ReservationID names a reservation; 0 is none.
type ReservationID int64

// Reserved answers a Reserve. Without an ID the caps have no room: Wait says
// that there may be some once requests under way are settled, Cap names the
// cap. With neither, the first request to a model is under way: until its usage
// is known, no second one is sent.
type Reserved struct {
	ID    ReservationID
	Wait  bool
	Cap   CapKind
	Most  float64 // what Cap allows, in US dollars
	Spend Spend   // counted under Cap
	Needs float64 // the request's highest cost, in US dollars
}

// CapKind names a cap: of a job, of a local day or of a calendar month; of all
// shops together or of one.
type CapKind string

// The caps.
const (
	CapJob       CapKind = "job"
	CapDay       CapKind = "day"
	CapMonth     CapKind = "month"
	CapShopDay   CapKind = "shop_day"
	CapShopMonth CapKind = "shop_month"
)

// Spending is what writing costs: on this day and in this month, at this
// computer's place.
type Spending struct {
	Day   Spend `json:"day"`
	Month Spend `json:"month"`
}

// Meter accounts for everything a writer is billed for. A writer
// reserves before each request, and settles when the answer is in.
type Meter interface {
	// Reserve reserves the most that a request can cost. CodeSpendCap means
	// that a cap has no room for it, CodeWriterPrice that caps cannot be kept
	// without a price: the request must not be sent then.
	Reserve(ctx context.Context, most Usage) (Ticket, error)
}

// Ticket is the right to send one request.
type Ticket interface {
	// Settle books what the request used, and frees the rest. No tokens means
	// that it is not billed.
	Settle(used Usage)
	// Lose books the whole reservation: the answer is lost or does not report
	// its usage, and may be billed.
	Lose()
}

// Meters returns a Meter for a charge.
type Meters interface {
	Meter(to Charge) Meter
}

type meterKey struct{}

// WithMeter returns a context whose requests to models are paid by the meter.
func WithMeter(ctx context.Context, m Meter) context.Context {
	return context.WithValue(ctx, meterKey{}, m)
}

// MeterOf returns the meter of the context. Without one it is CodeInternal: an
// unmetered request must not be sent.
func MeterOf(ctx context.Context) (Meter, error) {
	if m, ok := ctx.Value(meterKey{}).(Meter); ok {
		return m, nil
	}
	return nil, NewError(CodeInternal, messages.RequestWithoutAccount)
}

// Characters per token in common text: about four in English, about one and a
// half in scripts that models know less well.
const (
	CharsPerToken        = 4.0
	ForeignCharsPerToken = 1.5
)

// Tokens counts a text by its length, for endpoints that do not report their
// count.
func Tokens(text string) int {
	n := 0.0
	for _, r := range text {
		if r <= unicode.MaxLatin1 {
			n += 1 / CharsPerToken
		} else {
			n += 1 / ForeignCharsPerToken
		}
	}
	return int(math.Ceil(n))
}
