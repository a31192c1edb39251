package ledger_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/ledger"
)

// long is a ledger of n entries, number n first.
type long struct {
	ledger.Store
	n     int64
	reads int
	make  func(number int64) galley.Entry
}

func (l *long) ActivityBefore(_ context.Context, _ galley.ActivityQuery, number int64, n int) (found []galley.Activity, err error) {
	l.reads = max(l.reads, n)
	if number == 0 {
		number = l.n + 1
	}
	for at := number - 1; at > 0 && len(found) < n; at-- {
		found = append(found, galley.Activity{Entry: l.make(at)})
	}
	return found, nil
}

// unmarked is a sheet without the mark by which spreadsheets know that it is UTF-8.
func unmarked(sheet *bytes.Buffer) io.Reader {
	return strings.NewReader(strings.TrimPrefix(sheet.String(), "\ufeff"))
}

func TestSheetsBeginWithAMark(t *testing.T) {
	for format, want := range map[ledger.Format]string{ledger.CSV: "\ufeffnumber,", ledger.JSONL: `{"number":`} {
		var file bytes.Buffer
		_, err := ledger.New(&long{n: 1, make: plain}).Export(t.Context(), galley.ActivityQuery{}, format, &file)
		require.NoError(t, err)
		require.True(t, strings.HasPrefix(file.String(), want), "%s: %q", format, file.String()[:20])
		require.Equal(t, format == ledger.CSV, strings.Contains(file.String(), "\ufeff"))
	}
}

func plain(number int64) galley.Entry {
	return galley.Entry{Number: number, At: time.UnixMilli(number), After: galley.Text("Lamp " + strconv.FormatInt(number, 10))}
}

func TestExportsLongLedgerInPages(t *testing.T) {
	for _, limit := range []int{0, 1, 200, 201, 1000, 5000} {
		for _, format := range []ledger.Format{ledger.CSV, ledger.JSONL} {
			store := &long{n: 1001, make: plain}
			var out bytes.Buffer
			n, err := ledger.New(store).Export(t.Context(), galley.ActivityQuery{Limit: limit}, format, &out)
			require.NoError(t, err)
			want := 1001
			if limit > 0 {
				want = min(want, limit)
			}
			require.Equal(t, want, n)
			lines := strings.Count(out.String(), "\n")
			if format == ledger.CSV {
				lines-- // the heading
			}
			require.Equal(t, want, lines)
			require.LessOrEqual(t, store.reads, 200, "never the whole ledger at once")
		}
	}
}

// For any texts, no CSV cell is a formula, and JSONL returns them unchanged.
func TestNoCellIsAFormula(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		text := rapid.OneOf(rapid.String(), rapid.StringMatching(`'{0,2}[=+\-@\t\r\n][A-Z(]{0,4}.{0,9}`))
		e := plain(1)
		value := galley.Text(text.Draw(rt, "before"))
		e.Before, e.After, e.Live = &value, galley.Text(text.Draw(rt, "after")), &value
		e.Person, e.Shop.Name, e.Product.Title = text.Draw(rt, "person"), text.Draw(rt, "shop"), text.Draw(rt, "product")
		e.Error = &galley.Reason{Code: galley.CodeShopRefused, Message: messages.AsRecorded(text.Draw(rt, "message"))}
		store := &long{n: 1, make: func(int64) galley.Entry { return e }}

		var sheet, lines bytes.Buffer
		_, err := ledger.New(store).Export(t.Context(), galley.ActivityQuery{}, ledger.CSV, &sheet)
		require.NoError(rt, err)
		rows, err := csv.NewReader(unmarked(&sheet)).ReadAll()
		require.NoError(rt, err)
		require.Len(rt, rows, 2)
		for i, cell := range rows[1] {
			require.False(rt, cell != "" && strings.ContainsAny(cell[:1], "=+-@\t\r\n"), "%s: %q", rows[0][i], cell)
		}
		_, err = ledger.New(store).Export(t.Context(), galley.ActivityQuery{}, ledger.JSONL, &lines)
		require.NoError(rt, err)
		require.Equal(rt, 1, strings.Count(lines.String(), "\n"))
		var back galley.Entry
		require.NoError(rt, json.Unmarshal(lines.Bytes(), &back))
		require.Equal(rt, e.After, back.After)
	})
}

func TestUnknownAndUnsetDifferFromFreeAndEmpty(t *testing.T) {
	e := plain(1)
	free := 0.0
	for name, row := range map[string]struct {
		change func()
		cells  map[string]string
	}{
		"no price":  {func() {}, map[string]string{"cost_usd": "", "undoes": ""}},
		"free":      {func() { e.CostUSD = &free }, map[string]string{"cost_usd": "0"}},
		"of number": {func() { e.Undoes = 7 }, map[string]string{"undoes": "7"}},
	} {
		e = plain(1)
		row.change()
		var sheet bytes.Buffer
		_, err := ledger.New(&long{n: 1, make: func(int64) galley.Entry { return e }}).Export(t.Context(), galley.ActivityQuery{}, ledger.CSV, &sheet)
		require.NoError(t, err)
		rows, err := csv.NewReader(unmarked(&sheet)).ReadAll()
		require.NoError(t, err)
		for i, title := range rows[0] {
			if want, ok := row.cells[title]; ok {
				require.Equal(t, want, rows[1][i], "%s: %s", name, title)
			}
		}
	}
}

func TestWritesWholeFile(t *testing.T) {
	name := filepath.Join(t.TempDir(), "ledger.jsonl")
	n, err := ledger.New(&long{n: 3, make: plain}).ExportFile(t.Context(), galley.ActivityQuery{}, ledger.JSONL, name)
	require.NoError(t, err)
	require.Equal(t, 3, n)
	text, err := os.ReadFile(name)
	require.NoError(t, err)
	require.True(t, strings.HasPrefix(string(text), `{"number":3,`), string(text))
	_, err = ledger.ParseFormat("xml")
	require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err))
	_, err = ledger.New(nil).Activity(t.Context(), galley.ActivityQuery{Limit: galley.MaxPage + 1})
	require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err))
}
