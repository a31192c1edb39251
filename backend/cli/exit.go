package cli

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// The exit codes.
const (
	exitDone   = 0
	exitFailed = 1
	exitUsage  = 2 // an unknown command, flag or value
	exitCannot = 3 // this machine lacks something, or the key store is locked
	exitPartly = 4 // done, with items that failed
)

func exitCode(err error) int {
	switch galley.CodeOf(err) {
	case "":
		return exitDone
	case galley.CodeInvalidInput:
		return exitUsage
	case galley.CodeCannotRun, galley.CodeVaultLocked:
		return exitCannot
	}
	return exitFailed
}

// usageError says what is wrong with a command line, and names its help.
func usageError(cmd *cobra.Command, format string, args ...any) error {
	return galley.NewError(galley.CodeInvalidInput, messages.WrongUsage(fmt.Sprintf(format, args...), cmd.CommandPath()))
}

// flagError rewords errors of the flag parser.
func flagError(cmd *cobra.Command, err error) error {
	var (
		unknown *pflag.NotExistError
		bare    *pflag.ValueRequiredError
		value   *pflag.InvalidValueError
		known   *galley.Error
	)
	switch {
	case errors.As(err, &known):
		return known
	case errors.As(err, &unknown):
		return usageError(cmd, "There is no flag %s.", dashed(unknown.GetSpecifiedName()))
	case errors.As(err, &bare):
		return usageError(cmd, "%s needs a value.", dashed(bare.GetSpecifiedName()))
	case errors.As(err, &value):
		return usageError(cmd, "%q is no value for %s.", value.GetValue(), dashed(value.GetFlag().Name))
	}
	return usageError(cmd, "The flags cannot be read: %v.", err)
}

func dashed(name string) string {
	if len(name) == 1 {
		return "-" + name
	}
	return "--" + name
}

// exactly names the arguments of a command; it takes those and no others.
func exactly(names ...string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		switch {
		case len(args) < len(names):
			return usageError(cmd, "%s is missing.", strings.Join(names[len(args):], " and "))
		case len(args) > len(names):
			return usageError(cmd, "%q is one argument too many.", args[len(names)])
		}
		return nil
	}
}

// oneOrMore takes any number of arguments but none.
func oneOrMore(name string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) == 0 {
			return usageError(cmd, "%s is missing.", name)
		}
		return nil
	}
}

// group is a command that only holds others.
func group(use, short string, commands ...*cobra.Command) *cobra.Command {
	cmd := &cobra.Command{Use: use, Short: short}
	cmd.AddCommand(commands...)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		names := make([]string, 0, len(commands))
		for _, c := range commands {
			names = append(names, c.Name())
		}
		if len(args) > 0 {
			return usageError(cmd, "There is no command %q here. There are %s.", args[0], strings.Join(names, ", "))
		}
		return usageError(cmd, "What to do is missing: one of %s.", strings.Join(names, ", "))
	}
	return cmd
}
