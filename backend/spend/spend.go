// Package spend keeps what writing costs within the caps: it sets money aside
// before a request is sent to a model, and books what the request used.
package spend

import (
	"context"
	"log/slog"
	"time"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// A request that finds the room under a cap set aside for others waits until
// they are settled. Requests of processes that have died, or have lost their
// lease, are not waited for. patience is longer than any request takes.
const (
	lookAgain = 100 * time.Millisecond
	checkDead = time.Second
	patience  = 6 * time.Minute
)

// Store keeps money that is set aside, and what was spent.
type Store interface {
	Reserve(ctx context.Context, r galley.Reserve) (galley.Reserved, error)
	SettleReservation(ctx context.Context, id galley.ReservationID, used *galley.Usage) error
	BookDead(ctx context.Context) error
	Spend(ctx context.Context) (galley.Spend, error)
}

// Settings are the preferences in force now.
type Settings interface {
	Get(ctx context.Context) (galley.Settings, error)
}

// Service hands out meters. Caps and prices are read at each reservation, so
// that a change of them holds at once.
type Service struct {
	store    Store
	settings Settings
	clock    galley.Clock
	log      *slog.Logger
}

var _ galley.Meters = (*Service)(nil)

// New makes the service.
func New(store Store, settings Settings, clock galley.Clock, log *slog.Logger) *Service {
	return &Service{store: store, settings: settings, clock: clock, log: log}
}

// Today is what writing has cost since midnight on this home.
func (s *Service) Today(ctx context.Context) (galley.Spend, error) { return s.store.Spend(ctx) }

// Meter implements galley.Meters.
func (s *Service) Meter(to galley.Charge) galley.Meter { return &meter{s, to} }

type meter struct {
	*Service
	to galley.Charge
}

// Reserve implements galley.Meter. Where requests under way hold the room, it
// waits for them.
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
// writer is let through: it is how a person finds out that the model is there.
func (m *meter) priceless(set galley.Settings) error {
	if m.to.JobID == "" {
		return nil
	}
	return set.NeedsPrice(m.to.Writer)
}

// refusal says which cap has no room, and why. What to do about it is for
// callers to add.
func refusal(r galley.Reserved, caps galley.Caps) error {
	spent := dollars(r.Spend.BookedUSD) + " is spent"
	if r.Spend.Estimated {
		spent = "about " + spent
	}
	if r.Spend.ReservedUSD > 0 {
		spent += ", " + dollars(r.Spend.ReservedUSD) + " is set aside for requests under way"
	}
	if r.Cap == galley.CapDay {
		return galley.NewError(galley.CodeSpendCap, messages.DayCapReached(dollars(caps.Day), spent, dollars(r.Needs)))
	}
	return galley.NewError(galley.CodeSpendCap, messages.JobCapReached(dollars(caps.Job), spent, dollars(r.Needs)))
}

type ticket struct {
	*meter
	id galley.ReservationID
}

func (t ticket) Settle(used galley.Usage) { t.settle(&used) }

func (t ticket) Lose() { t.settle(nil) }

// settle outlives what it was made in: an answer is paid for also when nobody
// waits for it any more. What cannot be booked now stays set aside, and is
// booked in full when this process ends.
func (t ticket) settle(used *galley.Usage) {
	if err := t.store.SettleReservation(context.Background(), t.id, used); err != nil {
		t.log.Error("the cost of a request could not be booked", "job", t.to.JobID, "item", t.to.ItemID, "code", galley.CodeOf(err), "error", err)
	}
}
