package cli

import (
	"bufio"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/wholefile"
)

// parsed is a flag whose values a domain type knows.
type parsed[T ~string] struct {
	to    *T
	parse func(string) (T, error)
	kind  string
}

func (p parsed[T]) String() string { return string(*p.to) }
func (p parsed[T]) Type() string   { return p.kind }
func (p parsed[T]) Set(text string) (err error) {
	*p.to, err = p.parse(text)
	return err
}

// parsedList is a flag that may be repeated, each value as with parsed.
type parsedList[T ~string] struct {
	to    *[]T
	parse func(string) (T, error)
	kind  string
}

func (p parsedList[T]) String() string { return "" }
func (p parsedList[T]) Type() string   { return p.kind }
func (p parsedList[T]) Set(text string) error {
	one, err := p.parse(text)
	if err == nil {
		*p.to = append(*p.to, one)
	}
	return err
}

// fieldNames lists the fields as a sentence names them.
func fieldNames() string {
	var names []string
	for _, f := range galley.Fields() {
		names = append(names, string(f))
	}
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + " or " + names[last]
}

func fieldFlag(cmd *cobra.Command, to *galley.Field) {
	cmd.Flags().Var(parsed[galley.Field]{to, galley.ParseField, "FIELD"}, "field", fieldNames())
}

// readInput reads the file that a flag or argument names, or standard input for
// "-".
func (s *session) readInput(name string, limit int64) (string, error) {
	source := s.Stdin
	if name != "-" {
		file, err := wholefile.Open(name)
		if err != nil {
			return "", err
		}
		defer file.Close()
		source = file
	}
	text, err := io.ReadAll(io.LimitReader(source, limit+1))
	if err != nil {
		return "", galley.WrapError(err, galley.CodeInvalidFile, messages.InputUnreadable(inputName(name)))
	}
	if int64(len(text)) > limit {
		return "", galley.NewError(galley.CodeInvalidFile, messages.InputTooLong(inputName(name), int(limit)))
	}
	return string(text), nil
}

func inputName(name string) string {
	if name == "-" {
		return "Standard input"
	}
	return name
}

// readLine reads one line of standard input, without spaces around it.
func (s *session) readLine() (string, error) {
	line, err := bufio.NewReader(s.Stdin).ReadString('\n')
	if line = strings.TrimSpace(line); line == "" {
		return "", galley.WrapError(err, galley.CodeInvalidInput, messages.InputEmpty)
	}
	return line, nil
}
