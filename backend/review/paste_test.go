package review

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func TestReadsCellsAsSpreadsheetsCopyThem(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       [][]string
	}{
		{"one cell", "Oak lamp", [][]string{{"Oak lamp"}}},
		{"Windows lines with the last one ended", "a\r\nb\r\n", [][]string{{"a"}, {"b"}}},
		{"old Mac lines", "a\rb", [][]string{{"a"}, {"b"}}},
		{"an empty cell between", "a\n\nb\n", [][]string{{"a"}, {""}, {"b"}}},
		{"an empty cell at the end", "a\n\n", [][]string{{"a"}, {""}}},
		{"an empty cell first", "\r\na\r\n", [][]string{{""}, {"a"}}},
		{"columns", "a\tb\nc\t\n", [][]string{{"a", "b"}, {"c", ""}}},
		{"a line end in a cell", "\"a\nb\"\nc", [][]string{{"a\nb"}, {"c"}}},
		{"a tab in a cell", "\"a\tb\"\tc", [][]string{{"a\tb", "c"}}},
		{"quotes in a quoted cell", "\"say \"\"hi\"\"\nthere\"\nb", [][]string{{"say \"hi\"\nthere"}, {"b"}}},
		{"doubled quotes alone", "\"\"\"Best\"\" lamp\"\nb", [][]string{{`"Best" lamp`}, {"b"}}},
		{"quotes of the text itself", "\"Best\" lamp\n12\" pot\n\"All\"", [][]string{{`"Best" lamp`}, {`12" pot`}, {`"All"`}}},
		{"an open quote", "\"a\nb", [][]string{{`"a`}, {"b"}}},
		{"a mark at the beginning", "\uFEFFa\nb", [][]string{{"a"}, {"b"}}},
		{"nothing", "\r\n\t \n", nil},
	} {
		t.Run(c.name, func(t *testing.T) { require.Equal(t, c.want, pastedRows(c.text)) })
	}
}

// TestCellsOfAnyTextComeBack writes cells as spreadsheets do.
func TestCellsOfAnyTextComeBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cells := rapid.SliceOfN(rapid.StringMatching(`[a-c" \n\t,é]{1,8}x`), 1, 6).Draw(t, "cells")
		var text strings.Builder
		for _, cell := range cells {
			if strings.ContainsAny(cell, "\"\n\t") {
				cell = `"` + strings.ReplaceAll(cell, `"`, `""`) + `"`
			}
			text.WriteString(cell + "\r\n")
		}
		rows := pastedRows(text.String())
		require.Len(t, rows, len(cells))
		for i, row := range rows {
			require.Equal(t, []string{cells[i]}, row)
		}
	})
}

func FuzzPastedRows(f *testing.F) {
	f.Add("a\t\"b\n\"\"c\"\r\n\"")
	f.Fuzz(func(t *testing.T, text string) {
		for _, row := range pastedRows(text) {
			require.NotEmpty(t, row)
		}
	})
}
