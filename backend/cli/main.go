package cli

import (
	"context"
	"encoding/json"
	"io"
	"io/fs"
	"os"
	"os/signal"
	"slices"
	"syscall"

	"github.com/spf13/cobra"

	"galley/backend/cli/ui"
	"galley/backend/contract"
	"galley/backend/galley"
	"galley/backend/wire"
)

// Program is what main provides: parts that belong to the top of the tree.
type Program struct {
	// Files is the built interface, for galley serve.
	Files fs.FS
	// App binds the methods that the page calls to an open home.
	App func(ctx context.Context, graph *wire.Graph) any
	// Window opens the window and returns when it is closed. If there can be
	// none, it returns CodeCannotRun.
	Window func(ctx context.Context, options wire.Options) error
	// Clock is the system clock if nil.
	Clock galley.Clock

	Stdin          io.Reader
	Stdout, Stderr io.Writer
}

// Main runs one command line, without the program's name, and returns the exit
// code. A first interrupt ends ctx, so that what is under way is saved; a
// second one ends the process.
func Main(ctx context.Context, program Program, args []string) int {
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop)

	s := &session{Program: program, json: wantsJSON(args)}
	root := newRoot(s)
	root.SetArgs(args)
	root.SetIn(program.Stdin)
	root.SetOut(program.Stdout)
	root.SetErr(program.Stderr)
	if err := root.ExecuteContext(ctx); err != nil {
		return s.fail(err)
	}
	return s.finish()
}

// wantsJSON looks for the flag before anything is parsed: an error in the
// command line itself is a document too.
func wantsJSON(args []string) bool {
	if end := slices.Index(args, "--"); end >= 0 {
		args = args[:end]
	}
	return slices.Contains(args, "--json") || slices.Contains(args, "--json=true")
}

func newRoot(s *session) *cobra.Command {
	root := newWindow(s)
	root.Version = wire.Version
	root.SilenceErrors, root.SilenceUsage = true, true
	root.CompletionOptions.DisableDefaultCmd = true
	root.SetFlagErrorFunc(flagError)
	root.PersistentPreRunE = checkGroups
	flags := root.PersistentFlags()
	flags.StringVar(&s.home, "home", "", "folder that holds Galley's data (default GALLEY_HOME, or the user's data folder)")
	flags.BoolVar(&s.json, "json", s.json, "print one JSON document")
	flags.BoolVar(&s.verbose, "verbose", false, "tell more: causes of errors and reasons, and on standard error what is done")
	root.AddCommand(
		newServe(s), newDemo(s), newDemoShop(s),
		group("shop", "Connect, list, check, rename and remove shops", newShopAdd(s), newShopList(s), newShopCheck(s), newShopRename(s), newShopSet(s), newShopReplace(s), newShopRemove(s)),
		newSync(s),
		group("product", "Look at the local copy of a shop's products, and publish texts of your own", newProductList(s), newProductFilters(s), newProductShow(s), newTextDraft(s, galley.PlaceProduct), newTextPublish(s, galley.PlaceProduct)),
		group("collection", "Look at the local copy of a shop's collections, and publish texts of your own", newCollectionList(s), newCollectionShow(s), newTextDraft(s, galley.PlaceCollection), newTextPublish(s, galley.PlaceCollection)),
		newKeyphrase(s),
		newFacts(s),
		group("job", "Have copy written in bulk", append(append(newJobSamples(s), newJobList(s), newJobShow(s)), append(newJobMoves(s), newJobAlike(s))...)...),
		group("review", "See what is left to read", newReviewList(s)),
		newNote(s),
		group("item", "Read, change and judge drafts", newItemShow(s), newItemEdit(s), newItemApprove(s), newItemReject(s), newItemReopen(s), newItemKeepTheirs(s), newItemUndo(s), newItemRedo(s), newItemRegenerate(s), newItemTakeOver(s), newItemPutBack(s), newItemMark(s),
			newItemReplace(s), newItemPaste(s), newItemClosest(s)),
		newDraft(s), newCheck(s), newPublish(s), newUndo(s), newActivity(s), newExport(s), newWork(s),
		group("settings", "Read and change settings", newSettingsList(s), newSettingsGet(s), newSettingsSet(s), newSettingsReset(s)),
		group("writer", "Find, test and steer the model that writes", newWriter(s)...),
		group("instructions", "Save words for the writer under a name", newInstructions(s)...),
		group("profile", "Say how a shop speaks", newProfile(s)...),
		newDoctor(s),
		group("held", "Look at what a restored data file had queued, and decide it", newHeld(s)...),
	)
	return root
}

// fail reports an error, and returns its exit code.
func (s *session) fail(err error) int {
	if s.json && !s.printed {
		s.print(map[string]contract.Problem{"error": contract.ProblemOf(err)})
	}
	s.complain(err)
	return exitCode(err)
}

// finish prints the command's result and returns the exit code.
func (s *session) finish() int {
	switch {
	case s.json && s.answer.document != nil:
		s.print(s.answer.document)
	case !s.json && s.answer.words != nil:
		s.answer.words(ui.NewPage(s.Stdout).Of(s.kinds).Verbose(s.verbose))
	}
	if s.answer.trouble != nil {
		s.complain(s.answer.trouble)
		return exitFailed
	}
	if s.answer.partly {
		return exitPartly
	}
	return exitDone
}

// print writes the one document of a command.
func (s *session) print(document any) { s.encode(document, "  ") }

// printLine prints it on one line, for readers of the first line of a command
// that keeps running.
func (s *session) printLine(document any) { s.encode(document, "") }

func (s *session) encode(document any, indent string) {
	s.printed = true
	encoder := json.NewEncoder(s.Stdout)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", indent)
	_ = encoder.Encode(document) // no one is left to tell
}

// complain prints an error on standard error.
func (s *session) complain(err error) {
	page := ui.NewPage(s.Stderr)
	page.Line("%s", galley.MessageOf(err))
	if s.verbose {
		page.Line("Details: %s: %s", galley.CodeOf(err), galley.Scrub(err.Error()))
	}
}
