package cli

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"time"

	"github.com/spf13/cobra"

	"galley/backend/cli/ui"
	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/wire"
)

// littleRoom is when the disk counts as full: a large shop's data file, its
// copy before an update, and some.
const littleRoom = 500 << 20

// diagnosis is the document of doctor.
type diagnosis struct {
	OK     bool         `json:"ok"`
	Home   string       `json:"home"`
	Checks []ui.Finding `json:"checks"`
}

func newDoctor(s *session) *cobra.Command {
	var online, restore, startEmpty, compact bool
	var from string
	cmd := &cobra.Command{
		Use:   "doctor",
		Short: "Check everything that Galley needs",
		Long: `Checks the data folder, the disk, the data file, the key store, the writer and
the shops, and says what to do about problems. Shops and models are contacted only
with --online.

With --restore the newest sound copy replaces a data file that is damaged, empty or
missing. The replaced file is kept beside it, and a sound file is left alone unless --from names the copy to restore. What the copy had
queued is held until galley held publish releases it.

With --compact the empty parts of the data file are given back to the disk, while no
job, publish or sync runs. Nothing is lost if it is interrupted.

With --start-empty an empty data file replaces it instead; every copy is kept, out
of the rotation.`,
		Args: exactly(),
	}
	cmd.Flags().BoolVar(&online, "online", false, "ask the shops and the model too")
	cmd.Flags().StringVar(&from, "from", "", "with --restore, the copy to restore, also in place of a sound data file")
	cmd.Flags().BoolVar(&startEmpty, "start-empty", false, "start with an empty data file in place of a damaged or missing one")
	cmd.Flags().BoolVar(&restore, "restore", false, "put the newest sound copy in place of a damaged or missing data file")
	cmd.Flags().BoolVar(&compact, "compact", false, "give the empty parts of the data file back to the disk")
	cmd.MarkFlagsMutuallyExclusive("restore", "start-empty", "compact")
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		home, err := wire.HomeFolder(s.home)
		if err != nil {
			return err
		}
		d := &doctor{diagnosis: diagnosis{OK: true, Home: home, Checks: []ui.Finding{}}, online: online, compact: compact}
		if from != "" && !restore {
			return usageError(cmd, messages.FromGoesWithRestore)
		}
		if restore {
			restored, err := wire.Restore(cmd.Context(), home, from)
			d.report("Restoring", restored.Message().String(), err)
		}
		if startEmpty {
			done, err := wire.StartEmpty(cmd.Context(), home)
			d.report("Starting empty", done, err)
		}
		d.examine(cmd.Context(), s.options(cmd.Context()))
		s.answer = answer{document: d.diagnosis, words: func(p *ui.Page) { p.Findings(d.Checks) }}
		if !d.OK {
			s.answer.trouble = galley.NewError(galley.CodeCannotRun, messages.DoctorFoundFault)
		}
		return cmd.Context().Err()
	}
	return cmd
}

// doctor continues after a problem, as far as it can.
type doctor struct {
	diagnosis
	online, compact bool
}

// report notes what a check found: good news, or an error that says what to do.
func (d *doctor) report(name, good string, err error) {
	d.OK = d.OK && err == nil
	if err != nil {
		good = galley.MessageOf(err)
	}
	d.Checks = append(d.Checks, ui.Finding{Name: name, OK: err == nil, Message: good, Code: galley.CodeOf(err), Detail: galley.DetailOf(err)})
}

func (d *doctor) examine(ctx context.Context, options wire.Options) {
	d.report("Data folder", d.Home+" can be written.", writable(d.Home))
	free, err := room(d.Home)
	d.report("Disk", free+" free.", err)
	options.Home = d.Home
	graph, err := wire.Open(ctx, options)
	if err != nil {
		d.report("Data file", "", err)
		return
	}
	defer graph.Close()
	d.data(ctx, graph)
	if n, err := graph.Shops.ForgetUnfinished(ctx); n > 0 || err != nil {
		d.report("Unfinished shops", fmt.Sprintf("Removed the sign-in of %s whose connecting or removal was cut short.", ui.Many(n, "shop")), err)
	}
	n, err := graph.Shops.CheckKeys(ctx)
	if err == nil {
		var ofWriter int
		ofWriter, err = graph.Settings.CheckKey(ctx)
		n += ofWriter
	}
	keys := fmt.Sprintf("It opens; it has the %s of this home.", ui.Many(n, "secret"))
	if n == 0 {
		keys = "This home has no secrets yet, so it was not opened."
	}
	d.report("Key store", keys, err)
	d.writer(ctx, graph)
	d.shops(ctx, graph)
	d.copies(ctx, graph)
}

// copies reports the copies of the data file, and what is held since one of
// them was restored.
func (d *doctor) copies(ctx context.Context, graph *wire.Graph) {
	d.report("Copies", ui.Copies(graph.Copies(), time.Now()), nil)
	held, err := graph.Publishing.Held(ctx)
	if err != nil || !held.IsEmpty() {
		d.report("Held", ui.StillHeld(held).String(), err)
	}
}

// writable tries to write a file.
func writable(home string) error {
	if err := os.MkdirAll(home, 0o700); err != nil {
		return galley.WrapError(err, galley.CodeStorage, messages.HomeNotMade(home))
	}
	file, err := os.CreateTemp(home, ".doctor-")
	if err != nil {
		return galley.WrapError(err, galley.CodeStorage, messages.HomeNotWritable(home))
	}
	_ = file.Close()
	return os.Remove(file.Name())
}

func room(home string) (string, error) {
	free, err := wire.FreeBytes(home)
	if err != nil {
		return "", galley.WrapError(err, galley.CodeStorage, messages.DiskSpaceUnknown(home))
	}
	words := fmt.Sprintf("%.1f GB", float64(free)/1e9)
	if free < littleRoom {
		return words, galley.NewError(galley.CodeStorage, messages.DiskSpaceLow(int(free/1e6), home))
	}
	return words, nil
}

func (d *doctor) data(ctx context.Context, graph *wire.Graph) {
	health, err := graph.Store.Examine(ctx)
	if err == nil {
		err = health.Err()
	}
	size, sizeErr := graph.DataFile(ctx)
	d.report("Data file", fmt.Sprintf("Sound, version %d, %s.", health.Version, ui.SizeOf(size)), cmp.Or(err, sizeErr))
	if err != nil || !d.compact {
		return
	}
	err = graph.Compact(ctx)
	now, sizeErr := graph.DataFile(ctx)
	d.report("Compacting", fmt.Sprintf("%s before, %s now.", ui.SizeOf(size), ui.SizeOf(now)), cmp.Or(err, sizeErr))
}

func (d *doctor) writer(ctx context.Context, graph *wire.Graph) {
	set, err := graph.Settings.Get(ctx)
	if err != nil {
		d.report("Settings", "", err)
		return
	}
	w := set.Writer
	switch {
	case !w.Kind.Traits().NeedsEndpoint:
		d.report("Writer", "Template writer; it needs nothing.", nil)
	case len(w.Missing()) > 0:
		d.report("Writer", "", galley.NewError(galley.CodeInvalidInput, messages.DoctorEndpointNotSetUp(w.Missing())))
	case !d.online:
		d.report("Writer", fmt.Sprintf("%s at %s. --online tries it.", w.Model, w.BaseURL), nil)
	default:
		report, err := graph.Runner.TestWriter(ctx, nil)
		answered := fmt.Sprintf("%s at %s answered in %d ms.", report.Name, w.BaseURL, report.Millis)
		if report.Usage.Estimated && !report.Usage.Priced {
			answered += fmt.Sprintf(" Its price is not known: about %s was booked for this test.", ui.Money(report.Usage.CostUSD))
		}
		if report.PromptCut {
			answered += " It cuts long questions without saying so: load the model with a larger context."
		}
		d.report("Writer", answered, err)
	}
}

func (d *doctor) shops(ctx context.Context, graph *wire.Graph) {
	list, err := graph.Shops.List(ctx)
	if err != nil {
		d.report("Shops", "", err)
		return
	}
	for _, shop := range list {
		d.shop(ctx, graph, shop)
	}
}

func (d *doctor) shop(ctx context.Context, graph *wire.Graph, shop galley.ShopOverview) {
	switch {
	case d.online:
		info, err := graph.Shops.Check(ctx, string(shop.ID))
		if err == nil {
			err = lacking(info)
		}
		d.report(shop.Name, fmt.Sprintf("Answers, with %s.", ui.Many(info.Products, "product")), err)
	case shop.Halted != nil:
		d.report(shop.Name, "", galley.NewError(shop.Halted.Code, ui.Halted(shop)))
	default:
		d.report(shop.Name, "Connected. --online asks it.", nil)
	}
}
