package shopify

import (
	"fmt"
	"hash/fnv"
	"os"
	"path/filepath"
	"slices"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// A list's lines come in any order, so all lines of a product are known only at its end. The spool sorts them into
// parts by their product, on the disk: in memory are one part at a time, and a block for each that is being filled.
// A part has the products that come first one after the other, which a shop lists in the order of their ids as a rule:
// so they are saved in that order, which costs the data file's indexes least.
const (
	partSize  = 4 << 20  // bytes of a list in one part, on average
	mostParts = 2048     // so that the blocks stay small together
	mostPart  = 1 << 30  // bytes in one part, far above those of any product
	blockSize = 16 << 10 // bytes that are written at once

	mostRemembered = 1 << 20 // products whose part is remembered, in about 40 MB; others have one by their id
)

// spoolName is the pattern of a spool's file.
const spoolName = "list-*.tmp"

type spool struct {
	file     *os.File
	parts    []spoolPart
	size     int64
	partSize int64 // bytes after which the next part begins
	mostPart int64 // bytes

	partOf  map[uint64]uint16 // the parts of products, by a hash of their id: two with the same one are in the same part
	filling uint16            // the part that new products go to
}

type spoolPart struct {
	block  []byte
	blocks []extent // what is on the disk
	size   int64
}

type extent struct{ at, length int64 }

// newSpool makes a spool for a list of that size, 0 if it is not known. Nothing of it remains on the disk, not even after a kill where
// files can be removed while they are open; elsewhere the next spool removes it.
func newSpool(folder string, size int64) (*spool, error) {
	if folder == "" {
		folder = os.TempDir()
	}
	if leftovers, err := filepath.Glob(filepath.Join(folder, spoolName)); err == nil {
		for _, leftover := range leftovers {
			_ = os.Remove(leftover) // one that another process has open stays, or stays readable
		}
	}
	file, err := os.CreateTemp(folder, spoolName)
	if err != nil {
		return nil, ofSpool(err)
	}
	_ = os.Remove(file.Name())
	return &spool{file: file, parts: make([]spoolPart, partsFor(size)), partSize: partSize, mostPart: mostPart, partOf: map[uint64]uint16{}}, nil
}

// partsFor is how many parts a list has: always the same for one, so that another process continues with the next.
func partsFor(size int64) int64 {
	if size == 0 {
		return mostParts
	}
	return min(size/partSize+1, mostParts)
}

// part is the number of the part of a product. The same list gives the same parts each time.
func (s *spool) part(product []byte) int {
	hash := fnv.New64a()
	_, _ = hash.Write(product) // never fails
	id := hash.Sum64()
	if part, known := s.partOf[id]; known {
		return int(part)
	}
	if len(s.partOf) >= mostRemembered {
		return int(id % uint64(len(s.parts)))
	}
	if s.parts[s.filling].size >= s.partSize && int(s.filling) < len(s.parts)-1 {
		s.filling++
	}
	s.partOf[id] = s.filling
	return int(s.filling)
}

// full drops the parts that nothing came for, once all came.
func (s *spool) full() {
	for last := len(s.parts) - 1; last > 0 && s.parts[last].size == 0; last-- {
		s.parts = s.parts[:last]
	}
	s.partOf = nil
}

// add keeps a record of a product: records of one are read in the order in which they were added.
func (s *spool) add(product []byte, record func([]byte) []byte) error {
	p := &s.parts[s.part(product)]
	if p.block == nil {
		p.block = make([]byte, 0, blockSize+blockSize/4)
	}
	before := len(p.block)
	p.block = record(p.block)
	if p.size += int64(len(p.block) - before); p.size > s.mostPart {
		return broken(fmt.Errorf("more than %d bytes belong together", s.mostPart))
	}
	if len(p.block) < blockSize {
		return nil
	}
	if _, err := s.file.WriteAt(p.block, s.size); err != nil {
		return ofSpool(err)
	}
	length := int64(len(p.block))
	p.blocks = append(p.blocks, extent{s.size, length})
	s.size += length
	p.block = p.block[:0]
	return nil
}

// read returns all records of a part, in the memory of those of another part that are not needed any more.
func (s *spool) read(number int, into []byte) ([]byte, error) {
	p := s.parts[number]
	records := slices.Grow(into[:0], int(p.size))
	for _, b := range p.blocks {
		start := len(records)
		records = records[:start+int(b.length)]
		if _, err := s.file.ReadAt(records[start:], b.at); err != nil {
			return nil, ofSpool(err)
		}
	}
	return append(records, p.block...), nil
}

// close drops the spool.
func (s *spool) close() {
	_ = s.file.Close()
	_ = os.Remove(s.file.Name()) // where it could not be removed while it was open
}

func ofSpool(err error) error {
	return galley.WrapError(err, galley.CodeStorage, messages.DiskFailing)
}
