package review

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strings"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/products/productcsv"
)

// factFile is a supplier's file as it was read.
type factFile struct {
	rows    int
	handles []string // in the order of the file
	facts   map[string][]galley.FactEdit
	invalid []galley.InvalidLine
}

// factColumns are the headings, in lower case, of a file with a fact a line.
var factColumns = map[string][]string{
	"handle":    columnNames["handle"],
	"attribute": {"attribute", "name", "fact", "property", "merkmal", "eigenschaft", "attribut", "propriété", "caractéristique", "atributo", "kenmerk"},
	"value":     {"value", "wert", "valeur", "valor", "valore", "waarde"},
	"variant":   {"variant", "variante", "option"},
}

// readFactFile reads a CSV file with handle, attribute, value and where there are
// some variant; or with handle and a column for each attribute.
func readFactFile(name, content string) (file factFile, err error) {
	content = productcsv.Text(content)
	r := csv.NewReader(bytes.NewReader([]byte(content)))
	r.Comma, r.FieldsPerRecord, r.LazyQuotes = separator(content), -1, true
	first, err := r.Read()
	if err != nil {
		return file, galley.NewError(galley.CodeInvalidFile, messages.FactColumns)
	}
	h := headerOf(first, factColumns)
	isLong := h.has("attribute", "value")
	if !h.has("handle") || !isLong && len(first) < 2 {
		return file, galley.NewError(galley.CodeInvalidFile, messages.FactColumns)
	}
	file.facts = map[string][]galley.FactEdit{}
	for {
		cells, err := r.Read()
		if errors.Is(err, io.EOF) {
			return file, nil
		}
		if err != nil {
			return file, galley.WrapError(err, galley.CodeInvalidFile, messages.FactFile(name))
		}
		facts := []galley.FactEdit{{Attribute: h.cell(cells, "attribute"), Value: h.cell(cells, "value"), Scope: h.cell(cells, "variant")}}
		if !isLong {
			facts = wideFacts(h, first, cells)
		}
		file.add(h.cell(cells, "handle"), facts, line(r))
	}
}

// wideFacts are those of a row with a column for each attribute.
func wideFacts(h header, names, cells []string) (facts []galley.FactEdit) {
	for i, name := range names {
		if i == h["handle"] || i >= len(cells) || strings.TrimSpace(name) == "" || strings.TrimSpace(cells[i]) == "" {
			continue
		}
		if at, ok := h["variant"]; ok && i == at {
			continue
		}
		facts = append(facts, galley.FactEdit{Attribute: name, Value: cells[i], Scope: h.cell(cells, "variant")})
	}
	return facts
}

func (f *factFile) add(handle string, facts []galley.FactEdit, line int) {
	if handle == "" && !slices.ContainsFunc(facts, func(e galley.FactEdit) bool { return e.Value != "" }) {
		return // an empty line
	}
	f.rows++
	if _, is := f.facts[handle]; !is && handle != "" {
		f.handles = append(f.handles, handle)
		f.facts[handle] = nil
	}
	for _, fact := range facts {
		tidy, err := fact.Tidy()
		switch {
		case handle == "":
			f.invalid = append(f.invalid, galley.InvalidLine{Line: line, Reason: messages.FactLineEmpty})
			return
		case err != nil:
			f.invalid = append(f.invalid, galley.InvalidLine{Line: line, Reason: galley.ReasonOf(err).Message})
		default:
			f.facts[handle] = append(f.facts[handle], tidy)
		}
	}
}

// readFactLines reads what a person pasted: "Name: value" or a name and a value
// apart by a tab, one a line; other lines are sentences.
func readFactLines(text string) (file factFile) {
	file.facts = map[string][]galley.FactEdit{}
	for i, line := range strings.Split(strings.ToValidUTF8(text, "\uFFFD"), "\n") {
		line = strings.TrimLeft(strings.TrimSpace(line), "•*–—- \t")
		if line == "" {
			continue
		}
		fact := galley.FactEdit{Value: line}
		for _, mark := range []string{"\t", ": ", " = "} {
			name, value, found := strings.Cut(line, mark)
			if found && strings.TrimSpace(value) != "" && strings.TrimSpace(name) != "" && len(strings.Fields(name)) <= longestFactName {
				fact = galley.FactEdit{Attribute: strings.TrimSuffix(strings.TrimSpace(name), ":"), Value: value}
				break
			}
		}
		file.add(pasted, []galley.FactEdit{fact}, i+1)
	}
	return file
}

const (
	pasted          = "pasted" // takes the place of a handle
	longestFactName = 6        // words before a colon that can name a value
)
