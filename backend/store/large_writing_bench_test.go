package store_test

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/store"
)

// BenchmarkLargeWhileWriting reads a large home while a job saves drafts in it as fast as it can, in steps of 200, and says
// how long the slowest read took. The same without a writer stands beside it.
func BenchmarkLargeWhileWriting(b *testing.B) {
	path := filepath.Join(b.TempDir(), "large.db")
	copyFile(b, largeFile(b, 1), path)
	writer, err := store.Open(b.Context(), path, galleytest.NewClock())
	require.NoError(b, err)
	defer func() { require.NoError(b, writer.Close()) }()
	reader, err := store.Open(b.Context(), path, galleytest.NewClock())
	require.NoError(b, err)
	defer func() { require.NoError(b, reader.Close()) }()
	shop, err := writer.Shop(b.Context(), "Shop 0")
	require.NoError(b, err)
	b.Run("nobody writes", func(b *testing.B) { readBeside(b, reader, "1") })
	b.Run("a job writes", func(b *testing.B) {
		ctx, cancel := context.WithCancel(b.Context())
		w := beginWriting(b, writer, shop.ID)
		var done sync.WaitGroup
		begun := time.Now()
		done.Go(func() { w.saveAll(ctx, b) })
		readBeside(b, reader, w.job)
		b.ReportMetric(float64(w.saved())/time.Since(begun).Seconds(), "drafts/s")
		cancel()
		done.Wait()
	})
}

// readBeside reads what a person looks at, again and again, with a pause as long as a blink.
func readBeside(b *testing.B, s *store.Store, job galley.JobID) {
	b.Helper()
	reads := map[string]func() error{
		"first-page": func() error {
			_, err := s.Items(b.Context(), galley.ItemQuery{JobID: job, Filter: galley.FilterAll, Limit: 100})
			return err
		},
		"review": func() error {
			_, err := s.Items(b.Context(), galley.ItemQuery{JobID: job, Filter: galley.FilterToReview, Order: galley.OrderReview, Limit: 100})
			return err
		},
		"jobs":  func() error { _, err := s.Jobs(b.Context(), ""); return err },
		"inbox": func() error { _, err := s.Inbox(b.Context(), galley.InboxQuery{}); return err },
	}
	took := map[string][]time.Duration{}
	for b.Loop() {
		for name, read := range reads {
			begun := time.Now()
			require.NoError(b, read())
			took[name] = append(took[name], time.Since(begun))
		}
		time.Sleep(20 * time.Millisecond)
	}
	for name, times := range took {
		slices.Sort(times)
		b.ReportMetric(milliseconds(times[len(times)/2]), "ms-"+name+"-median")
		b.ReportMetric(milliseconds(times[len(times)-1]), "ms-"+name+"-most")
	}
}

func milliseconds(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

// jobWriting is a job that saves drafts.
type jobWriting struct {
	store *store.Store
	job   galley.JobID
	held  galley.Lease
	mu    sync.Mutex
	n     int
}

func beginWriting(b *testing.B, s *store.Store, shop galley.ShopID) *jobWriting {
	b.Helper()
	spec := galley.JobSpec{ShopID: shop, Field: galley.FieldTitle, Selection: galley.Selection{All: true}}
	id, err := s.CreateJob(b.Context(), galley.Job{
		ShopID: shop, Type: galley.JobBulkGeneration, Field: spec.Field, Strategy: galley.StrategyReview,
		Writer: galley.WriterSpec{Kind: galley.WriterTemplate}, CreatedAt: time.Now(),
	}, spec)
	require.NoError(b, err)
	held := galley.Lease{Name: "job:" + string(id), Holder: "w"}
	_, err = s.TakeLease(b.Context(), held.Name, held.Holder, time.Hour)
	require.NoError(b, err)
	_, err = s.TakeJob(b.Context(), id, held)
	require.NoError(b, err)
	return &jobWriting{store: s, job: id, held: held}
}

func (w *jobWriting) saved() int {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.n
}

func (w *jobWriting) saveAll(ctx context.Context, b *testing.B) {
	b.Helper()
	for ctx.Err() == nil {
		claimed, err := w.store.Claim(b.Context(), w.job, 200, w.held)
		if err != nil || len(claimed) == 0 {
			b.Error("nothing left to write", err)
			return
		}
		outcomes := make([]galley.Outcome, len(claimed))
		for i, c := range claimed {
			outcomes[i] = galley.Outcome{ID: c.ID, State: galley.ItemGenerated, Draft: &galley.Draft{Content: prose(i+w.n, 40), Author: galley.AuthorModel}}
		}
		if err := w.store.SaveOutcomes(b.Context(), w.job, outcomes, w.held); err != nil {
			b.Error(err)
			return
		}
		w.mu.Lock()
		w.n += len(claimed)
		w.mu.Unlock()
	}
}

func copyFile(b *testing.B, from, to string) {
	b.Helper()
	in, err := os.Open(from)
	require.NoError(b, err)
	defer func() { require.NoError(b, in.Close()) }()
	out, err := os.Create(to)
	require.NoError(b, err)
	_, err = io.Copy(out, in)
	require.NoError(b, err)
	require.NoError(b, out.Close())
}
