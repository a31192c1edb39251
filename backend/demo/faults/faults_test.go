package faults_test

import (
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/demo/faults"
	"galley/backend/galley"
)

var (
	read  = faults.Request{Operation: "ProductTitles", Fields: []string{"nodes"}, Named: true}
	write = faults.Request{Operation: "ProductUpdate", Fields: []string{"productUpdate"}, Write: true, Named: true}
	alt   = faults.Request{Operation: "FileUpdate", Fields: []string{"fileUpdate"}, Write: true, Named: true}
	page  = faults.Request{Operation: "ProductsPage", Fields: []string{"products"}}
)

func parse(t *testing.T, spec string) *faults.Plan {
	t.Helper()
	plan, err := faults.Parse(spec)
	require.NoError(t, err, spec)
	return plan
}

// faultedRequests lists, from 1, which of n requests the plan strikes.
func faultedRequests(plan *faults.Plan, n int, request faults.Request) []int {
	var hits []int
	for i := 1; i <= n; i++ {
		if hit, version := plan.Next(request); hit != nil || version != nil {
			hits = append(hits, i)
		}
	}
	return hits
}

func TestRates(t *testing.T) {
	for spec, want := range map[string][]int{
		"500":                     {1, 2, 3, 4, 5, 6, 7, 8, 9, 10},
		"500=100%":                {1, 2, 3, 4, 5, 6, 7, 8, 9, 10},
		"500=0%":                  nil,
		"500=1/1":                 {1, 2, 3, 4, 5, 6, 7, 8, 9, 10},
		"500=1/4":                 {4, 8},
		"500=2/5":                 {3, 5, 8, 10},
		"500@after=7":             {8, 9, 10},
		"500@after=3=1/2":         {5, 7, 9},
		"500=1/2@after=3":         {5, 7, 9},
		"500=1/3:times=2":         {3, 6},
		"500:times=1":             {1},
		"500@after=2:times=2":     {3, 4},
		"version=2027-01:times=2": {1, 2},
	} {
		require.Equal(t, want, faultedRequests(parse(t, spec), 10, read), spec)
	}
}

func TestSpacesAroundAPart(t *testing.T) {
	require.Equal(t, []int{4, 8}, faultedRequests(parse(t, " seed=3,\t500=1/4 \n"), 10, read))
}

func TestFaultRateIsCloseToItsChance(t *testing.T) {
	require.InDelta(t, 500, len(faultedRequests(parse(t, "500=5%"), 10_000, read)), 60)
	require.InDelta(t, 50, len(faultedRequests(parse(t, "500=0.5%"), 10_000, read)), 20)
}

func TestSameSeedGivesSameFaults(t *testing.T) {
	course := func(spec string) []int { return faultedRequests(parse(t, spec), 400, read) }
	first, second := course("500=10%"), course("500=10%")
	require.Equal(t, first, second)
	require.Equal(t, course("500=10%,seed=7"), course("seed=7,500=10%"))
	require.NotEqual(t, course("500=10%"), course("500=10%,seed=7"))
	both := parse(t, "500@read=10%,502@write=10%")
	require.NotEqual(t, faultedRequests(both, 400, read), faultedRequests(both, 400, write), "each fault has dice of its own")
}

func TestPlaces(t *testing.T) {
	requests := map[string]faults.Request{"read": read, "write": write, "alt": alt, "page": page}
	for spec, want := range map[string]string{
		"500":                       "alt page read write",
		"500@read":                  "page read",
		"500@write":                 "alt write",
		"500@productUpdate":         "write",
		"500@ProductUpdate":         "write",
		"500@nodes":                 "read",
		"500@productupdate":         "",
		"500@write@fileUpdate":      "alt",
		"500@read@fileUpdate":       "",
		"userErrors":                "alt write",
		"userErrors@fileUpdate":     "alt",
		"tidied":                    "alt write",
		"deleted":                   "alt read write",
		"changed@read":              "read",
		"partial":                   "page",
		"version=2027-01@products":  "page",
		"version=2027-01@productUp": "",
	} {
		var met []string
		for _, name := range []string{"alt", "page", "read", "write"} {
			if len(faultedRequests(parse(t, spec), 1, requests[name])) == 1 {
				met = append(met, name)
			}
		}
		require.Equal(t, want, strings.Join(met, " "), spec)
	}
}

func TestOnlyTheFirstMatchingFaultApplies(t *testing.T) {
	plan := parse(t, "500=1/2,502=1/2,version=2027-01")
	var kinds []faults.Kind
	for range 6 {
		hit, version := plan.Next(read)
		require.Equal(t, "2027-01", version.Name, "a version is no bar to other faults")
		if hit == nil {
			hit = &faults.Hit{}
		}
		kinds = append(kinds, hit.Kind)
	}
	require.Equal(t, []faults.Kind{"", "500", "502", "500", "", "500"}, kinds)
	require.Equal(t, []faults.Count{
		{Fault: "500=1/2", Met: 6, Fired: 3}, {Fault: "502=1/2", Met: 6, Fired: 1}, {Fault: "version=2027-01", Met: 6, Fired: 6},
	}, plan.Counts())
}

func TestFaultSyntax(t *testing.T) {
	for spec, want := range map[string]faults.Hit{
		"throttled":           {Kind: faults.Throttled},
		"429":                 {Kind: faults.TooMany, RetryAfter: "2.0"},
		"429:retry-after=1.5": {Kind: faults.TooMany, RetryAfter: "1.5"},
		"503:retry-after=4.0": {Kind: faults.Unavailable, RetryAfter: "4.0"},
		"503":                 {Kind: faults.Unavailable},
		"500:after":           {Kind: faults.Internal, After: true},
		"html:after:times=2":  {Kind: faults.HTML, After: true},
		"silence":             {Kind: faults.Silence, After: true, Length: 30 * time.Second},
		"silence:1m5s:before": {Kind: faults.Silence, Length: 65 * time.Second},
		"null":                {Kind: faults.Null, After: true},
		"null:before":         {Kind: faults.Null},
		"cut-before":          {Kind: faults.CutBefore},
		"cut-after":           {Kind: faults.CutAfter, After: true},
		"truncated":           {Kind: faults.Truncated, After: true},
		"userErrors":          {Kind: faults.UserErrors},
	} {
		hit, _ := parse(t, spec).Next(write)
		require.Equal(t, &want, hit, spec)
	}
	_, version := parse(t, "version=2027-04:without=productUpdate").Next(write)
	require.Equal(t, &faults.OtherVersion{Name: "2027-04", Without: "productUpdate"}, version)
}

// TestSentences: what is wrong is shown, by its place and in words.
func TestSentences(t *testing.T) {
	for spec, want := range map[string]struct{ bad, says string }{
		"thottled=5%":                {"thottled", `Part 1 of the faults, "thottled=5%", cannot be used: there is no fault "thottled". There are throttled, 429, `},
		"500=5%, 4O1=1%":             {"4O1", `Part 2 of the faults, "4O1=1%", cannot be used: there is no fault "4O1".`},
		"500,":                       {"", "the name of a fault is missing"},
		"500,,html":                  {"", "the name of a fault is missing"},
		"@write":                     {"", "the name of a fault is missing"},
		"500=5":                      {"5", `"5" is no rate. Rates are a chance, such as 5% or 0.5%, or each so many, such as 1/20`},
		"500=101%":                   {"101%", "is no rate"},
		"500=-1%":                    {"-1%", "is no rate"},
		"500=NaN%":                   {"NaN%", "is no rate"},
		"500=":                       {"", "is no rate"},
		"500=3/2":                    {"3/2", "is no rate"},
		"500=0/2":                    {"0/2", "is no rate"},
		"500=1/99999999999999999999": {"1/99999999999999999999", "is no rate"},
		"500=5%=6%":                  {"6%", "it has two values"},
		"500@=5%":                    {"", `"" is no place`},
		"500@product-update":         {"product-update", "is no place. Places are read, write, after=200, or the name of an operation"},
		"userErrors@read":            {"read", "userErrors strikes writes only"},
		"401@after":                  {"after", "after how many requests is missing"},
		"401@after=x":                {"x", "after how many requests is a whole number"},
		"401@after=-1":               {"-1", "after how many requests is a whole number"},
		"500:times":                  {"times", `"times" is no option of 500. It has times=3, before, after.`},
		"500:times=0":                {"0", "how many times is a whole number above 0"},
		"500:times=1:times=2":        {"times", "twice"},
		"500:30s":                    {"30s", `"30s" is no option of 500`},
		"402:before":                 {"before", `"before" is no option of 402. It has times=3.`},
		"silence:forever":            {"forever", "It has times=3, before, after, 30s."},
		"silence:-3s":                {"-3s", "is no option of silence"},
		"silence:99h":                {"99h", "is no option of silence"},
		"429:retry-after=soon":       {"soon", "retry-after is a number of seconds"},
		"429:retry-after=NaN":        {"NaN", "retry-after is a number of seconds"},
		"500:retry-after=1":          {"retry-after", "is no option of 500"},
		"version":                    {"version", "the version is missing, as in version=2027-01"},
		"version=2027-02":            {"2027-02", `"2027-02" is no version. Versions look like 2027-01`},
		"version=2027-01:without=":   {"", "the name of a root field"},
		"seed":                       {"seed", "a seed is a whole number, as in seed=7"},
		"500=5%,seed=-1":             {"-1", "a seed is a whole number"},
		"seed=1=2":                   {"1=", "a seed is a whole number"},
	} {
		_, err := faults.Parse(spec)
		require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err), spec)
		require.Contains(t, galley.MessageOf(err), want.says, spec)
		var syntax *faults.SyntaxError
		require.ErrorAs(t, err, &syntax)
		require.Equal(t, want.bad, spec[syntax.Offset:syntax.Offset+syntax.Length], spec)
	}
}

func TestNoFaults(t *testing.T) {
	for _, plan := range []*faults.Plan{nil, parse(t, ""), parse(t, "  "), parse(t, "seed=4")} {
		require.Empty(t, faultedRequests(plan, 10, write))
		require.Empty(t, plan.Counts())
	}
}

func TestFaultsAreExactUnderConcurrency(t *testing.T) {
	plan := parse(t, "500=1/4,cut-after@write=1/3")
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() { faultedRequests(plan, 300, write) })
	}
	all.Wait()
	require.Equal(t, []faults.Count{{Fault: "500=1/4", Met: 2400, Fired: 600}, {Fault: "cut-after@write=1/3", Met: 2400, Fired: 600}}, plan.Counts())
}

func FuzzParse(f *testing.F) {
	for _, spec := range []string{
		"throttled=5%,500@productUpdate=1/20,cut-before@write=3%,cut-after@write=3%,truncated=2%,html=1%,silence=0.5%:30s," +
			"429=2%:retry-after=1.5,userErrors@fileUpdate=2%,null=1%,401@after=200,402,403,423,deleted@productUpdate=1/50," +
			"changed@productUpdate=1/50,version=2027-01,seed=7",
		"500@after=3@write=1/2:times=2:after", "version=2027-01:without=nodes", "@=:", "500=1/0", "seed=", " 500 , 502\n", "=:@,:=@",
	} {
		f.Add(spec)
	}
	f.Fuzz(func(t *testing.T, spec string) {
		plan, err := faults.Parse(spec)
		if err != nil {
			var syntax *faults.SyntaxError
			require.ErrorAs(t, err, &syntax)
			require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err))
			require.LessOrEqual(t, 0, syntax.Offset)
			require.LessOrEqual(t, syntax.Offset+syntax.Length, len(spec))
			return
		}
		var written []string
		for _, count := range plan.Counts() {
			written = append(written, count.Fault)
		}
		again := parse(t, strings.Join(written, ","))
		require.Len(t, again.Counts(), len(written), "what was read can be read again")
		for range 40 {
			for _, request := range []faults.Request{read, write, alt, page} {
				hit, _ := plan.Next(request)
				require.True(t, hit == nil || hit.Kind != "")
			}
		}
		for _, count := range plan.Counts() {
			require.LessOrEqual(t, count.Fired, count.Met)
		}
	})
}
