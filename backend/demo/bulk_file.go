package demo

import (
	"bytes"
	"errors"
	"io"
	"net/http"
	"os"
	"time"

	"galley/backend/demo/faults"
)

// bulkFolderPath is where files of bulk operations are fetched. Shopify keeps them
// on another host: what holds here is that requests need no token.
const bulkFolderPath = "/bulk/"

// serveBulkFile gives the file of a bulk operation; no token is needed. A request
// with a token is refused, which Shopify's file host does not do, so that a client
// that leaks its token fails.
func (s *Shop) serveBulkFile(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("X-Shopify-Access-Token") != "" {
		refuseFile(w, http.StatusBadRequest, "TokenSent", "A shop's access token is not for this host.")
		return
	}
	file, gone, err := s.bulk.Open(r.Context(), r.PathValue("name"))
	switch {
	case err != nil:
		refuseFile(w, http.StatusInternalServerError, "InternalError", "We encountered an internal error. Please try again.")
		return
	case gone: // as Google's storage answers for an address that was signed for a shorter time
		refuseFile(w, http.StatusBadRequest, "ExpiredToken", "The provided token has expired.")
		return
	case file == nil:
		refuseFile(w, http.StatusNotFound, "NoSuchKey", "The specified key does not exist.")
		return
	}
	defer file.Close()
	served, fault := io.ReadSeeker(file), s.faultOfFile()
	switch fault {
	case "":
	case faults.BulkGone:
		refuseFile(w, http.StatusForbidden, "AccessDenied", "Access denied.")
		return
	default:
		if served, err = spoil(file, fault); err != nil {
			refuseFile(w, http.StatusInternalServerError, "InternalError", "We encountered an internal error. Please try again.")
			return
		}
	}
	w.Header().Set("Content-Type", "application/jsonl")
	w.Header().Set("X-Content-Type-Options", "nosniff")
	w.Header().Set("Content-Disposition", `attachment; filename="bulk.jsonl"`)
	w.Header().Set("ETag", `"`+r.PathValue("name")+`"`)
	http.ServeContent(w, r, "", time.Time{}, served)
}

func refuseFile(w http.ResponseWriter, status int, code, message string) {
	writeBody(w, status, "application/xml; charset=UTF-8",
		[]byte("<?xml version='1.0' encoding='UTF-8'?><Error><Code>"+code+"</Code><Message>"+message+"</Message></Error>"))
}

// faultOfFile is the fault that strikes a fetch of a file, "" for none.
func (s *Shop) faultOfFile() faults.Kind {
	hit, _ := s.faults.Next(faults.Request{Download: true})
	if hit == nil {
		return ""
	}
	return hit.Kind
}

// spoiled is a file that is not sent as it is: from a place on it is cut off, or up
// to the end of the line it is not JSON.
type spoiled struct {
	file *os.File
	kind faults.Kind
	from int64 // a place within a line
	at   int64
	cuts bool // it was read from before the place on: who asks for the rest gets it
}

// spoil chooses the place: in the middle of the file, within a line.
func spoil(file *os.File, kind faults.Kind) (io.ReadSeeker, error) {
	size, err := file.Seek(0, io.SeekEnd)
	if err != nil {
		return nil, err
	}
	from := size / 2
	const ends = "}\n"
	around := make([]byte, 2*len(ends))
	if _, err := file.ReadAt(around, max(0, from-int64(len(ends)))); err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}
	if bytes.IndexByte(around, '\n') >= 0 {
		from += int64(2 * len(ends)) // no line is that short
	}
	return &spoiled{file: file, kind: kind, from: from}, nil
}

var errCut = errors.New("the connection is cut on purpose")

// Seek implements io.Seeker.
func (s *spoiled) Seek(offset int64, whence int) (int64, error) {
	at, err := s.file.Seek(offset, whence)
	s.at = at
	return at, err
}

// Read implements io.Reader.
func (s *spoiled) Read(into []byte) (int, error) {
	if s.kind == faults.BulkCut && s.at < s.from {
		s.cuts = true
		into = into[:min(int64(len(into)), s.from-s.at)]
	} else if s.cuts && s.at == s.from {
		return 0, errCut
	}
	n, err := s.file.Read(into)
	if s.kind == faults.BulkGarbled && s.at <= s.from && s.from < s.at+int64(n) {
		rest := into[s.from-s.at : n]
		if end := bytes.IndexByte(rest, '\n'); end >= 0 {
			rest = rest[:end]
		}
		for i := range rest {
			rest[i] = 0 // which JSON has nowhere
		}
	}
	s.at += int64(n)
	return n, err
}
