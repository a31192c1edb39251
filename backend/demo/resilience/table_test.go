package resilience_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/demo/faults"
	"galley/backend/galley"
	"galley/backend/markup"
)

// row is one row of the table of docs/faults.md.
type row struct {
	specs               []string
	sentences           []string // in the order of the page
	reading, publishing int      // tries; 0 where the page says nothing
}

var (
	code       = regexp.MustCompile("`([^`]+)`")
	quoted     = regexp.MustCompile(`“([^”]+)”`)
	tries      = regexp.MustCompile(`^\d+`)
	requestID  = regexp.MustCompile(`[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}`)
	httpStatus = regexp.MustCompile(`HTTP 50\d`)
)

// table reads the page.
func table(t *testing.T) []row {
	t.Helper()
	page, err := os.ReadFile("../../../docs/faults.md")
	require.NoError(t, err)
	_, text, found := strings.Cut(string(page), "| Fault | What the person sees |")
	require.True(t, found)
	text, _, _ = strings.Cut(text, "\n\n")
	var rows []row
	for _, line := range strings.Split(text, "\n")[2:] {
		cells := strings.Split(strings.Trim(line, "| "), " | ")
		require.Len(t, cells, 5, line)
		r := row{reading: triesIn(cells[2]), publishing: triesIn(cells[3])}
		for _, spec := range code.FindAllStringSubmatch(cells[0], -1) {
			r.specs = append(r.specs, spec[1])
		}
		for _, sentence := range quoted.FindAllStringSubmatch(cells[1], -1) {
			r.sentences = append(r.sentences, sentence[1])
		}
		rows = append(rows, r)
	}
	return rows
}

// triesIn returns the number that a cell begins with, 0 for a cell without one.
func triesIn(cell string) int {
	n, _ := strconv.Atoi(tries.FindString(cell))
	return n
}

// seen are sentences that people get to see.
type seen map[string]bool

func (s seen) note(sentence string) {
	sentence = requestID.ReplaceAllString(sentence, "*ID*")
	if sentence = httpStatus.ReplaceAllString(sentence, "HTTP 500"); sentence != "" {
		s[sentence] = true
	}
}

func (s seen) noteError(reason *galley.Reason) {
	if reason != nil {
		s.note(reason.Message.String())
	}
}

func TestFaultTable(t *testing.T) {
	kinds := map[faults.Kind]bool{}
	for _, r := range table(t) {
		got := seen{}
		for _, spec := range r.specs {
			kind, _, _ := strings.Cut(spec, ":")
			kind, _, _ = strings.Cut(kind, "=")
			kinds[faults.Kind(kind)] = true
			t.Run(spec, func(t *testing.T) { r.try(t, spec, got) })
		}
		want := seen{}
		for _, sentence := range r.sentences {
			want[sentence] = true
		}
		require.Equal(t, want, got, "%v", r.specs)
	}
	for kind := range ofSyncs(t) {
		kinds[kind] = true
	}
	for _, kind := range faults.Kinds() {
		require.True(t, kinds[kind], "%s is not in the table", kind)
	}
}

// ofSyncs are the faults of the page's second table, each with tests that exist.
func ofSyncs(t *testing.T) map[faults.Kind]bool {
	t.Helper()
	page, err := os.ReadFile("../../../docs/faults.md")
	require.NoError(t, err)
	_, text, found := strings.Cut(string(page), "| Fault | What the shop does |")
	require.True(t, found)
	text, _, _ = strings.Cut(text, "\n\n")
	var tests strings.Builder
	for _, folder := range []string{"..", "."} {
		files, err := filepath.Glob(folder + "/*_test.go")
		require.NoError(t, err)
		for _, file := range files {
			source, err := os.ReadFile(file)
			require.NoError(t, err)
			tests.Write(source)
		}
	}
	kinds := map[faults.Kind]bool{}
	for _, line := range strings.Split(text, "\n")[2:] {
		names := code.FindAllStringSubmatch(line, -1)
		for _, spec := range code.FindAllStringSubmatch(strings.Split(line, " | ")[0], -1) {
			kind, _, _ := strings.Cut(spec[1], ":")
			kinds[faults.Kind(kind)] = true
		}
		require.Contains(t, tests.String(), "func "+names[len(names)-1][1]+"(t *testing.T)", line)
	}
	return kinds
}

// strikesWrites reports whether a fault has nothing to do with reading.
func strikesWrites(spec string) bool { return spec == "userErrors" || spec == "tidied" }

// fieldOf returns a field that the fault affects.
func fieldOf(spec string) galley.Field {
	if spec == "tidied" {
		return galley.FieldDescription
	}
	return galley.FieldTitle
}

// desk lays a desk for one of the row's faults, put in its places.
func (r row) desk(t *testing.T, spec, places string) *desk {
	t.Helper()
	d := &desk{t: t, silent: strings.HasPrefix(spec, "silence:2m")} // longer than a client waits
	end := strings.IndexAny(spec, "=:")
	if end < 0 {
		end = len(spec)
	}
	return d.lay(1, spec[:end]+places+spec[end:])
}

func (r row) try(t *testing.T, spec string, got seen) {
	switch faults.Kind(spec) {
	case faults.FileLocked, faults.MediaFixed, faults.NotReady:
		r.tryFile(t, spec, got)
		return
	case faults.Partial:
		r.tryPartial(t, spec)
		return
	}
	r.tryReading(t, spec, got)
	r.tryPublishing(t, spec, got)
	r.tryOnce(t, spec, got)
	r.tryUndoing(t, spec, got)
	if strings.HasPrefix(spec, "version") {
		info, err := r.desk(t, spec, "").client.Info(bg)
		require.NoError(t, err)
		require.Len(t, info.Warnings, 1)
		got.note(info.Warnings[0].String())
	}
}

// tryReading looks at a text while the fault stays, by itself and before a write.
func (r row) tryReading(t *testing.T, spec string, got seen) {
	if strikesWrites(spec) {
		return
	}
	d := r.desk(t, spec, "@nodes")
	d.write(galley.FieldTitle)
	_, err := d.client.Content(bg, galley.FieldTitle, []galley.Target{d.item(1).Target()})
	got.note(galley.MessageOf(err))
	require.Equal(t, r.reading, d.requestsMet(), "tries of reading")

	d.publish()
	dispatched := d.dispatch()
	require.Equal(t, galley.CodeOf(err), galley.CodeOf(dispatched))
	got.note(d.halted())
	got.noteError(d.item(1).Error)
	if err != nil {
		d.requireWithdrawable()
	}
}

// requireWithdrawable: what was decided waits, nothing went out, and it can be taken back.
func (d *desk) requireWithdrawable() {
	d.t.Helper()
	require.Empty(d.t, d.writes())
	n, err := d.Withdraw(bg, galley.WithdrawRequest{JobID: d.job})
	require.NoError(d.t, err)
	require.Equal(d.t, 1, n)
	require.Equal(d.t, galley.Unpublished, d.item(1).PublishState)
}

// tryPublishing writes while the fault stays.
func (r row) tryPublishing(t *testing.T, spec string, got seen) {
	d := r.desk(t, spec, "@productUpdate")
	d.write(fieldOf(spec))
	d.publish()
	err := d.dispatch()
	require.Equal(t, r.publishing, d.requestsMet(), "tries of publishing")
	require.Equal(t, galley.MessageOf(err), d.halted())
	got.note(d.halted())
	it := d.item(1)
	got.noteError(it.Error)
	switch {
	case err != nil:
		d.requireWithdrawable()
	case it.PublishState == galley.Published:
		require.Len(t, d.writes(), 1)
	default:
		require.Equal(t, galley.PublishFailed, it.PublishState)
		require.NotNil(t, it.Error)
		require.Empty(t, d.writes())
	}
}

// tryOnce publishes and puts back while the fault strikes once, the write of one
// or of the other. What could be done is done, once, and the shop is as it was.
func (r row) tryOnce(t *testing.T, spec string, got seen) {
	for _, places := range []string{"@productUpdate", "@productUpdate@after=1"} {
		r.tryOnceAt(t, spec, places, got)
	}
}

func (r row) tryOnceAt(t *testing.T, spec, places string, got seen) {
	d := r.desk(t, spec+":times=1", places)
	before := d.snapshot()
	d.write(fieldOf(spec))
	d.publish()
	d.settle()
	d.undo()
	d.settle()
	require.Empty(t, d.halted())
	it := d.item(1)
	got.noteError(it.Error)
	was, _ := before[0].Subject().Value(it.Field)
	for _, write := range d.writes() {
		require.True(t, write.After == was.Text || write.After == it.Content || spec == "tidied" && markup.SameHTML(write.After, it.Content), write.After)
	}
	require.LessOrEqual(t, len(d.writes()), 2)
	require.Equal(t, replayed(before, d.journal.Changes()), d.snapshot())
	if it.PublishState == galley.PublishUndone {
		require.Len(t, d.writes(), 2)
		require.Equal(t, before, d.snapshot())
		return
	}
	require.NotNil(t, it.Error, "what was not put back says why")
}

// tryUndoing has the fault strike the look at the shop before an undo, once.
func (r row) tryUndoing(t *testing.T, spec string, got seen) {
	if strikesWrites(spec) {
		return
	}
	const lookAndReadBack = "2"
	d := r.desk(t, spec+":times=1", "@nodes@after="+lookAndReadBack)
	before := d.snapshot()
	d.write(galley.FieldTitle)
	d.publish()
	d.settle()
	require.Equal(t, galley.Published, d.item(1).PublishState)
	d.undo()
	d.settle()
	require.Empty(t, d.halted())
	it := d.item(1)
	got.noteError(it.Error)
	if it.PublishState == galley.PublishUndone {
		require.Equal(t, before, d.snapshot())
		return
	}
	require.NotNil(t, it.Error, "what was not put back says why")
	require.Len(t, d.writes(), 1)
}

// TestChangeAtTheMomentOfAWriteIsOverwritten is the race that Shopify leaves no way to
// close: the change is lost, and the undo brings back what was read before.
func TestChangeAtTheMomentOfAWriteIsOverwritten(t *testing.T) {
	d := newDesk(t, 1, "changed@productUpdate:times=1")
	before := d.snapshot()
	d.write(galley.FieldTitle)
	d.publish()
	d.settle()
	require.Equal(t, galley.Published, d.item(1).PublishState)
	require.Equal(t, d.item(1).Content, d.snapshot()[0].Title)
	require.Equal(t, "changed", d.journal.Changes()[0].By)
	d.undo()
	d.settle()
	require.Equal(t, before, d.snapshot())
}

// TestUndoRestoresTextAfterTidying: what counts as live is the shop's own form of the
// HTML, so that an undo finds what it expects.
func TestUndoRestoresTextAfterTidying(t *testing.T) {
	d := newDesk(t, 1, "tidied@productUpdate")
	before := d.snapshot()
	d.write(galley.FieldDescription)
	d.publish()
	d.settle()
	it, live := d.item(1), d.snapshot()[0].DescriptionHTML
	require.Equal(t, galley.Published, it.PublishState)
	require.NotEqual(t, it.Content, live)
	require.True(t, markup.SameHTML(it.Content, live))
	d.undo()
	d.settle()
	require.Equal(t, galley.PublishUndone, d.item(1).PublishState)
	require.Equal(t, before, d.snapshot())
}
