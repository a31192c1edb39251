package galleytest

import (
	"bytes"
	"compress/gzip"
	"net/http"
	"runtime"
)

// Bomb answers with half a megabyte that unpacks to half a gigabyte of blanks,
// until the reader stops.
func Bomb(w http.ResponseWriter, _ *http.Request) {
	var part bytes.Buffer
	pack := gzip.NewWriter(&part)
	_, _ = pack.Write(bytes.Repeat([]byte(" "), 1<<20)) // writing to memory does not fail
	_ = pack.Close()
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Content-Encoding", "gzip")
	for range 512 {
		if _, err := w.Write(part.Bytes()); err != nil {
			return
		}
	}
}

// Allocated is how many bytes are allocated while f runs.
func Allocated(f func()) uint64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	f()
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}
