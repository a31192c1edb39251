package productcsv

import (
	"errors"
	"fmt"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// problem is an error in a line of the file; line 0 means the whole file.
type problem struct {
	line   int
	reason messages.Message
}

func (p *problem) Error() string {
	if p.line == 0 {
		return p.reason.String()
	}
	return fmt.Sprintf("line %d: %s", p.line, p.reason)
}

func lineError(line int, reason messages.Message) error { return &problem{line: line, reason: reason} }

func fileError(reason messages.Message) error { return lineError(0, reason) }

// invalid turns what went wrong into an error for people: the file's name, the
// line where there is one, the reason, and that nothing was taken from it.
func invalid(name string, err error) error {
	var found *problem
	if !errors.As(err, &found) {
		return galley.WrapError(err, galley.CodeInvalidFile, messages.ImportUnreadable(name))
	}
	where := name
	if found.line > 0 {
		where = fmt.Sprintf("%s, line %d", name, found.line)
	}
	return galley.NewError(galley.CodeInvalidFile, messages.ImportBroken(where, found.reason))
}
