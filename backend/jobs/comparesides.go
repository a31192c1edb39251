package jobs

import (
	"math"
	"slices"

	"galley/backend/checks"
	"galley/backend/galley"
	"galley/backend/sameness"
)

func left(p galley.ComparedDrafts) (galley.Item, int)  { return p.A, p.LengthA }
func right(p galley.ComparedDrafts) (galley.Item, int) { return p.B, p.LengthB }

// length is a draft's length as its field is measured, 0 without a draft.
func length(item galley.Item) int {
	if item.State != galley.ItemGenerated {
		return 0
	}
	n, _, _ := checks.OffLength(galley.Profile{}, item.Field, item.Content)
	return n
}

// summary sums up the drafts of one side of a comparison.
func summary(job galley.Job, pairs []galley.ComparedDrafts, side func(galley.ComparedDrafts) (galley.Item, int)) galley.SideSummary {
	sum := galley.SideSummary{Unit: checks.LengthUnit(job.Field), CostUSD: job.Usage.CostUSD, Priced: job.Usage.Priced}
	var scores []int
	var total, inRange int
	openings := sameness.NewFinder()
	for _, pair := range pairs {
		item, n := side(pair)
		if item.State != galley.ItemGenerated {
			continue
		}
		sum.Written++
		total += n
		if item.Score != nil {
			scores = append(scores, item.Score.Total)
		}
		if slices.ContainsFunc(item.Warnings, func(w galley.Warning) bool { return w.Severity == galley.SeverityHold }) {
			sum.Held++
		}
		if _, short, long := checks.OffLength(job.Profile, job.Field, item.Content); !short && !long {
			inRange++
		}
		openings.Add(sameness.TextOf(item.Field, item.Content, item.Place.Title))
	}
	if sum.Written > 0 {
		sum.Length = average(total, sum.Written)
	}
	if want := job.Profile.Length(job.Field); want.Min+want.Max > 0 {
		sum.InRange = &inRange
	}
	if len(scores) > 0 {
		score := average(sumOf(scores), len(scores))
		sum.Score = &score
	}
	sum.Alike = inGroups(openings.Groups())
	return sum
}

// inGroups counts the texts that begin as others do, or are equal to others.
func inGroups(groups []sameness.Group) int {
	in := map[int]bool{}
	for _, g := range groups {
		for _, member := range g.Members {
			in[member] = true
		}
	}
	return len(in)
}

func average(total, n int) int { return int(math.Round(float64(total) / float64(n))) }

func sumOf(numbers []int) (total int) {
	for _, n := range numbers {
		total += n
	}
	return total
}
