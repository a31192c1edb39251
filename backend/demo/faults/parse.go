package faults

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// defaultSeed makes a specification without a seed take the same course each time.
const defaultSeed = 1

// SyntaxError is the cause of Parse's errors: where in the specification
// something is wrong, in bytes, and what.
type SyntaxError struct {
	Offset, Length int
	Reason         string
}

func (e *SyntaxError) Error() string { return e.Reason }

// Parse reads a specification. An empty one has no faults. What cannot be read
// is galley.CodeInvalidInput, with a sentence that shows the part.
func Parse(spec string) (*Plan, error) {
	plan, seed := &Plan{}, uint64(defaultSeed)
	if strings.TrimSpace(spec) == "" {
		return plan, nil
	}
	offset := 0
	for i, part := range strings.Split(spec, ",") {
		p := newParser(part)
		if failure := p.read(plan, &seed); failure != nil {
			failure.Offset += offset
			return nil, galley.WrapError(failure, galley.CodeInvalidInput, messages.FaultInvalid(i+1, strings.TrimSpace(part), failure.Reason))
		}
		offset += len(part) + 1
	}
	for i, r := range plan.rules {
		r.dice = rand.New(rand.NewPCG(seed, uint64(i)))
	}
	return plan, nil
}

// signs begin the pieces of a fault: places, its value, options.
const signs = "@=:"

// blanks may surround a part.
const blanks = " \t\r\n"

// parser reads one part of a specification, word by word.
type parser struct {
	part      string
	at, next  int // where the last word begins, and what is still to be read
	rule      rule
	hasValue  bool
	hasOption map[string]bool
}

func newParser(part string) *parser {
	part = strings.TrimRight(part, blanks)
	start := len(part) - len(strings.TrimLeft(part, blanks))
	return &parser{part: part, at: start, next: start, hasOption: map[string]bool{}}
}

// word reads up to the next sign.
func (p *parser) word() string {
	p.at = p.next
	if end := strings.IndexAny(p.part[p.at:], signs); end >= 0 {
		p.next = p.at + end
	} else {
		p.next = len(p.part)
	}
	return p.part[p.at:p.next]
}

// sign reads a sign, 0 at the end.
func (p *parser) sign() byte {
	if p.next >= len(p.part) {
		return 0
	}
	p.next++
	return p.part[p.next-1]
}

// given reads an equals sign, if one is next.
func (p *parser) given() bool {
	if p.next < len(p.part) && p.part[p.next] == '=' {
		p.next++
		return true
	}
	return false
}

// refuse says what is wrong with the last word.
func (p *parser) refuse(format string, args ...any) *SyntaxError {
	return &SyntaxError{Offset: p.at, Length: p.next - p.at, Reason: fmt.Sprintf(format, args...)}
}

// read takes the part into the plan, or into the seed.
func (p *parser) read(plan *Plan, seed *uint64) *SyntaxError {
	p.rule.text = p.part[p.at:]
	name := p.word()
	if name == "seed" {
		return p.seed(seed)
	}
	known, ok := traitsOf(name)
	switch {
	case name == "":
		return p.refuse("the name of a fault is missing")
	case !ok:
		return p.refuse("there is no fault %q. There are %s", name, kindList())
	}
	p.rule.traits = known
	p.rule.rate, p.rule.after, p.rule.length, p.rule.retryAfter = always, known.after, known.usualLength, known.usualRetryAfter
	if failure := p.pieces(); failure != nil {
		return failure
	}
	if known.kind == Version && !p.hasValue {
		return p.refuse("the version is missing, as in version=2027-01")
	}
	plan.rules = append(plan.rules, &p.rule)
	return nil
}

func (p *parser) seed(seed *uint64) *SyntaxError {
	if p.given() {
		if number, err := strconv.ParseUint(p.word(), 10, 64); err == nil && p.sign() == 0 {
			*seed = number
			return nil
		}
	}
	return p.refuse("a seed is a whole number, as in seed=7")
}

func (p *parser) pieces() *SyntaxError {
	for {
		var failure *SyntaxError
		switch p.sign() {
		case '@':
			failure = p.place()
		case '=':
			failure = p.value()
		case ':':
			failure = p.option()
		default:
			return nil
		}
		if failure != nil {
			return failure
		}
	}
}
