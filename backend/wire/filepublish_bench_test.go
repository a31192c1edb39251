package wire_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/wire"
	"galley/backend/wire/wiretest"
)

// manyTexts is how many texts Galley promises to publish to a file shop within
// seconds.
const manyTexts = 20_000

// BenchmarkPublishToFile publishes texts to a file shop and exports them.
//
//	go test -run '^$' -bench PublishToFile -benchtime 1x ./backend/wire
func BenchmarkPublishToFile(b *testing.B) {
	var file strings.Builder
	file.WriteString("Handle,Title,Body (HTML),SEO Title\n")
	for i := range manyTexts {
		fmt.Fprintf(&file, "shirt-%d,Linen shirt %d,\"<p>%s</p>\",\n", i, i, strings.Repeat(fmt.Sprintf("Washed linen number %d. ", i), 30))
	}
	for b.Loop() {
		b.StopTimer()
		w := wiretest.Open(b, wire.Options{})
		w.AddFile("range.csv", file.String())
		job := w.Written(galley.JobSpec{Field: galley.FieldSEOTitle})
		ids := make([]galley.ItemID, manyTexts) // by name, since their titles are alike
		for i := range ids {
			ids[i] = galley.NewItemID(job.ID, i+1)
		}
		_, done, err := w.Publishing.PublishNow(b.Context(), galley.PublishRequest{JobID: job.ID, ItemIDs: ids})
		require.NoError(b, err)
		require.Equal(b, manyTexts, done.Count)
		b.StartTimer()
		begun := time.Now()
		require.NoError(b, w.Dispatcher.RunUntilIdle(b.Context()))
		b.ReportMetric(manyTexts/time.Since(begun).Seconds(), "texts/s")
		begun = time.Now()
		parts, err := w.Products.Export(b.Context(), w.Shop.Shop)
		require.NoError(b, err)
		require.NotEmpty(b, parts)
		b.ReportMetric(time.Since(begun).Seconds(), "s/export")
		b.StopTimer()
		require.NoError(b, w.Close())
		b.StartTimer()
	}
}
