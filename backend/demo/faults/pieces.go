package faults

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// Bounds of what a specification may say.
const (
	maxNumber     = 1_000_000_000
	maxRetryAfter = 86_400 // seconds
	maxLength     = time.Hour
)

// The places that are no names.
const (
	placeRead  = "read"
	placeWrite = "write"
	placeAfter = "after"
)

var (
	name    = regexp.MustCompile(`^[_A-Za-z][_0-9A-Za-z]*$`)
	quarter = regexp.MustCompile(`^20\d\d-(01|04|07|10)$`)
)

// place reads the text after an @.
func (p *parser) place() *SyntaxError {
	place := p.word()
	switch {
	case place == placeAfter:
		return p.placeAfter()
	case place == placeRead && p.rule.write:
		return p.refuse("%s strikes writes only", p.rule.kind)
	case !name.MatchString(place):
		return p.refuse("%q is no place. Places are read, write, after=200, or the name of an operation or of one of its root fields", place)
	}
	p.rule.places = append(p.rule.places, place)
	return nil
}

func (p *parser) placeAfter() *SyntaxError {
	if !p.given() {
		return p.refuse("after how many requests is missing, as in after=200")
	}
	number, ok := wholeNumber(p.word())
	if !ok {
		return p.refuse("after how many requests is a whole number, as in after=200")
	}
	p.rule.skip = number
	return nil
}

// value reads the text after the =.
func (p *parser) value() *SyntaxError {
	value := p.word()
	if p.hasValue {
		return p.refuse("it has two values")
	}
	p.hasValue = true
	if p.rule.kind == Version {
		if !quarter.MatchString(value) {
			return p.refuse("%q is no version. Versions look like 2027-01, 2027-04, 2027-07, 2027-10", value)
		}
		p.rule.version = value
		return nil
	}
	rate, ok := parseRate(value)
	if !ok {
		return p.refuse("%q is no rate. Rates are a chance, such as 5%% or 0.5%%, or each so many, such as 1/20", value)
	}
	p.rule.rate = rate
	return nil
}

// option reads the text after a colon.
func (p *parser) option() *SyntaxError {
	option := p.word()
	if p.hasOption[option] {
		return p.refuse("it has the option %q twice", option)
	}
	p.hasOption[option] = true
	read := p.valued()[option]
	switch {
	case read != nil && p.given():
		return read()
	case p.rule.choice && (option == "before" || option == "after"):
		p.rule.after = option == "after"
		return nil
	case p.rule.usualLength > 0:
		return p.length(option)
	}
	return p.refuseOption(option)
}

// valued are the options that have a value, of the fault at hand.
func (p *parser) valued() map[string]func() *SyntaxError {
	options := map[string]func() *SyntaxError{"times": p.times}
	if p.rule.retryOption {
		options["retry-after"] = p.retryAfter
	}
	if p.rule.kind == Version {
		options["without"] = p.without
	}
	return options
}

func (p *parser) refuseOption(option string) *SyntaxError {
	return p.refuse("%q is no option of %s. It has %s", option, p.rule.kind, strings.Join(p.rule.options(), ", "))
}

func (p *parser) times() *SyntaxError {
	number, ok := wholeNumber(p.word())
	if !ok || number == 0 {
		return p.refuse("how many times is a whole number above 0, as in times=3")
	}
	p.rule.times = number
	return nil
}

func (p *parser) without() *SyntaxError {
	if p.rule.without = p.word(); !name.MatchString(p.rule.without) {
		return p.refuse("what the version is without is the name of a root field, as in without=productUpdate")
	}
	return nil
}

func (p *parser) length(option string) *SyntaxError {
	length, err := time.ParseDuration(option)
	if err != nil || length < 0 || length > maxLength {
		return p.refuseOption(option)
	}
	p.rule.length = length
	return nil
}

// options shows those of a kind.
func (t traits) options() []string {
	options := []string{"times=3"}
	if t.choice {
		options = append(options, "before", "after")
	}
	if t.retryOption {
		options = append(options, "retry-after=1.5")
	}
	if t.usualLength > 0 {
		options = append(options, t.usualLength.String())
	}
	if t.kind == Version {
		options = append(options, "without=productUpdate")
	}
	return options
}

// retryAfter keeps the text as it is, as the header will have it.
func (p *parser) retryAfter() *SyntaxError {
	text := p.word()
	seconds, err := strconv.ParseFloat(text, 64)
	if err != nil || math.IsNaN(seconds) || seconds < 0 || seconds > maxRetryAfter {
		return p.refuse("retry-after is a number of seconds up to a day, as in retry-after=1.5")
	}
	p.rule.retryAfter = text
	return nil
}

// parseRate reads 5% or 1/20.
func parseRate(text string) (rate, bool) {
	if percent, isChance := strings.CutSuffix(text, "%"); isChance {
		number, err := strconv.ParseFloat(percent, 64)
		return rate{chance: number / 100}, err == nil && number >= 0 && number <= 100
	}
	some, all, found := strings.Cut(text, "/")
	of, ok := wholeNumber(some)
	every, alsoOK := wholeNumber(all)
	return rate{of: of, every: every}, found && ok && alsoOK && of > 0 && of <= every
}

func wholeNumber(text string) (int, bool) {
	number, err := strconv.ParseUint(text, 10, 32)
	return int(number), err == nil && number <= maxNumber
}
