package ui

import (
	"fmt"
	"time"

	"galley/backend/galley"
)

// Copies says in a sentence which copies of the data file there are.
func Copies(copies []galley.DataCopy, now time.Time) string {
	if len(copies) == 0 {
		return "No copy yet. Galley makes one a day while it works."
	}
	var size int64
	for _, c := range copies {
		size += c.Size
	}
	newest := copies[0]
	return fmt.Sprintf("%s beside the data file, %.1f MB in all; the newest is of %s (%s old, %.1f MB).",
		manyCopies(len(copies)), float64(size)/1e6, Moment(newest.Made), age(now.Sub(newest.Made)), float64(newest.Size)/1e6)
}

func manyCopies(n int) string {
	if n == 1 {
		return "1 copy"
	}
	return Count(n) + " copies"
}

// age is a time span to the hour, or in days.
func age(d time.Duration) string {
	hours := max(0, int(d.Hours()))
	if hours < 48 {
		return Many(hours, "hour")
	}
	return Many(hours/24, "day")
}

// Finding is the result of one check of doctor. Message says what to do if it
// failed.
type Finding struct {
	Name    string `json:"name"`
	OK      bool   `json:"ok"`
	Message string `json:"message"`

	Code   galley.Code `json:"code,omitempty"`   // of what went wrong
	Detail string      `json:"detail,omitempty"` // what the other side said
}

// Findings lists the checks.
func (p *Page) Findings(findings []Finding) {
	widest := 0
	for _, f := range findings {
		widest = max(widest, len(f.Name))
	}
	for _, f := range findings {
		word := p.tinted("ok     ", ToneGood)
		if !f.OK {
			word = p.tinted("problem", ToneBad)
		}
		p.Line("%s  %-*s  %s", word, widest, f.Name, f.Message)
		if f.Detail != "" {
			p.Line("%*s  Details: %s: %s", len("problem")+2+widest, "", f.Code, f.Detail)
		}
	}
}

// SizeOf says how large a data file is, and how much of it is empty.
func SizeOf(file galley.DataFile) string {
	words := fmt.Sprintf("%.1f MB", float64(file.Size)/1e6)
	if file.Spare > 0 {
		words += fmt.Sprintf(" (%.1f MB of it empty)", float64(file.Spare)/1e6)
	}
	return words
}
