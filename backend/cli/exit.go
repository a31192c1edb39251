package cli

import (
	"errors"

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
func usageError(cmd *cobra.Command, problem messages.Message) error {
	return galley.NewError(galley.CodeInvalidInput, messages.WrongUsage(problem, cmd.CommandPath()))
}

// checkGroups refuses flags that exclude each other.
func checkGroups(cmd *cobra.Command, _ []string) error {
	if cmd.ValidateFlagGroups() == nil {
		return nil
	}
	var given []string
	cmd.Flags().Visit(func(f *pflag.Flag) {
		if len(f.Annotations["cobra_annotation_mutually_exclusive"]) > 0 {
			given = append(given, dashed(f.Name))
		}
	})
	return usageError(cmd, messages.FlagsExclude(given))
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
		return usageError(cmd, messages.NoSuchFlag(dashed(unknown.GetSpecifiedName())))
	case errors.As(err, &bare):
		return usageError(cmd, messages.FlagNeedsValue(dashed(bare.GetSpecifiedName())))
	case errors.As(err, &value):
		return usageError(cmd, messages.NoValueForFlag(value.GetValue(), dashed(value.GetFlag().Name)))
	}
	return usageError(cmd, messages.FlagsUnreadable(err.Error()))
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
			return usageError(cmd, messages.ArgumentMissing(names[len(args):]))
		case len(args) > len(names):
			return usageError(cmd, messages.ArgumentTooMany(args[len(names)]))
		}
		return nil
	}
}

// oneOrMore takes any number of arguments but none.
func oneOrMore(name string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) == 0 {
			return usageError(cmd, messages.ArgumentMissing([]string{name}))
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
			return usageError(cmd, messages.NoSuchCommandHere(args[0], names))
		}
		return usageError(cmd, messages.CommandMissing(names))
	}
	return cmd
}
