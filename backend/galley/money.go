package galley

import (
	"context"
	"math"
	"unicode"

	"galley/backend/galley/messages"
)

// Spend is what writing has cost on a day, in US dollars. Caps count both parts.
type Spend struct {
	BookedUSD   float64 `json:"booked_usd"`
	ReservedUSD float64 `json:"reserved_usd"` // set aside for requests that are being answered
	Estimated   bool    `json:"estimated"`    // a part of BookedUSD was counted by length or assumed
}

// TotalUSD is what caps count.
func (s Spend) TotalUSD() float64 { return s.BookedUSD + s.ReservedUSD }

// Charge says what a request to a model is charged to.
type Charge struct {
	JobID  JobID  // "" for a test of the writer: it counts for the day alone
	ItemID ItemID // "" for a request that belongs to no single item
	Writer WriterSpec
	// Held is the lease that the work is done under, nil for none. Once it is
	// lost, nothing more is set aside: another process writes these items.
	Held *Lease
}

// Reserve asks to set aside what a request can cost.
type Reserve struct {
	Charge
	Most  Usage  // the tokens it can take
	Price *Price // nil where the price is not known
	Caps  Caps
	// Unproven lets a request for a model of unknown appetite go beside another.
	Unproven bool
}

// ReservationID names money that is set aside; 0 is none.
type ReservationID int64

// Reserved answers a Reserve. With no ID the caps have no room: Wait says that
// there may be some once requests under way are settled, Cap which cap it is.
// With neither, the first request for a model is under way: until it is known
// what that one takes, no second one is sent beside it.
type Reserved struct {
	ID    ReservationID
	Wait  bool
	Cap   CapKind
	Spend Spend   // counted under Cap
	Needs float64 // what the request can cost, in US dollars
}

// CapKind tells the caps apart.
type CapKind string

// The caps.
const (
	CapJob CapKind = "job"
	CapDay CapKind = "day"
)

// Meter stands between a writer and everything it is billed for. A writer
// reserves before each request, and settles when the answer is in.
type Meter interface {
	// Reserve sets aside the most that a request can cost. CodeSpendCap means
	// that a cap has no room for it, CodeWriterPrice that caps cannot be kept
	// for want of a price: the request must then not be sent.
	Reserve(ctx context.Context, most Usage) (Ticket, error)
}

// Ticket is the right to send one request.
type Ticket interface {
	// Settle books what the request used, and gives back the rest. No tokens
	// means that it is not billed.
	Settle(used Usage)
	// Lose books all that was set aside: the answer is lost or says nothing
	// of what it took, and may be billed.
	Lose()
}

// Meters makes meters: one for each thing that requests are charged to.
type Meters interface {
	Meter(to Charge) Meter
}

type meterKey struct{}

// WithMeter returns a context whose requests to models are paid by the meter.
func WithMeter(ctx context.Context, m Meter) context.Context {
	return context.WithValue(ctx, meterKey{}, m)
}

// MeterOf returns the meter of the context. Without one it is CodeInternal: a
// request that no one pays for must not be sent.
func MeterOf(ctx context.Context) (Meter, error) {
	if m, ok := ctx.Value(meterKey{}).(Meter); ok {
		return m, nil
	}
	return nil, NewError(CodeInternal, messages.RequestWithoutAccount)
}

// Characters for one token, as models' vocabularies cut common text: about four
// of English, about one and a half of scripts that they know less well.
const (
	CharsPerToken        = 4.0
	ForeignCharsPerToken = 1.5
)

// Tokens counts a text by its length. It is how usage is counted for endpoints
// that do not say what they counted.
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
