package main

import (
	"fmt"
	"strings"
	"time"
)

const ours = "Galley"

// leastPoints is what a write of a product costs, with no point for a comparison.
const leastPoints = 10

// publishingTable is Markdown: for each plan and latency the clients, and a row for the shop that is only
// written to, at its least cost and without any delay.
func publishingTable(rows []outcome) string {
	var b strings.Builder
	b.WriteString("| plan, latency | client | seconds | of what its points allow | points a text | throttled | texts right | time ÷ Galley's |\n")
	b.WriteString("| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |\n")
	for i, row := range rows {
		took, galleys := row.use.Took(), galleysTime(rows, row)
		fmt.Fprintf(&b, "| %s | %s | %.1f | %.0f %% | %.1f | %.1f %% | %s | %.2f |\n",
			row.cell(), row.client, took.Seconds(), 100*row.ideal(row.use.Points).Seconds()/took.Seconds(), row.pointsPerText(),
			100*float64(row.use.Throttled)/float64(row.use.Requests), row.rightTexts(), took.Seconds()/galleys.Seconds())
		if i+1 == len(rows) || rows[i+1].cell() != row.cell() {
			least := row.ideal(leastPoints * float64(row.texts))
			fmt.Fprintf(&b, "| %s | *least: writes alone* | %.1f | 100 %% | %d.0 | | | %.2f |\n",
				row.cell(), least.Seconds(), leastPoints, least.Seconds()/galleys.Seconds())
		}
	}
	return b.String()
}

func (o outcome) cell() string { return fmt.Sprintf("%s, %d ms", o.plan.name, o.latency) }

func (o outcome) rightTexts() string {
	said := fmt.Sprintf("%d of %d", o.right, o.texts)
	if o.astray > 0 {
		said += fmt.Sprintf(", %d others changed", o.astray)
	}
	return said
}

// galleysTime is what Galley took for the cell of a row.
func galleysTime(rows []outcome, of outcome) time.Duration {
	for _, row := range rows {
		if row.cell() == of.cell() && row.client == ours {
			return row.use.Took()
		}
	}
	return 0
}

// windowTable is Markdown. Memory is of the window's own process; those of the web view are apart.
func windowTable(rows []windowRow) string {
	var b strings.Builder
	b.WriteString("| window | something painted, warm; cold | ÷ bare | words painted, warm; cold | ÷ bare | memory: own | with its share (PSS) | all mapped (RSS) |\n")
	b.WriteString("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n")
	ms := func(warm, cold time.Duration) string {
		return fmt.Sprintf("%d; %d ms", warm.Milliseconds(), cold.Milliseconds())
	}
	for _, row := range rows {
		bare := rows[0]
		fmt.Fprintf(&b, "| %s | %s | %.2f; %.2f | %s | %.2f; %.2f | %.0f MB | %.0f MB | %.0f MB |\n", row.name,
			ms(row.warm.painted, row.cold.painted),
			row.warm.painted.Seconds()/bare.warm.painted.Seconds(), row.cold.painted.Seconds()/bare.cold.painted.Seconds(),
			ms(row.warm.words, row.cold.words),
			row.warm.words.Seconds()/bare.warm.words.Seconds(), row.cold.words.Seconds()/bare.cold.words.Seconds(),
			row.warm.memory.own, row.warm.memory.pss, row.warm.memory.rss)
	}
	return b.String()
}
