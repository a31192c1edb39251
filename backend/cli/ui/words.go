package ui

import (
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/mattn/go-runewidth"

	"galley/backend/galley"
	"galley/backend/markup"
)

// Count writes a number with thousands separators: 1,248.
func Count(n int) string {
	digits := strconv.Itoa(n)
	sign := ""
	if n < 0 {
		sign, digits = "-", digits[1:]
	}
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return sign + digits
}

// Many writes a number with what is counted: "1 product", "1,248 products".
func Many(n int, one string) string {
	if n == 1 {
		return "1 " + one
	}
	return Count(n) + " " + one + "s"
}

// Texts counts texts of a field: "111 descriptions".
func Texts(n int, f galley.Field) string { return Many(n, f.Label()) }

// Money writes US dollars to the cent, or finer if that would hide them.
func Money(usd float64) string {
	switch {
	case usd == 0:
		return "$0.00"
	case usd < 0.01:
		return "under $0.01"
	}
	return fmt.Sprintf("$%.2f", usd)
}

// Moment writes a time as people say it here.
func Moment(t time.Time) string { return t.Local().Format("2006-01-02 15:04") }

// MomentOrNot writes a time that may not have come.
func MomentOrNot(t *time.Time) string {
	if t == nil {
		return ""
	}
	return Moment(*t)
}

// Span writes how long something took.
func Span(d time.Duration) string {
	if d < time.Minute {
		return fmt.Sprintf("%.1f s", d.Seconds())
	}
	return d.Round(time.Second).String()
}

// Short is the beginning of a text on one line; of HTML, the visible text.
func Short(f galley.Field, text string, columns int) string {
	if f.IsHTML() {
		text = markup.VisibleText(text)
	}
	return runewidth.Truncate(oneLine(text), columns, "…")
}

// orNone returns a dash for nothing.
func orNone(s string) string {
	if s == "" {
		return "–"
	}
	return s
}

// listed joins parts as a sentence does: "a, b and c".
func listed(parts []string) string {
	if len(parts) < 2 {
		return strings.Join(parts, "")
	}
	return strings.Join(parts[:len(parts)-1], ", ") + " and " + parts[len(parts)-1]
}

// capital begins a sentence.
func capital(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return strings.ToUpper(string(r)) + s[size:]
}
