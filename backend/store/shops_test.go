package store_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/store/storetest"
)

func TestShopCountsRunningJobsWithoutPausedOnes(t *testing.T) {
	ctx, clock := context.Background(), galleytest.NewClock()
	s := storetest.Open(t, clock)
	shop := storetest.WithProducts(t, s, clock, galleytest.Products(2))
	spec := galley.JobSpec{ShopID: shop.ID, Field: galley.FieldTitle, Selection: galley.Selection{All: true}}
	var jobs [2]galley.JobID
	for i := range jobs {
		id, err := s.CreateJob(ctx, galley.Job{
			ShopID: shop.ID, Type: galley.TypeFor(spec.Field), Field: spec.Field, Strategy: galley.StrategyReview,
			Writer: galley.WriterSpec{Kind: galley.WriterTemplate}, CreatedAt: clock.Now(),
		}, spec)
		require.NoError(t, err)
		jobs[i] = id
	}
	running := func() int {
		shop, err := s.ShopOverview(ctx, shop.ID)
		require.NoError(t, err)
		return shop.RunningJobs
	}
	require.Equal(t, 2, running())
	require.NoError(t, s.MoveJob(ctx, jobs[0], galley.JobPaused, nil))
	require.Equal(t, 1, running())
	require.NoError(t, s.MoveJob(ctx, jobs[0], galley.JobRunning, nil))
	require.Equal(t, 2, running())
}

func TestTextThatNamesSeveralShopsIsRefusedWithTheirNames(t *testing.T) {
	ctx, clock := context.Background(), galleytest.NewClock()
	s := storetest.Open(t, clock)
	for id, name := range map[galley.ShopID]string{"one": "North", "two": "South", "products.csv": "East"} {
		require.NoError(t, s.AddShop(ctx, galley.Shop{ID: id, Name: name, Kind: galley.ShopFile, Domain: "Export.csv", CreatedAt: clock.Now()}))
	}
	_, err := s.Shop(ctx, "export.csv")
	require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err))
	require.Equal(t, `"export.csv" names more than one shop: East (products.csv), North (one), South (two). Nothing was changed. Use the id of one of them.`, galley.MessageOf(err))

	require.NoError(t, s.AddShop(ctx, galley.Shop{ID: "four", Name: "products.csv", Kind: galley.ShopFile, CreatedAt: clock.Now()}))
	byID, err := s.Shop(ctx, "products.csv")
	require.NoError(t, err)
	require.Equal(t, "East", byID.Name, "an id takes precedence")
}

func TestFindsAShopByIDNameDomainAndKind(t *testing.T) {
	ctx, clock := context.Background(), galleytest.NewClock()
	s := storetest.Open(t, clock)
	for id, shop := range map[galley.ShopID]galley.Shop{
		"one": {Name: "Äpfel & Birnen", Kind: galley.ShopFile, Domain: "products.csv"}, "two": {Name: "Quillmoor", Kind: galley.ShopShopify, Domain: "north.myshopify.com"},
		"three": {Name: "Samples", Kind: galley.ShopDemo},
	} {
		shop.ID, shop.CreatedAt = id, clock.Now()
		require.NoError(t, s.AddShop(ctx, shop))
	}
	for asked, want := range map[string]galley.ShopID{
		"one": "one", "Äpfel & Birnen": "one", "äpfel & BIRNEN": "one", "QUILLMOOR": "two", "demo": "three", "samples": "three",
		"north.myshopify.com": "two", "North.MyShopify.com": "two", "products.csv": "one",
	} {
		shop, err := s.Shop(ctx, asked)
		require.NoError(t, err, asked)
		require.Equal(t, want, shop.ID, asked)
	}
	for _, asked := range []string{"", "Demo", "quill%", "four"} {
		_, err := s.Shop(ctx, asked)
		require.True(t, galley.HasCode(err, galley.CodeNotFound), asked)
	}
	require.NoError(t, s.AddShop(ctx, galley.Shop{ID: "four", Name: "demo", Kind: galley.ShopFile, CreatedAt: clock.Now()}))
	shop, err := s.Shop(ctx, "demo")
	require.NoError(t, err)
	require.Equal(t, galley.ShopID("four"), shop.ID, "a name goes before a kind")
	require.True(t, galley.HasCode(s.AddShop(ctx, galley.Shop{ID: "five", Name: "ÄPFEL & birnen", Kind: galley.ShopFile}), galley.CodeInvalidInput))
}
