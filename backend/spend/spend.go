// Package spend keeps the cost of writing within the caps: it reserves money
// before a request is sent to a model, and books what the request used.
package spend

import (
	"context"
	"log/slog"
	"time"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// A request that does not fit under a cap because of other reservations waits
// until they are settled, except for those of processes that have died or lost
// their lease. patience is longer than any request takes.
const (
	lookAgain = 100 * time.Millisecond
	checkDead = time.Second
	patience  = 6 * time.Minute
)

// Store stores reservations and costs.
type Store interface {
	Reserve(ctx context.Context, r galley.Reserve) (galley.Reserved, error)
	SettleReservation(ctx context.Context, id galley.ReservationID, used *galley.Usage) error
	BookDead(ctx context.Context) error
	Spend(ctx context.Context) (galley.Spend, error)
}

// Service creates meters. Caps and prices are read at each reservation, so
// changes apply at once.
type Service struct {
	store    Store
	settings galley.SettingsSource
	clock    galley.Clock
	log      *slog.Logger
}

var _ galley.Meters = (*Service)(nil)

// New makes the service.
func New(store Store, settings galley.SettingsSource, clock galley.Clock, log *slog.Logger) *Service {
	return &Service{store: store, settings: settings, clock: clock, log: log}
}

// Today is the cost of writing since midnight on this home.
func (s *Service) Today(ctx context.Context) (galley.Spend, error) { return s.store.Spend(ctx) }

// Meter implements galley.Meters.
func (s *Service) Meter(to galley.Charge) galley.Meter { return &meter{s, to} }

type meter struct {
	*Service
	to galley.Charge
}

// Reserve implements galley.Meter. If open reservations fill the cap, it waits
// for them.
func (m *meter) Reserve(ctx context.Context, most galley.Usage) (galley.Ticket, error) {
	for waited := time.Duration(0); ; waited += lookAgain {
		set, err := m.settings.Get(ctx)
		if err != nil {
			return nil, err
		}
		ask := galley.Reserve{Charge: m.to, Most: most, Caps: set.Caps, Unproven: waited >= patience}
		if price, known := set.PriceOf(m.to.Writer); known {
			ask.Price = &price
		} else if err := m.priceless(set); err != nil {
			return nil, err
		}
		got, err := m.store.Reserve(ctx, ask)
		switch {
		case err != nil:
			return nil, err
		case got.ID != 0:
			return ticket{m, got.ID}, nil
		case !got.Wait || waited >= patience:
			return nil, refusal(got, set.Caps)
		}
		if waited%checkDead == 0 {
			if err := m.store.BookDead(ctx); err != nil {
				return nil, err
			}
		}
		if err := m.clock.Sleep(ctx, lookAgain); err != nil {
			return nil, err
		}
	}
}

// priceless refuses a request without a price while caps are set. A test of the
// writer is allowed: it shows whether the model is available.
func (m *meter) priceless(set galley.Settings) error {
	if m.to.JobID == "" {
		return nil
	}
	return set.NeedsPrice(m.to.Writer)
}

// refusal says which cap is reached, and why. Callers add what to do about it.
func refusal(r galley.Reserved, caps galley.Caps) error {
	spent := messages.Spent(r.Spend.BookedUSD)
	if r.Spend.Estimated {
		spent = messages.AboutSpent(r.Spend.BookedUSD)
	}
	if r.Spend.ReservedUSD > 0 {
		spent = messages.SpentAndSetAside(spent, r.Spend.ReservedUSD)
	}
	if r.Cap == galley.CapDay {
		return galley.NewError(galley.CodeSpendCap, messages.DayCapReached(caps.Day, spent, r.Needs))
	}
	return galley.NewError(galley.CodeSpendCap, messages.JobCapReached(caps.Job, spent, r.Needs))
}

type ticket struct {
	*meter
	id galley.ReservationID
}

func (t ticket) Settle(used galley.Usage) { t.settle(&used) }

func (t ticket) Lose() { t.settle(nil) }

// settle outlives its context: an answer is paid for even if the caller has
// gone. What cannot be booked stays reserved, and is booked in full when this
// process ends.
func (t ticket) settle(used *galley.Usage) {
	if err := t.store.SettleReservation(context.Background(), t.id, used); err != nil {
		t.log.Error("the cost of a request could not be booked", "job", t.to.JobID, "item", t.to.ItemID, "code", galley.CodeOf(err), "error", err)
	}
}
