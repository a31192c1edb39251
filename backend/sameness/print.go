package sameness

import "encoding/binary"

// openings is how many lengths of an opening are compared: one, two and three words.
const openings = 3

// Print is what is kept of a text to compare it with others: the same text has
// the same print in every process, and it can be stored.
type Print struct {
	whole     uint64           // of all words, 0 for a text without any
	begins    [openings]uint64 // the first one, two, three words, up to the product's name; 0 for none
	ends      uint64           // the last words, 0 for none
	closing   uint64           // the last sentence
	signature *signature       // nil for a text that is too short for it
}

// Empty reports whether the text had no words.
func (p Print) Empty() bool { return p.whole == 0 }

// Key is the same for texts of the same words, 0 for a text without any.
func (p Print) Key() uint64 { return p.whole }

// Printer makes prints. It is not safe for concurrent use.
type Printer struct {
	words    scanned
	shingles []uint64
}

// Print makes the print of a text.
func (m *Printer) Print(t Text) Print {
	m.words.scan(t)
	p := Print{whole: hashAll(m.words.plain)}
	if m.words.telling < leastWords {
		return p
	}
	p.signature = m.sign(m.words.shown)
	if !t.OneLine {
		p.begins = beginsOf(&m.words)
		p.ends, p.closing = endOf(&m.words)
	}
	return p
}

// PrintOf is the print of one text.
func PrintOf(t Text) Print { return new(Printer).Print(t) }

// version is the first byte of a stored print. It changes with what prints mean; a
// migration then empties draft_prints, text_prints and text_changes, and counts up
// alike_due, so that they are made again.
const version = 2

const (
	hashes     = openings + 2 // besides that of the whole text
	shortBytes = 1 + 8
	longBytes  = shortBytes + 8*hashes + 4*places
)

// Bytes is the print as it is stored.
func (p Print) Bytes() []byte {
	out := append(make([]byte, 0, longBytes), version)
	out = binary.LittleEndian.AppendUint64(out, p.whole)
	if p.signature == nil {
		return out
	}
	for _, h := range append(p.begins[:], p.ends, p.closing) {
		out = binary.LittleEndian.AppendUint64(out, h)
	}
	for _, v := range p.signature {
		out = binary.LittleEndian.AppendUint32(out, v)
	}
	return out
}

// ParsePrint reads a stored print. It reports false for one of another version.
func ParsePrint(stored []byte) (p Print, ok bool) {
	if len(stored) != shortBytes && len(stored) != longBytes || stored[0] != version {
		return p, false
	}
	p.whole = binary.LittleEndian.Uint64(stored[1:])
	if len(stored) == shortBytes {
		return p, true
	}
	rest := stored[shortBytes:]
	for i := range p.begins {
		p.begins[i] = binary.LittleEndian.Uint64(rest[8*i:])
	}
	p.ends = binary.LittleEndian.Uint64(rest[8*openings:])
	p.closing = binary.LittleEndian.Uint64(rest[8*(openings+1):])
	rest = rest[8*hashes:]
	p.signature = &signature{}
	for i := range p.signature {
		p.signature[i] = binary.LittleEndian.Uint32(rest[4*i:])
	}
	return p, true
}
