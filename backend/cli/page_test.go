package cli

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
	"github.com/stretchr/testify/require"
)

// The page on the command line names every command with every flag it has, and
// none besides.
func TestDocsListEveryCommand(t *testing.T) {
	page, err := os.ReadFile("../../docs/command-line.md")
	require.NoError(t, err)
	_, rest, _ := strings.Cut(string(page), "```\n")
	usage, _, _ := strings.Cut(rest, "```")

	require.Equal(t, sorted(commands(newRoot(&session{}))), sorted(named(usage)))
}

func sorted(words []string) []string {
	slices.Sort(words)
	return slices.Compact(words)
}

// commands are those that do something, and each with each of its flags:
// "galley work", "galley work --until-idle".
func commands(cmd *cobra.Command) (found []string) {
	path := cmd.CommandPath()
	if isGroup := cmd.HasSubCommands() && cmd.HasParent(); !isGroup {
		found = append(found, path)
	}
	cmd.LocalNonPersistentFlags().VisitAll(func(f *pflag.Flag) { found = append(found, path+" --"+f.Name) })
	for _, sub := range cmd.Commands() {
		found = append(found, commands(sub)...)
	}
	return found
}

var (
	continued    = regexp.MustCompile(`\n +`)
	commandWords = regexp.MustCompile(`^galley( [a-z][a-z|-]*)*`)
	flagWord     = regexp.MustCompile(`--[a-z-]+`)
)

// named lists the same from the page's usage lines; an indented line continues
// the one before.
func named(usage string) (found []string) {
	_, filters, _ := strings.Cut(usage, "\nFILTERS ")
	filters, _, _ = strings.Cut(filters, "\n\n")
	usage = strings.ReplaceAll(usage, "[FILTERS]", strings.ReplaceAll(filters, "\n", " "))
	for line := range strings.Lines(continued.ReplaceAllString(usage, " ")) {
		words := commandWords.FindString(line)
		if words == "" {
			continue // between two groups
		}
		for _, path := range alternatives(words) {
			found = append(found, path)
			for _, flag := range flagWord.FindAllString(line, -1) {
				found = append(found, path+" "+flag)
			}
		}
	}
	return found
}

// alternatives makes two commands of "galley job pause|resume".
func alternatives(words string) []string {
	paths := []string{""}
	for word := range strings.FieldsSeq(words) {
		var longer []string
		for _, path := range paths {
			for one := range strings.SplitSeq(word, "|") {
				longer = append(longer, strings.TrimSpace(path+" "+one))
			}
		}
		paths = longer
	}
	return paths
}
