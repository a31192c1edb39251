// Package spend keeps the cost of writing within the caps: it reserves money
// before a request is sent to a model, and books what the request used.
package spend

import (
	"context"
	"log/slog"
	"time"

	"github.com/google/uuid"

	"galley/backend/galley"
	"galley/backend/lease"
)

// A request that does not fit under a cap because of other reservations waits
// until they are settled, except for those of processes that have died or lost
// their lease. patience is longer than any request takes.
const (
	lookAgain = 100 * time.Millisecond
	checkDead = time.Second
	patience  = 6 * time.Minute
)

// Store stores reservations and costs, for all processes of a home.
type Store interface {
	lease.Store
	// Holder names this process in leases.
	Holder() string
	Reserve(ctx context.Context, r galley.Reserve) (galley.Reserved, error)
	SettleReservation(ctx context.Context, id galley.ReservationID, used *galley.Usage) error
	// BookDead books in full what dead processes have reserved, and ends leases
	// of reservations that it has seen go unrenewed for their term.
	BookDead(ctx context.Context) error
	Spend(ctx context.Context) (galley.Spend, error)
	Spending(ctx context.Context, shop galley.ShopID) (galley.Spending, error)
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

// Today returns the cost of writing on this home since local midnight, in US
// dollars.
func (s *Service) Today(ctx context.Context) (galley.Spend, error) { return s.store.Spend(ctx) }

// Spending returns what writing cost on this day and in this month, for one shop
// or with "" for all together, in US dollars.
func (s *Service) Spending(ctx context.Context, shop galley.ShopID) (galley.Spending, error) {
	return s.store.Spending(ctx, shop)
}

// Meter implements galley.Meters.
func (s *Service) Meter(to galley.Charge) galley.Meter { return &meter{s, to} }

type meter struct {
	*Service
	to galley.Charge
}

// Reserve implements galley.Meter. If open reservations fill the cap, it waits
// for them. A request that is not made under the lease of a job has one of its
// own, so that others see when its process stops.
func (m *meter) Reserve(ctx context.Context, most galley.Usage) (galley.Ticket, error) {
	if m.to.Held != nil {
		return m.await(ctx, ticket{meter: m, end: func() {}}, most)
	}
	held, err := lease.Take(ctx, m.store, "request:"+uuid.NewString(), m.store.Holder())
	if err != nil {
		return nil, err
	}
	own := &meter{m.Service, m.to}
	own.to.Held = &held.Lease
	got, err := own.await(ctx, ticket{meter: own, end: held.Release}, most)
	if err != nil {
		held.Release()
	}
	return got, err
}

// await fills in a ticket once there is room for the request.
func (m *meter) await(ctx context.Context, t ticket, most galley.Usage) (galley.Ticket, error) {
	for waited := time.Duration(0); ; waited += lookAgain {
		set, err := m.settings.For(ctx, m.to.ShopID)
		if err != nil {
			return nil, err
		}
		ask := galley.Reserve{Charge: m.to, Most: most, Unproven: waited >= patience || m.to.Batch != ""}
		ask.Caps, ask.ShopCaps = set.Limits()
		if ask.Price, t.assumed, err = m.price(set); err != nil {
			return nil, err
		}
		got, err := m.store.Reserve(ctx, ask)
		switch {
		case err != nil:
			return nil, err
		case got.ID != 0:
			t.id = got.ID
			return t, nil
		case !got.Wait || waited >= patience:
			return nil, m.refusal(got)
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

// price is what the request is reserved and booked at, nil where the price is
// unknown and no cap needs it. A test of the writer shows whether the model is
// available: it is allowed without a price, and booked at an assumed one.
func (m *meter) price(set galley.Settings) (price *galley.Price, assumed bool, err error) {
	if m.to.JobID == "" {
		p, assumed := set.TestPrice(m.to.Writer)
		return &p, assumed, nil
	}
	if p, known := set.PriceOf(m.to.Writer); known {
		if m.to.Batch != "" {
			p = p.Batch()
		}
		return &p, false, nil
	}
	return nil, false, set.NeedsPrice(m.to.Writer)
}

type ticket struct {
	*meter
	id      galley.ReservationID
	assumed bool   // the price
	end     func() // ends the request's lease
}

// ID names what is set aside.
func (t ticket) ID() galley.ReservationID { return t.id }

func (t ticket) Settle(used galley.Usage) {
	used.Estimated = used.Estimated || t.assumed
	t.settle(&used)
}

func (t ticket) Lose() { t.settle(nil) }

// settle outlives its context: an answer is paid for even if the caller has
// gone. What cannot be booked stays reserved, and is booked in full when this
// process ends.
func (t ticket) settle(used *galley.Usage) {
	defer t.end()
	if err := t.store.SettleReservation(context.Background(), t.id, used); err != nil {
		t.log.Error("the cost of a request could not be booked", "job", t.to.JobID, "item", t.to.ItemID, "code", galley.CodeOf(err), "error", err)
	}
}
