// Package pattern compiles regular expressions when they are first used: a start of the program needs few of them, and
// compiling the large tables took a third of its time. Single ones that cost little may be compiled at the start.
package pattern

import (
	"regexp"
	"sync"
)

// Regexp gives a regular expression, the same one each time.
type Regexp func() *regexp.Regexp

// Lazy is a pattern that its first use compiles. One that is not valid panics then, as regexp.MustCompile does.
func Lazy(expression string) Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expression) })
}
