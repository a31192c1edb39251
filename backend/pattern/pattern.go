// Package pattern compiles regular expressions when they are first used: a start of the program needs few of the
// hundreds that there are, and compiling them took a third of its time.
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
