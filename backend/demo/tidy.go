package demo

import "regexp"

// closed is the end of a block, or the beginning of a list, followed by
// something on the same line.
var closed = regexp.MustCompile(`(</(?:p|h[1-6]|ul|ol|li|div|table)>|<[uo]l>)(\S)`)

// tidied is the form in which a shop may keep HTML: each block on a line of its
// own. Text in that form is unchanged.
func tidied(html string) string { return closed.ReplaceAllString(html, "$1\n$2") }
