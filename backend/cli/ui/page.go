package ui

import (
	"fmt"
	"io"
	"os"
	"strings"

	"golang.org/x/term"

	"galley/backend/galley"
)

// Page is where a command writes for people.
type Page struct {
	w       io.Writer
	color   bool
	kinds   Kinds
	width   int  // columns of the terminal; 0 without one, when lines may have any length
	verbose bool // reasons come with their Details
}

// Of has the page name things as shops of these kinds do.
func (p *Page) Of(kinds Kinds) *Page {
	p.kinds = kinds
	return p
}

// Verbose has the page show the Details of reasons.
func (p *Page) Verbose(verbose bool) *Page {
	p.verbose = verbose
	return p
}

// Reason writes why something is as it is, and its Details if the page is verbose.
func (p *Page) Reason(indent string, why *galley.Reason) {
	if why == nil {
		return
	}
	p.Line("%s%s", indent, why.Message)
	p.details(indent, why)
}

// details writes the Details of a reason after a prefix that names what they
// belong to, if there are any and the page is verbose.
func (p *Page) details(prefix string, why *galley.Reason) {
	if p.verbose && why != nil && why.Detail != "" {
		p.Line("%sDetails: %s: %s", prefix, why.Code, why.Detail)
	}
}

// NewPage writes to w, in colours and to its width where w is a terminal.
// NO_COLOR turns colours off (https://no-color.org).
func NewPage(w io.Writer) *Page {
	p := &Page{w: w}
	file, ok := w.(*os.File)
	if !ok || !term.IsTerminal(int(file.Fd())) {
		return p
	}
	p.color = os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
	if width, _, err := term.GetSize(int(file.Fd())); err == nil {
		p.width = width
	}
	return p
}

// Line writes one line.
func (p *Page) Line(format string, args ...any) {
	fmt.Fprintf(p.w, format+"\n", args...)
}

// Heading begins a part.
func (p *Page) Heading(format string, args ...any) {
	p.Gap()
	p.Line("%s", p.tinted(fmt.Sprintf(format, args...), ToneStrong))
}

// Gap writes an empty line.
func (p *Page) Gap() { fmt.Fprintln(p.w) }

// Text writes a text as it is, indented, and says so if it is empty.
func (p *Page) Text(text string) {
	if text == "" {
		p.Line("  (empty)")
		return
	}
	for line := range strings.Lines(text) {
		p.Line("  %s", strings.TrimRight(line, "\r\n"))
	}
}

// Facts writes names with their values, aligned. Empty values are left out.
func (p *Page) Facts(pairs ...string) {
	widest := 0
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i+1] != "" {
			widest = max(widest, len(pairs[i]))
		}
	}
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i+1] != "" {
			p.Line("%-*s  %s", widest+1, pairs[i]+":", pairs[i+1])
		}
	}
}
