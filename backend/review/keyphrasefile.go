package review

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/products/productcsv"
)

// fileRow is a line of a file of keyphrases.
type fileRow struct {
	kind   galley.PlaceKind // "" where a handle may be of either
	handle string
	named  string // the handle or page as the file has it
	phrase galley.Keyphrase
}

// columnNames are the headings of a column, in lower case, as files of our own
// and exports of the search console in several languages have them.
var columnNames = map[string][]string{
	"handle":      {"handle", "url handle", "product handle"},
	"keyphrase":   {"keyphrase", "focus keyphrase", "keyword", "focus keyword"},
	"language":    {"language", "locale", "lang"},
	"page":        {"page", "pages", "top pages", "url", "address", "landing page", "seite", "seiten", "häufigste seiten", "pages les plus populaires", "página", "páginas", "pagina"},
	"query":       {"query", "queries", "top queries", "search query", "suchanfrage", "suchanfragen", "häufigste suchanfragen", "requête", "requêtes", "requêtes les plus fréquentes", "consulta", "consultas"},
	"clicks":      {"clicks", "klicks", "clics"},
	"impressions": {"impressions", "impressionen", "impresiones"},
	"position":    {"position", "average position", "posición", "durchschnittliche position"},
}

// header finds columns by name.
type header map[string]int

func readHeader(cells []string) header { return headerOf(cells, columnNames) }

// headerOf finds the columns that have one of these names.
func headerOf(cells []string, columns map[string][]string) header {
	h := header{}
	for column, names := range columns {
		for i, cell := range cells {
			if slices.Contains(names, strings.ToLower(strings.TrimSpace(cell))) {
				h[column] = i
				break
			}
		}
	}
	return h
}

func (h header) cell(cells []string, column string) string {
	if i, ok := h[column]; ok && i < len(cells) {
		return strings.TrimSpace(cells[i])
	}
	return ""
}

func (h header) has(columns ...string) bool {
	for _, column := range columns {
		if _, ok := h[column]; !ok {
			return false
		}
	}
	return true
}

// keyphraseFile is a file of keyphrases as it was read.
type keyphraseFile struct {
	rows    int
	phrases []fileRow // one a place and language
	others  map[fileKey][]galley.Keyphrase
	invalid []galley.InvalidLine
}

// readKeyphrases reads a CSV file with handle or page and keyphrase, or a
// search-console export with page and query, of which each page's best query is
// taken: by clicks, then by impressions.
func readKeyphrases(name, content string) (file keyphraseFile, err error) {
	content = productcsv.Text(content)
	r := csv.NewReader(bytes.NewReader([]byte(content)))
	r.Comma, r.FieldsPerRecord, r.LazyQuotes = separator(content), -1, true
	first, err := r.Read()
	if err != nil {
		return file, galley.NewError(galley.CodeInvalidFile, messages.KeyphraseColumns)
	}
	h := readHeader(first)
	isExport := h.has("page", "query")
	if !isExport && !h.has("keyphrase") || !h.has("handle") && !h.has("page") {
		return file, galley.NewError(galley.CodeInvalidFile, messages.KeyphraseColumns)
	}
	best := map[fileKey]int{}
	for {
		cells, err := r.Read()
		if errors.Is(err, io.EOF) {
			return file, nil
		}
		if err != nil {
			return file, galley.WrapError(err, galley.CodeInvalidFile, messages.KeyphraseFile(name))
		}
		file.add(h, cells, line(r), best)
	}
}

type fileKey struct {
	kind             galley.PlaceKind
	handle, language string
}

func line(r *csv.Reader) int {
	n, _ := r.FieldPos(0)
	return n
}

// add takes a row, or the reason why it cannot be used.
func (f *keyphraseFile) add(h header, cells []string, line int, best map[fileKey]int) {
	row, problem := readRow(h, cells)
	if row.named == "" && row.phrase.Text == "" {
		return // an empty line
	}
	f.rows++
	switch {
	case problem != nil:
		f.invalid = append(f.invalid, galley.InvalidLine{Line: line, Reason: problem.Message})
		return
	case row.phrase.Text == "":
		f.invalid = append(f.invalid, galley.InvalidLine{Line: line, Reason: messages.KeyphraseEmpty})
		return
	}
	key := fileKey{row.kind, row.handle, row.phrase.Language}
	at, seen := best[key]
	switch {
	case !seen:
		best[key] = len(f.phrases)
		f.phrases = append(f.phrases, row)
	case isBetter(row.phrase, f.phrases[at].phrase):
		f.keep(key, f.phrases[at].phrase)
		f.phrases[at] = row
	default:
		f.keep(key, row.phrase)
	}
}

// keep notes a search of a page that is not its best, the better ones first.
func (f *keyphraseFile) keep(key fileKey, phrase galley.Keyphrase) {
	if f.others == nil {
		f.others = map[fileKey][]galley.Keyphrase{}
	}
	list := f.others[key]
	at := len(list)
	for at > 0 && isBetter(phrase, list[at-1]) {
		at--
	}
	list = slices.Insert(list, at, phrase)
	f.others[key] = list[:min(len(list), galley.MaxQueries)]
}

// isBetter compares queries of one page: by clicks, then by impressions.
func isBetter(a, b galley.Keyphrase) bool {
	if a.Clicks != b.Clicks {
		return a.Clicks > b.Clicks
	}
	return a.Impressions > b.Impressions
}

func readRow(h header, cells []string) (row fileRow, problem *galley.Error) {
	row = fileRow{handle: h.cell(cells, "handle")}
	row.named = row.handle
	language := h.cell(cells, "language")
	if row.handle == "" {
		row.named = h.cell(cells, "page")
	}
	if strings.Contains(row.named, "/") {
		var ofPage string
		row.kind, row.handle, ofPage = placeOfPage(row.named)
		if language == "" {
			language = ofPage
		}
	}
	text := h.cell(cells, "keyphrase")
	if text == "" {
		text = h.cell(cells, "query")
	}
	row.phrase.Text, row.phrase.Language, problem = galley.ParseKeyphrase(text, language)
	row.phrase.Source = galley.KeyphraseImported
	row.phrase.Clicks, row.phrase.Impressions = count(h.cell(cells, "clicks")), count(h.cell(cells, "impressions"))
	row.phrase.Position = decimal(h.cell(cells, "position"))
	return row, problem
}

// placeOfPage finds the product or collection of a page's address, and the
// language that its path begins with: /de/products/oak-lamp. A product's page
// under a collection is the product's.
func placeOfPage(page string) (kind galley.PlaceKind, handle, language string) {
	path := page
	if u, err := url.Parse(page); err == nil {
		path = u.Path
	}
	parts := strings.Split(strings.Trim(path, "/"), "/")
	if len(parts) > 2 && isLanguagePath(parts[0]) {
		language = parts[0]
	}
	for i := len(parts) - 2; i >= 0; i-- {
		switch parts[i] {
		case "products":
			return galley.PlaceProduct, parts[i+1], language
		case "collections":
			return galley.PlaceCollection, parts[i+1], language
		}
	}
	return "", "", ""
}

func isLanguagePath(part string) bool {
	code, region, _ := strings.Cut(part, "-")
	return len(code) == 2 && (region == "" || len(region) == 2)
}

// count reads a whole number, with or without marks between thousands.
func count(cell string) int {
	digits := strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, cell)
	n, err := strconv.Atoi(digits)
	if err != nil {
		return 0
	}
	return n
}

func decimal(cell string) float64 {
	n, err := strconv.ParseFloat(strings.ReplaceAll(cell, ",", "."), 64)
	if err != nil || n < 0 || n > 1e6 {
		return 0
	}
	return n
}

// separator is the character that the first line has most of.
func separator(content string) rune {
	first, _, _ := strings.Cut(content, "\n")
	best, most := ',', strings.Count(first, ",")
	for _, r := range []rune{';', '\t'} {
		if n := strings.Count(first, string(r)); n > most {
			best, most = r, n
		}
	}
	return best
}
