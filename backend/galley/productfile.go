package galley

import (
	"slices"

	"galley/backend/galley/messages"
)

// ProductFile is what a product file was found to be, and what was left out of
// it. A field that the file has no column for is unknown: the shop may well have
// a text there.
type ProductFile struct {
	Name     string       `json:"name"`
	Bytes    int64        `json:"bytes"`
	Products int          `json:"products"`
	Variants int          `json:"variants"`
	Images   int          `json:"images"`
	Format   FileFormat   `json:"format"`
	Columns  []FileColumn `json:"columns"` // in the order of the file
	Unknown  []Field      `json:"unknown"` // fields of products that the file has no column for
	Empty    []FieldCount `json:"empty"`   // how many texts of each known field are empty
	LeftOut  FileReport   `json:"left_out"`
}

// FileFormat is how a product file was read.
type FileFormat struct {
	Separator    string         `json:"separator"`     // comma, semicolon, tab, pipe, or the character
	Hint         bool           `json:"hint"`          // the file names its separator in a line sep=
	DecimalComma bool           `json:"decimal_comma"` // else a point
	Number       string         `json:"number"`        // a cell that shows which, "" where none does
	NumberRead   string         `json:"number_read"`   // what it was read as
	Header       int            `json:"header"`        // the line of the column names
	Encoding     FileEncoding   `json:"encoding"`
	Ask          *EncodingProof `json:"ask,omitempty"` // the encoding is a guess or a choice, and this shows whether it is right
}

// EncodingProof is one cell, read in two ways.
type EncodingProof struct {
	Chosen bool   `json:"chosen"` // by a person; else a guess
	Line   int    `json:"line"`
	Column string `json:"column"`
	Read   string `json:"read"`    // in the encoding of the format
	AsUTF8 string `json:"as_utf8"` // with U+FFFD where it is none
}

// FileEncoding is the way in which a file writes characters.
type FileEncoding string

// The encodings that are found out. Others are chosen by a person.
const (
	EncodingUTF8  = "utf-8"
	EncodingUTF16 = "utf-16"
	EncodingUTF32 = "utf-32"
)

// EncodingChoice is an encoding that a person can choose.
type EncodingChoice struct {
	ID    FileEncoding `json:"id"`
	Label string       `json:"label"`
}

var fileEncodings = []EncodingChoice{
	{"windows-1252", "Windows-1252"},
	{"windows-1250", "Windows-1250 (Central Europe)"},
	{"windows-1251", "Windows-1251 (Cyrillic)"},
	{"windows-1253", "Windows-1253 (Greek)"},
	{"windows-1254", "Windows-1254 (Turkish)"},
	{"windows-1255", "Windows-1255 (Hebrew)"},
	{"windows-1256", "Windows-1256 (Arabic)"},
	{"windows-1257", "Windows-1257 (Baltic)"},
	{"iso-8859-2", "ISO 8859-2"},
	{"iso-8859-15", "ISO 8859-15"},
	{"macintosh", "Mac Roman"},
	{"ibm850", "DOS (850)"},
	{"ibm437", "DOS (437)"},
	{"ibm852", "DOS (852)"},
	{"koi8-r", "KOI8-R"},
	{"shift_jis", "Shift-JIS"},
	{"euc-jp", "EUC-JP"},
	{"euc-kr", "EUC-KR"},
	{"gb18030", "GB 18030"},
	{"big5", "Big5"},
	{EncodingUTF8, "UTF-8"},
}

// FileEncodings lists the encodings that a person can choose, the most frequent
// first.
func FileEncodings() []EncodingChoice { return slices.Clone(fileEncodings) }

// Label names the encoding for people.
func (e FileEncoding) Label() string {
	switch e {
	case EncodingUTF16:
		return "UTF-16"
	case EncodingUTF32:
		return "UTF-32"
	}
	for _, choice := range fileEncodings {
		if choice.ID == e {
			return choice.Label
		}
	}
	return string(e)
}

// Check returns CodeInvalidInput for an encoding that nobody can choose; ""
// leaves it to the file.
func (e FileEncoding) Check() error {
	if e == "" || slices.ContainsFunc(fileEncodings, func(c EncodingChoice) bool { return c.ID == e }) {
		return nil
	}
	ids := make([]string, len(fileEncodings))
	for i, choice := range fileEncodings {
		ids[i] = string(choice.ID)
	}
	return NewError(CodeInvalidInput, messages.NoSuchEncoding(string(e), ids))
}

// ColumnKind is how a column's name was understood.
type ColumnKind string

// The kinds of column.
const (
	ColumnOwn    ColumnKind = "own"    // by Shopify's own name
	ColumnOther  ColumnKind = "other"  // by a name that other programs give it
	ColumnTwice  ColumnKind = "twice"  // another column of the file has this meaning, and counts
	ColumnKept   ColumnKind = "kept"   // not known; a source of facts where it is a metafield
	ColumnAsCopy ColumnKind = "copy"   // not known, and its cells read like texts for customers
	ColumnNoName ColumnKind = "noname" // without a name; not read
)

// FileColumn is one column of a product file.
type FileColumn struct {
	Name   string     `json:"name"`
	Kind   ColumnKind `json:"kind"`
	Means  string     `json:"means"`           // Shopify's name of what it was understood as, "" for unknown ones
	Field  Field      `json:"field,omitempty"` // the field that it holds
	Filled int        `json:"filled"`          // how many of the products, variants or images have something there
	Of     int        `json:"of"`
}

// FieldCount is how many texts of a field are empty.
type FieldCount struct {
	Field Field `json:"field"`
	Count int   `json:"count"`
}

// FileReport is what could not be read of a product file, or not as it is
// written.
type FileReport struct {
	Cells    int           `json:"cells"`    // left out
	Rows     int           `json:"rows"`     // left out with all their cells
	Products int           `json:"products"` // left out since one of their rows was
	Entries  []FileFinding `json:"entries"`  // by line, at most MaxFindings
	More     int           `json:"more"`     // entries beyond these
}

// MaxFindings is the most entries that a report names.
const MaxFindings = 500

// Left is how many cells, rows and products were left out.
func (r FileReport) Left() int { return r.Cells + r.Rows + r.Products }

// FileFinding is one thing of a report, on all lines where it is the same.
type FileFinding struct {
	Kind   FindingKind      `json:"kind"`
	Line   int              `json:"line"`  // the first, from 1
	Lines  string           `json:"lines"` // all of them: "213, 214" or "902–907"
	Count  int              `json:"count"`
	Column string           `json:"column"` // its name in the file, or its number where it has none
	Cell   string           `json:"cell"`   // as it is in the file, cut
	Why    messages.Message `json:"why"`
}

// FindingKind is what became of a cell or a row.
type FindingKind string

// The kinds.
const (
	FindingCell    FindingKind = "cell"    // the cell was left out
	FindingRow     FindingKind = "row"     // the row was left out
	FindingProduct FindingKind = "product" // the product was left out
	FindingRight   FindingKind = "right"   // nothing was left out: it was put right
)
