package checks

import (
	"math"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// Default points of a rule.
const (
	goodPoints = galley.BestPoints
	fairPoints = 6
	poorPoints = 3
)

// scorecard collects the rules that apply to a text.
type scorecard struct{ rules []galley.Rule }

// finding is the result of one rule.
type finding struct {
	verdict galley.Verdict
	points  int
}

var (
	good = finding{galley.VerdictGood, goodPoints}
	fair = finding{galley.VerdictFair, fairPoints}
	poor = finding{galley.VerdictPoor, poorPoints}
)

// poorWith returns a poor finding with the given points.
func poorWith(points int) finding { return finding{galley.VerdictPoor, points} }

// either is good or poor.
func either(isGood bool) finding {
	if isGood {
		return good
	}
	return poor
}

func (c *scorecard) add(id string, f finding, measured, message messages.Message) {
	c.rules = append(c.rules, galley.Rule{ID: id, Verdict: f.verdict, Points: f.points, Measured: measured, Message: message})
}

// score totals the rules: round(100 × points ÷ (9 × rules)), 0 to 100. Where no
// rule applied there is no score.
func (c *scorecard) score() *galley.Score {
	if len(c.rules) == 0 {
		return nil
	}
	points := 0
	for _, r := range c.rules {
		points += r.Points
	}
	total := math.Round(100 * float64(points) / float64(goodPoints*len(c.rules)))
	return &galley.Score{Total: int(min(max(total, 0), 100)), Rules: c.rules}
}

// share is a fraction, compared without rounding.
type share struct{ part, whole int }

func (s share) atMost(percent float64) bool  { return float64(s.part)*100 <= percent*float64(s.whole) }
func (s share) atLeast(percent float64) bool { return float64(s.part)*100 >= percent*float64(s.whole) }

func (s share) percent() float64 {
	if s.whole == 0 {
		return 0
	}
	return float64(s.part) * 100 / float64(s.whole)
}

func (s share) measured(bounds ...float64) messages.Message {
	return measuredPercent(s.percent(), 0, bounds...)
}
