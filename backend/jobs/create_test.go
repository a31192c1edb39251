package jobs_test

import (
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
)

func TestJobSelection(t *testing.T) {
	d := newDesk(t, 30)
	for name, c := range map[string]struct {
		field galley.Field
		spec  func(*galley.JobSpec)
		want  int
		label string
	}{
		"all":                  {galley.FieldTitle, nil, 30, "All products"},
		"each picture":         {galley.FieldAltText, nil, 60, "All products"},
		"pictures without alt": {galley.FieldAltText, func(s *galley.JobSpec) { s.OnlyEmpty = true }, 30, "All products, only empty"},
		"no SEO title":         {galley.FieldSEOTitle, func(s *galley.JobSpec) { s.OnlyEmpty = true }, 10, "All products, only empty"},
		"search":               {galley.FieldTitle, func(s *galley.JobSpec) { s.Selection = galley.Selection{Search: "lamp 000"} }, 10, "Search “lamp 000”"},
		"handles":              {galley.FieldTitle, func(s *galley.JobSpec) { s.Selection = galley.Selection{Handles: []string{"lamp-0003", "lamp-0004"}} }, 2, "2 products"},
		"ids": {galley.FieldTitle, func(s *galley.JobSpec) {
			s.Selection = galley.Selection{ProductIDs: []string{"gid://shopify/Product/1003"}}
		}, 1, "1 product"},
		"a vendor": {galley.FieldTitle, func(s *galley.JobSpec) {
			s.Selection.Filter = &galley.ProductFilter{Vendor: galley.Choice{"Aldermill"}, Status: galley.Choice{"active"}}
		}, 30, "Vendor Aldermill, Status active"},
		"what a filter leaves of a search": {galley.FieldTitle, func(s *galley.JobSpec) {
			s.Selection = galley.Selection{Search: "lamp", Filter: &galley.ProductFilter{Without: galley.Choice{string(galley.FieldSEOTitle)}}}
		}, 10, "Search “lamp”, without SEO title"},
		"a sample":        {galley.FieldTitle, func(s *galley.JobSpec) { s.Sample = 7 }, 7, "Sample of 7, All products"},
		"a sample of few": {galley.FieldTitle, func(s *galley.JobSpec) { s.Sample, s.Selection = 10, galley.Selection{Search: "lamp 0001"} }, 1, "Sample of 10, Search “lamp 0001”"},
		"all matching but some": {galley.FieldTitle, func(s *galley.JobSpec) {
			s.Selection = galley.Selection{All: true, Except: []string{"gid://shopify/Product/1003"}}
		}, 29, "All products but 1"},
	} {
		job := d.create(c.field, c.spec)
		require.Equal(t, c.want, job.Counts.Total, name)
		require.Equal(t, c.label, job.Name, name)

		spec := galley.JobSpec{ShopID: d.shop.ID, Field: c.field, Selection: galley.Selection{All: true}}
		if c.spec != nil {
			c.spec(&spec)
		}
		e, err := d.Estimate(context.Background(), spec)
		require.NoError(t, err)
		require.Equal(t, c.want, e.Items, name)
		require.Equal(t, c.want*122, e.InputTokens, name)
		require.LessOrEqual(t, e.CostUSD, e.CostMaxUSD)
		require.Len(t, e.Sample, min(3, c.want))
	}
}

func TestSampleIsSpreadOverSelection(t *testing.T) {
	d := newDesk(t, 100)
	job := d.create(galley.FieldTitle, func(s *galley.JobSpec) { s.Sample = 10 })
	var handles []string
	for _, it := range d.items(job, galley.FilterAll) {
		handles = append(handles, it.Product.Handle)
	}
	require.Equal(t, []string{
		"lamp-0000", "lamp-0010", "lamp-0020", "lamp-0030", "lamp-0040",
		"lamp-0050", "lamp-0060", "lamp-0070", "lamp-0080", "lamp-0090",
	}, handles)
	require.Equal(t, galley.NewItemID(job.ID, 1), d.items(job, galley.FilterAll)[0].ID)
}

func TestRefusesEmptyJob(t *testing.T) {
	d := newDesk(t, 3)
	for name, spec := range map[string]galley.JobSpec{
		"nothing chosen":   {ShopID: d.shop.ID, Field: galley.FieldTitle},
		"nothing matches":  {ShopID: d.shop.ID, Field: galley.FieldTitle, Selection: galley.Selection{Search: "chair"}},
		"one is not there": {ShopID: d.shop.ID, Field: galley.FieldTitle, Selection: galley.Selection{Handles: []string{"lamp-0001", "chair"}}},
		"unknown field":    {ShopID: d.shop.ID, Field: "subtitle", Selection: galley.Selection{All: true}},
		"unknown filter": {ShopID: d.shop.ID, Field: galley.FieldTitle, Selection: galley.Selection{
			All: true, Filter: &galley.ProductFilter{Without: galley.Choice{"subtitle"}},
		}},
		"unknown strategy":  {ShopID: d.shop.ID, Field: galley.FieldTitle, Strategy: "yolo", Selection: galley.Selection{All: true}},
		"long instructions": {ShopID: d.shop.ID, Field: galley.FieldTitle, Instructions: strings.Repeat("a", 8001), Selection: galley.Selection{All: true}},
	} {
		_, err := d.Create(context.Background(), spec)
		want := galley.CodeInvalidInput
		if name == "one is not there" {
			want = galley.CodeNotFound
		}
		require.Equal(t, want, galley.CodeOf(err), name)
	}
	all, err := d.List(context.Background(), "")
	require.NoError(t, err)
	require.Empty(t, all)
}

func TestLaterSettingsDoNotReachAJob(t *testing.T) {
	d := newDesk(t, 2)
	job := d.create(galley.FieldTitle, func(s *galley.JobSpec) { s.Instructions = " House voice. " })
	d.set.Strategy = galley.StrategyPublish
	d.set.Writer.Model = "another"
	job = d.wait(job)
	require.Equal(t, galley.StrategyReview, job.Strategy)
	require.Equal(t, "m", job.Writer.Model)
	require.Equal(t, "House voice.", job.Instructions)
}
