package facts

import (
	"regexp"
	"strings"
	"unicode"
)

// ratings and standards carry their number.
var (
	standardNames = setOf("ISO", "EN", "DIN", "ASTM", "ANSI", "BS", "IEC", "SPF", "UPF", "PPE", "FFP", "LSF", "ÖNORM", "NF")
	rating        = regexp.MustCompile(`^(?:IP[X\d]\d[A-Z]?|IK\d\d|FFP[123]|UPF\d+|SPF\d+|LSF\d+|EN\d{3,}|ISO\d{3,})$`)
)

func (r *reader) standards() []statement {
	var found []statement
	for i, w := range r.words {
		switch {
		case w.capital() && strings.ContainsAny(w.raw, "0123456789") && rating.MatchString(w.raw):
			found = append(found, statement{Span: w.Span, class: Certification, concepts: []string{"standard " + w.low}})
		case standardNames[w.raw] && i+1 < len(r.words) && r.words[i+1].joined && strings.ContainsFunc(r.words[i+1].raw, unicode.IsDigit):
			found = append(found, statement{Span: r.span(i, i+2), class: Certification, concepts: []string{"standard " + w.low + r.words[i+1].low}})
		}
	}
	return found
}
