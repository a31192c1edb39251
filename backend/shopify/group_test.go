package shopify_test

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/demo"
	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/shopify"
)

// spy notes the operations of requests and what they cost.
type spy struct {
	mu     sync.Mutex
	sent   []string
	points float64
}

func (s *spy) RoundTrip(r *http.Request) (*http.Response, error) {
	text, err := io.ReadAll(r.Body)
	if err != nil {
		return nil, err
	}
	r.Body = io.NopCloser(bytes.NewReader(text))
	var request asked
	if err := json.Unmarshal(text, &request); err != nil {
		return nil, err
	}
	answer, err := http.DefaultTransport.RoundTrip(r)
	if err != nil {
		return nil, err
	}
	said, err := io.ReadAll(answer.Body)
	if err != nil {
		return nil, err
	}
	answer.Body = io.NopCloser(bytes.NewReader(said))
	var cost struct {
		Extensions struct {
			Cost struct{ ActualQueryCost float64 }
		}
	}
	if err := json.Unmarshal(said, &cost); err != nil {
		return nil, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.sent = append(s.sent, request.Operation)
	s.points += cost.Extensions.Cost.ActualQueryCost
	return answer, nil
}

func (s *spy) forget() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.sent, s.points = nil, 0
}

func spied(t *testing.T, options demo.Options) (*shopify.Client, *spy) {
	s := &spy{}
	client := demoClientOver(t, options, s)
	t.Cleanup(http.DefaultTransport.(*http.Transport).CloseIdleConnections)
	return client, s
}

// writeTogether writes texts of slots in one group.
func writeTogether(t *testing.T, client *shopify.Client, slots []galley.Slot, texts []map[galley.Field]galley.Value) []galley.GroupEnd {
	t.Helper()
	ends, err := client.WriteGroup(context.Background(), slots, func(_ context.Context, now []galley.SlotContent) ([]*galley.Sending, error) {
		require.Len(t, now, len(slots))
		sendings := make([]*galley.Sending, len(slots))
		for i, values := range texts {
			if values != nil {
				sendings[i] = &galley.Sending{Values: values}
			}
		}
		return sendings, nil
	})
	require.NoError(t, err)
	require.Len(t, ends, len(slots))
	return ends
}

func only(f galley.Field, text string) map[galley.Field]galley.Value {
	return map[galley.Field]galley.Value{f: galley.Text(text)}
}

func slotsOf(f galley.Field, targets ...galley.Target) (slots []galley.Slot) {
	for _, target := range targets {
		slots = append(slots, galley.SlotOf(f, target))
	}
	return slots
}

func TestAllTextsOfAProductAreOneRequest(t *testing.T) {
	client, s := spied(t, demo.Options{Seed: demo.Seed{Products: 3}})
	product := galley.ProductTarget(syncAll(t, client)[0].ID)
	other := galley.ProductTarget(syncAll(t, client)[1].ID)
	before, err := client.Slot(context.Background(), galley.SlotOf(galley.FieldMetaDescription, product))
	require.NoError(t, err)
	s.forget()
	slots := append(slotsOf(galley.FieldTitle, product), slotsOf(galley.FieldDescription, product, other)...)
	slots = append(slots, slotsOf(galley.FieldSEOTitle, product)...)
	ends := writeTogether(t, client, slots, []map[galley.Field]galley.Value{
		only(galley.FieldTitle, "One"), only(galley.FieldDescription, "<p>Two</p>"), nil, only(galley.FieldSEOTitle, "Three"),
	})
	require.Equal(t, []string{"ProductTexts", "ProductUpdate"}, s.sent)
	require.InDelta(t, 13, s.points, 0.1, "two to read and eleven to write, for three texts")
	require.Equal(t, galley.Text("One"), ends[0].Values[galley.FieldTitle])
	require.Equal(t, galley.Text("<p>Two</p>"), ends[1].Values[galley.FieldDescription])
	require.Equal(t, galley.GroupEnd{}, ends[2], "not decided to be sent")
	require.Equal(t, galley.Text("Three"), ends[3].Values[galley.FieldSEOTitle])
	require.Equal(t, before.Values[galley.FieldMetaDescription], ends[3].Sent[galley.FieldMetaDescription], "its sibling goes along as it was")
	now, err := client.Slots(context.Background(), slots)
	require.NoError(t, err)
	require.Equal(t, ends[3].Values, now[3].Values)
	require.NotEqual(t, "<p>Two</p>", now[2].Values[galley.FieldDescription].Text)
}

func TestTitlesOfManyProductsAreReadTogether(t *testing.T) {
	client, s := spied(t, demo.Options{Seed: demo.Seed{Products: 10}})
	var slots []galley.Slot
	var texts []map[galley.Field]galley.Value
	for _, p := range syncAll(t, client) {
		slots = append(slots, galley.SlotOf(galley.FieldTitle, galley.ProductTarget(p.ID)))
		texts = append(texts, only(galley.FieldTitle, "New "+p.Title))
	}
	require.Equal(t, 10, client.GroupMost(galley.PlaceProduct))
	s.forget()
	for i, end := range writeTogether(t, client, slots, texts) {
		require.NoError(t, end.Err)
		require.Equal(t, texts[i][galley.FieldTitle], end.Values[galley.FieldTitle])
	}
	_, err := client.Slots(context.Background(), slots)
	require.NoError(t, err)
	require.Len(t, s.sent, 12)
	require.InDelta(t, 102, s.points, 0.1)
}

// One product of a group is refused, and one request of it has two texts, of which the shop does not
// say which is at fault.
func TestARefusalStaysWithItsProduct(t *testing.T) {
	client, _ := spied(t, demo.Options{Seed: demo.Seed{Products: 3}})
	all := syncAll(t, client)
	a, b, c := galley.ProductTarget(all[0].ID), galley.ProductTarget(all[1].ID), galley.ProductTarget(all[2].ID)
	long := strings.Repeat("x", 256)
	slots := append(slotsOf(galley.FieldTitle, a, b, c), slotsOf(galley.FieldDescription, c)...)
	ends := writeTogether(t, client, slots, []map[galley.Field]galley.Value{
		only(galley.FieldTitle, "Fine"), only(galley.FieldTitle, long), only(galley.FieldTitle, long), only(galley.FieldDescription, "<p>Fine</p>"),
	})
	require.NoError(t, ends[0].Err)
	require.Equal(t, galley.CodeShopRefused, galley.CodeOf(ends[1].Err))
	require.False(t, ends[1].Again, "it was alone in its request")
	for _, end := range ends[2:] {
		require.Equal(t, galley.CodeShopRefused, galley.CodeOf(end.Err))
		require.True(t, end.Again)
		require.Nil(t, end.Sent)
	}
}

func TestAltTextsOfManyImagesAreOneRequest(t *testing.T) {
	client, s := spied(t, demo.Options{Seed: demo.Seed{Products: 40}})
	var targets []galley.Target
	for _, p := range syncAll(t, client) {
		for _, image := range p.Images {
			targets = append(targets, galley.ImageTarget(image.ID))
		}
	}
	require.Greater(t, len(targets), 30)
	targets = targets[:30]
	slots := slotsOf(galley.FieldAltText, targets...)
	texts := make([]map[galley.Field]galley.Value, 30)
	for i := range texts {
		texts[i] = only(galley.FieldAltText, "Alt "+targets[i].ID)
	}
	texts[7] = only(galley.FieldAltText, strings.Repeat("x", 513))
	s.forget()
	ends := writeTogether(t, client, slots, texts)
	require.Equal(t, []string{"ImageAltTexts", "FileUpdate"}, s.sent)
	for i, end := range ends {
		if i == 7 {
			require.Equal(t, galley.CodeShopRefused, galley.CodeOf(end.Err))
			require.False(t, end.Again, "the shop says that it is this one")
			continue
		}
		require.NoError(t, end.Err)
		require.Equal(t, texts[i], end.Values)
	}
	require.LessOrEqual(t, s.points, 12.0)
}

// A file that is gone, or that the shop is at work on, stops a whole fileUpdate: all may go again.
func TestAFileThatStopsAllMayGoAgain(t *testing.T) {
	client := demoClient(t, demo.Options{Seed: demo.Seed{Products: 3}, Faults: "FILE_LOCKED@write=1/1"})
	image := galley.ImageTarget(syncAll(t, client)[0].Images[0].ID)
	gone := galley.ImageTarget("gid://shopify/MediaImage/1")
	ends := writeTogether(t, client, slotsOf(galley.FieldAltText, image, gone), []map[galley.Field]galley.Value{
		only(galley.FieldAltText, "A"), only(galley.FieldAltText, "B"),
	})
	for _, end := range ends {
		require.Error(t, end.Err)
		require.True(t, end.Again)
		require.Nil(t, end.Sent)
	}
}

// A group whose answers are lost: nothing of it is sent again.
func TestLostAnswersOfAGroup(t *testing.T) {
	client := demoClient(t, demo.Options{Seed: demo.Seed{Products: 3}, Faults: "500@write=1/1:after"})
	var slots []galley.Slot
	for _, p := range syncAll(t, client) {
		slots = append(slots, galley.SlotOf(galley.FieldTitle, galley.ProductTarget(p.ID)))
	}
	ends := writeTogether(t, client, slots, []map[galley.Field]galley.Value{only(galley.FieldTitle, "A"), only(galley.FieldTitle, "B"), only(galley.FieldTitle, "C")})
	for _, end := range ends {
		require.Equal(t, galley.CodeOutcomeUnknown, galley.CodeOf(end.Err))
		require.False(t, end.Again)
		require.NotNil(t, end.Sent)
	}
}

// groupsUntilDone writes count titles in groups as the outbox does.
func groupsUntilDone(t *testing.T, client *shopify.Client, count int) {
	if _, err := client.Slot(context.Background(), galley.SlotOf(galley.FieldTitle, target)); err != nil {
		t.Error(err)
	}
	ended := make(chan int)
	for next, busy := 0, 0; next < count || busy > 0; {
		most := client.GroupMost(galley.PlaceProduct)
		n := min(most, count-next)
		if n == 0 || busy+n > max(client.Concurrency(), 2*most) {
			busy -= <-ended
			continue
		}
		var slots []galley.Slot
		for i := range n {
			slots = append(slots, galley.SlotOf(galley.FieldTitle, galley.ProductTarget(productID(next+i))))
		}
		next, busy = next+n, busy+n
		go func() {
			ends, err := client.WriteGroup(context.Background(), slots, func(context.Context, []galley.SlotContent) ([]*galley.Sending, error) {
				sendings := make([]*galley.Sending, n)
				for i := range sendings {
					sendings[i] = oak()
				}
				return sendings, nil
			})
			if err == nil {
				_, err = client.Slots(context.Background(), slots)
			}
			if err != nil {
				t.Error(err)
			}
			for _, end := range ends {
				if end.Err != nil {
					t.Error(end.Err)
				}
			}
			ended <- n
		}()
	}
}

// At every plan's rate and each latency, groups use nearly all that comes back to a bucket within a
// minute, and hardly any request is throttled. Time is held still, so that the machine takes none.
func TestGroupsUseWhatTheBucketPaysFor(t *testing.T) {
	for _, rate := range []float64{100, 200, 1000, 2000} {
		for _, latency := range []time.Duration{20 * time.Millisecond, 80 * time.Millisecond, 300 * time.Millisecond} {
			synctest.Test(t, func(t *testing.T) {
				shop := newSimulator(20*rate, rate, 20*rate)
				shop.latency = func(int) time.Duration { return latency }
				shop.requested = func(operation string, _ int) float64 {
					if operation == "ProductTitles" {
						return 1
					}
					return 10
				}
				shop.actual = shop.requested
				client := simulatedClient(t, shop, nowhere)
				started := time.Now()
				groupsUntilDone(t, client, int(80*rate)/10) // a full bucket, and a minute
				took := time.Since(started).Seconds()
				share := (shop.charged - shop.maximum) / rate / took
				require.GreaterOrEqual(t, share, 0.97, "%v points a second, %v: %v s", rate, latency, took)
				require.LessOrEqual(t, float64(shop.throttled), 0.01*float64(shop.answered))
			})
		}
	}
}

// A Standard shop whose points are used up has groups waiting: a person's text is written before them.
func TestAPersonsTextGoesBeforeGroupsThatWait(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		shop := newSimulator(2000, 100, 300)
		client := simulatedClient(t, shop, nowhere)
		var bulk sync.WaitGroup
		bulk.Go(func() { groupsUntilDone(t, client, 200) })
		time.Sleep(10 * time.Second)
		began := time.Now()
		urgent := galley.Hurry(context.Background())
		_, err := galleytest.WriteField(urgent, client, galley.FieldTitle, galley.ProductTarget(productID(999)), galley.Text("T"))
		require.NoError(t, err)
		took := time.Since(began)
		bulk.Wait()
		require.Less(t, took, time.Second, "its own 26 points and two ways")
		require.Less(t, slices.Index(shop.order, productID(999)), 120, "most of the bulk came after it")
	})
}

// A hundred alt texts are charged as one object: a bucket that holds much less than a write for each of
// them makes none wait.
func TestAGroupReservesWhatItsLikeWasCharged(t *testing.T) {
	var slots []galley.Slot
	for _, p := range syncAll(t, demoClient(t, demo.Options{Seed: demo.Seed{Products: 40}})) {
		for _, image := range p.Images {
			slots = append(slots, galley.SlotOf(galley.FieldAltText, galley.ImageTarget(image.ID)))
		}
	}
	clock := &heldClock{now: time.Now()}
	client := demoClientWith(t, demo.Options{Seed: demo.Seed{Products: 40}, Bucket: 200, RestoreRate: 1}, shopify.Config{Clock: clock})
	slots = slots[:30]
	for _, word := range []string{"One", "Two", "Three"} {
		texts := slices.Repeat([]map[galley.Field]galley.Value{only(galley.FieldAltText, word)}, len(slots))
		for _, end := range writeTogether(t, client, slots, texts) {
			require.NoError(t, end.Err)
		}
	}
	require.Empty(t, clock.sleeps())
}

// A short run does not find its number slowly: beside its points it pays for the ways of six requests.
// Three go by before the first text is charged, while a full bucket takes nothing back, and three at the
// end, when the last texts are read, written and read back. At 300 ms that is 1.8 s of a run of 9 s, and of
// a minute 3 %.
func TestAShortRunLosesOnlyItsWays(t *testing.T) {
	for _, rate := range []float64{100, 1000} {
		for _, latency := range []time.Duration{20 * time.Millisecond, 300 * time.Millisecond} {
			synctest.Test(t, func(t *testing.T) {
				shop := newSimulator(20*rate, rate, 20*rate)
				shop.latency = func(int) time.Duration { return latency }
				shop.requested = func(operation string, _ int) float64 {
					if operation == "ProductTitles" {
						return 1
					}
					return 10
				}
				shop.actual = shop.requested
				client := simulatedClient(t, shop, nowhere)
				started := time.Now()
				groupsUntilDone(t, client, int(2.7*rate))
				took := time.Since(started)
				ideal := time.Duration((shop.charged - shop.maximum) / rate * float64(time.Second))
				require.LessOrEqual(t, took-ideal, 13*latency/2, "%v points a second", rate)
			})
		}
	}
}
