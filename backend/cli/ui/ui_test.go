package ui

import (
	"bytes"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/mattn/go-runewidth"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/galley/messages"
)

func TestNumbersAndMoney(t *testing.T) {
	for n, want := range map[int]string{0: "0", 7: "7", 999: "999", 1000: "1,000", 1248: "1,248", 100_000: "100,000", 1_234_567: "1,234,567", -1248: "-1,248"} {
		require.Equal(t, want, Count(n))
	}
	for usd, want := range map[float64]string{0: "$0.00", 0.0004: "under $0.01", 0.01: "$0.01", 2.06: "$2.06", 20: "$20.00"} {
		require.Equal(t, want, Money(usd))
	}
	require.Equal(t, "1 alt text", Texts(1, galley.FieldAltText))
	require.Equal(t, "1,248 SEO titles", Texts(1248, galley.FieldSEOTitle))
	require.Equal(t, "a, b and c", listed([]string{"a", "b", "c"}))
	require.Equal(t, "Éclair", capital("éclair"))
}

func TestProgressOfASync(t *testing.T) {
	reading := func(done, total int) galley.SyncProgress {
		return galley.SyncProgress{Progress: galley.NewProgress(done, total)}
	}
	require.Equal(t, "Lumen: 250 of 1,500 products", Synced("Lumen", reading(250, 1500)))
	require.Equal(t, "Lumen: no products to read", Synced("Lumen", reading(0, 0)), "nothing has changed")
}

func TestShortTextsAreOneVisibleLine(t *testing.T) {
	require.Equal(t, "Brass & glass. Two sizes", Short(galley.FieldDescription, "<p>Brass &amp; glass.</p>\n<ul><li>Two sizes</li></ul>", 80))
	require.Equal(t, "Reading…", Short(galley.FieldTitle, "Reading lamp", 8))
	require.Equal(t, "灯りの…", Short(galley.FieldTitle, "灯りの下の本", 7))
}

func TestListsShowDetailsIfThePageIsVerbose(t *testing.T) {
	why := &galley.Reason{Code: galley.CodeShopRefused, Message: messages.AsRecorded("The shop refused."), Detail: "HTTP 422"}
	place := galley.PlaceRef{Title: "Lamp"}
	shop := galley.ShopOverview{Shop: galley.Shop{Name: "North", Halted: why}}
	job := galley.Job{ID: "7", Reason: why, Counts: galley.Counts{Waiting: 1}}
	for name, list := range map[string]func(*Page){
		"No. 3  ": func(p *Page) {
			p.Activity([]galley.Activity{{Entry: galley.Entry{Number: 3, Place: place, Error: why}}}, 1, false)
		},
		"7/1  ":                        func(p *Page) { p.Items([]galley.Item{{ID: "7/1", Place: place, Error: why}}) },
		"Job 7  ":                      func(p *Page) { p.Jobs([]galley.Job{job}, nil) },
		"  ":                           func(p *Page) { p.Shops([]galley.ShopOverview{shop}) },
		"":                             func(p *Page) { p.JobOf(shop, job) },
		"    ":                         func(p *Page) { p.Item(galley.Item{}, nil, []galley.Publication{{Error: why}}) },
		"\n  ":                         func(p *Page) { p.LeftOut([]galley.LeftOut{{ItemID: "7/1", Place: place, Reason: *why}}) },
		" Lamp: The shop refused.\n  ": func(p *Page) { p.LeftAlone([]galley.Item{{ID: "7/1", Place: place, Error: why}}) },
		": The shop refused.\n  ": func(p *Page) {
			p.UndoingEntries(galley.EntriesUndone{Left: []galley.EntryLeft{{Number: 3, Reason: *why}}}, nil, true)
		},
	} {
		var out bytes.Buffer
		list(NewPage(&out).Verbose(true))
		require.Contains(t, out.String(), name+"Details: shop_refused: HTTP 422\n")
		out.Reset()
		list(NewPage(&out))
		require.NotContains(t, out.String(), "Details")
	}
}

func TestTablesAlign(t *testing.T) {
	var out bytes.Buffer
	NewPage(&out).Table([]Column{{"Product", false}, {"Words", true}, {"Status", false}}, [][]Cell{
		Plain("灯り", "1,248", "active"),
		{{"Lamp,\nbrass", ToneGood}, {"7", ToneBad}, {"draft", TonePlain}},
	})
	require.Equal(t, ""+
		"Product      Words  Status\n"+
		"灯り         1,248  active\n"+
		"Lamp, brass      7  draft\n", out.String())
}

func TestEndedJobWhoseDraftsAreWrittenAgainSaysSo(t *testing.T) {
	for _, c := range []struct {
		state galley.JobState
		again galley.RewriteCounts
		want  string
	}{
		{galley.JobCompleted, galley.RewriteCounts{}, "Completed"},
		{galley.JobCompleted, galley.RewriteCounts{Total: 2, Written: 2}, "Completed"},
		{galley.JobCompleted, galley.RewriteCounts{Total: 2, Waiting: 1, Written: 1}, "Writing again"},
		{galley.JobCancelled, galley.RewriteCounts{Total: 2, Waiting: 1, Paused: 1}, "Writing again"},
		{galley.JobCompleted, galley.RewriteCounts{Total: 2, Paused: 2}, "Writing again, paused"},
		{galley.JobRunning, galley.RewriteCounts{Total: 2, Waiting: 2}, "Running"},
	} {
		var out bytes.Buffer
		NewPage(&out).Jobs([]galley.Job{{ID: "1", Name: "All products", Field: galley.FieldTitle, State: c.state, Rewriting: c.again}}, nil)
		row := strings.Split(out.String(), "\n")[1]
		require.Contains(t, row, "  "+c.want+"  ")
	}
}

func TestTablesFitTheTerminal(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var out bytes.Buffer
		p := &Page{w: &out, width: rapid.IntRange(40, 120).Draw(t, "width")}
		cell := rapid.StringMatching(`[a-z灯é ]{0,8}`)
		rows := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) []Cell {
			return Plain(cell.Draw(t, "a"), strings.Repeat("long 灯", rapid.IntRange(0, 40).Draw(t, "n")), cell.Draw(t, "c"))
		}), 0, 5).Draw(t, "rows")
		p.Table([]Column{{"A", false}, {"B", false}, {"C", true}}, rows)
		for line := range strings.Lines(out.String()) {
			if n := runewidth.StringWidth(strings.TrimSuffix(line, "\n")); n > p.width {
				t.Fatalf("%d columns on a terminal of %d: %s", n, p.width, line)
			}
		}
	})
}

func TestColoursOnlyOnTerminals(t *testing.T) {
	var out bytes.Buffer
	p := NewPage(&out)
	require.Equal(t, "Failed", p.tinted("Failed", ToneBad))
	p.color = true
	require.Equal(t, "\x1b[31mFailed\x1b[0m", p.tinted("Failed", ToneBad))
	require.Equal(t, "Queued", p.tinted("Queued", TonePlain))
}

func TestProgressInAPipeIsOccasionalLines(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var out bytes.Buffer
		m := NewMeter(&out)
		for n := range 50 { // five seconds
			m.Show(Written(galley.Job{ID: "3", Progress: galley.NewProgress(n, 50)}))
			time.Sleep(100 * time.Millisecond)
		}
		m.End()
		require.Equal(t, "Job 3: 0 of 50 written, 0 %\nJob 3: 20 of 50 written, 40 %\nJob 3: 40 of 50 written, 80 %\n", out.String())
	})
}

func TestProgressOnATerminalIsOneLine(t *testing.T) {
	var out bytes.Buffer
	m := &Meter{w: &out, live: true}
	m.Show("1 of 2")
	m.Show("1 of 2")
	m.Show("2 of 2")
	m.End()
	require.Equal(t, "\r\x1b[K1 of 2\r\x1b[K2 of 2\n", out.String())
}

func TestStateLabelsAreOneWord(t *testing.T) {
	draft := func(p galley.PublishState, d galley.Decision) galley.ItemStatus {
		return galley.ItemStatus{State: galley.ItemGenerated, Publish: p, Decision: d}
	}
	for want, s := range map[string]galley.ItemStatus{
		"Pending":     {State: galley.ItemPending},
		"Writing":     {State: galley.ItemGenerating},
		"Failed":      {State: galley.ItemFailed, Publish: galley.Unpublished},
		"Unpublished": draft(galley.Unpublished, galley.DecisionOpen),
		"Approved":    draft(galley.Unpublished, galley.DecisionApproved),
		"Rejected":    draft(galley.Unpublished, galley.DecisionRejected),
		"Published":   draft(galley.Published, galley.DecisionRejected),
		"Publishing":  draft(galley.Publishing, galley.DecisionOpen),
		"Conflict":    draft(galley.PublishConflict, galley.DecisionOpen),
	} {
		require.Equal(t, want, itemMark(galley.Item{Mark: s.Mark(), Decision: s.Decision}, toShop).Text)
	}
}

func TestEachMarkHasAWord(t *testing.T) {
	for _, s := range galleytest.ItemStatuses() {
		require.NotEmpty(t, itemMark(galley.Item{Mark: s.Mark(), Decision: s.Decision}, toShop).Text, "%+v", s)
	}
}

func TestEstimatesNameTheirCount(t *testing.T) {
	var out bytes.Buffer
	NewPage(&out).Estimate(galley.FieldMetaDescription, galley.Estimate{
		Matching: 1300, Items: 1248, NotEmpty: 52, Priced: true, CostUSD: 2.06, CostMaxUSD: 2.6,
		Writer: galley.WriterSpec{Kind: galley.WriterOpenAI, Model: "gpt-6-luna"},
	})
	require.Equal(t, ""+
		"1,248 meta descriptions to write for 1,300 products.\n"+
		"52 meta descriptions already there and left alone.\n"+
		"gpt-6-luna: about $2.06, at most $2.60 for 1,248 meta descriptions.\n"+
		"  About: one text in five asked for twice. The first ten show what this model takes; one that thinks first takes more.\n"+
		"  At most: every text asked for twice, each as long as its field allows. Spend caps stop a job before they are passed.\n", out.String())

	out.Reset()
	NewPage(&out).Estimate(galley.FieldTitle, galley.Estimate{Items: 2, Priced: true, CostUSD: 2.06, CostMaxUSD: 2.6, Measured: 120})
	require.Contains(t, out.String(), "  About: what the last 120 texts by this model took, with those asked for twice.\n")
}
