package main

import (
	"fmt"
	"strings"
	"time"
)

const ours = "Galley"

// row is what one client did with one work: a line of the table. Every part of the benchmark gives such
// rows, Galley's among those of each work.
type row struct {
	work    string // publishing, Plus, 80 ms
	client  string
	took    time.Duration
	ideal   time.Duration // in which what the client used could have been had at the earliest; 0 where nothing says
	each    string        // what one text or product cost: 11.4 points
	refused float64       // the share of requests that were turned away, of 1; -1 where there are none
	right   string        // 240 of 240
}

// table is Markdown: all rows, with their time beside Galley's for the same work.
func table(rows []row) string {
	var b strings.Builder
	b.WriteString("| work | client | seconds | of the ideal | each | refused | right | time ÷ Galley's |\n")
	b.WriteString("| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |\n")
	for _, r := range rows {
		refused := ""
		if r.refused >= 0 {
			refused = fmt.Sprintf("%.1f %%", 100*r.refused)
		}
		used := ""
		if r.ideal > 0 {
			used = fmt.Sprintf("%.0f %%", 100*r.ideal.Seconds()/r.took.Seconds())
		}
		fmt.Fprintf(&b, "| %s | %s | %.1f | %s | %s | %s | %s | %.2f |\n", r.work, r.client, r.took.Seconds(), used, r.each, refused, r.right, r.took.Seconds()/galleysTime(rows, r.work).Seconds())
	}
	return b.String()
}

// galleysTime is what Galley took for a work; a run that leaves it out has no ratio.
func galleysTime(rows []row, work string) time.Duration {
	for _, r := range rows {
		if r.work == work && r.client == ours {
			return r.took
		}
	}
	return 0
}

// windowTable is Markdown. Memory is of the window's own process; those of the web view are apart.
func windowTable(rows []windowRow) string {
	var b strings.Builder
	b.WriteString("| window | something painted, warm; cold | ÷ bare | words painted, warm; cold | ÷ bare | content painted, warm; cold | ÷ bare | memory: own | with its share (PSS) | all mapped (RSS) |\n")
	b.WriteString("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n")
	ms := func(warm, cold time.Duration) string {
		return fmt.Sprintf("%d; %d ms", warm.Milliseconds(), cold.Milliseconds())
	}
	for _, row := range rows {
		bare := rows[0]
		fmt.Fprintf(&b, "| %s | %s | %.2f; %.2f | %s | %.2f; %.2f | %s | %.2f; %.2f | %.0f MB | %.0f MB | %.0f MB |\n", row.name,
			ms(row.warm.painted, row.cold.painted),
			row.warm.painted.Seconds()/bare.warm.painted.Seconds(), row.cold.painted.Seconds()/bare.cold.painted.Seconds(),
			ms(row.warm.words, row.cold.words),
			row.warm.words.Seconds()/bare.warm.words.Seconds(), row.cold.words.Seconds()/bare.cold.words.Seconds(),
			ms(row.warm.content, row.cold.content),
			row.warm.content.Seconds()/bare.warm.content.Seconds(), row.cold.content.Seconds()/bare.cold.content.Seconds(),
			row.warm.memory.own, row.warm.memory.pss, row.warm.memory.rss)
	}
	return b.String()
}
