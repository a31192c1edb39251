package llmtest

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"slices"
	"strings"
	"time"
)

// BatchFaults is how an endpoint's batches misbehave. Of the numbers, n means
// every n-th request, 0 none.
type BatchFaults struct {
	Backwards  bool   // answers come in the reverse order
	Twice      int    // answered twice
	Missing    int    // not answered, and in no file
	Fails      int    // in the file of errors, with status 500
	Unanswers  int    // in the file of errors without a response: batch_expired
	Unknown    bool   // one more answer, to a request that nobody made
	Expires    bool   // the batch ends as expired
	Invalid    string // validation fails for this reason, with its code before a colon
	CutMakes   int    // so many next makings of a batch break off after it was made
	DropMakes  int    // so many next makings break off before it is made
	Unlisted   int    // so many next lists do not have any batch
	MostOpen   int    // more batches at once fail: their tokens are too many
	KeepFiles  bool   // files cannot be deleted
	NeverStops bool   // a batch does not end when it is cancelled
	StopsSlow  bool   // a batch that is cancelled ends only at the fourth look after
	FailsStops int    // so many next cancellings fail with 500
	ExpiresAt  int64  // when each batch expires, as it says, 0 for a day after it was made
	Prolongs   bool   // it says at each look that a batch expires a day from then
	FailsMakes bool   // making a batch fails with 500
	Hides      bool   // no batch is to be found by its id, as with the key of another project
}

// batch is one batch of a Server.
type batch struct {
	id, file, output, errs, status string
	metadata                       map[string]any
	created                        time.Time
	total, done                    int
	looks                          int // since it was cancelled
	invalid                        string
	ids                            []string // of its requests
}

// batching is a Server's files and batches.
type batching struct {
	faults  BatchFaults
	held    bool
	files   map[string][]byte
	names   map[string]string
	batches []*batch
	made    int
}

// Batching sets how the server's batches misbehave from now on.
func (s *Server) Batching(faults BatchFaults) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.batching.faults = faults
}

// HoldBatches keeps batches under way, or has them end when they are looked at.
func (s *Server) HoldBatches(held bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.batching.held = held
}

// BatchFiles are how many files the server has, and how many batches were made.
func (s *Server) BatchFiles() (files, batches int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.batching.files), len(s.batching.batches)
}

// BatchesOf are the sizes of the batches so far, in requests.
func (s *Server) BatchesOf() (sizes []int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, b := range s.batching.batches {
		sizes = append(sizes, b.total)
	}
	return sizes
}

// BatchAsked is how often each request, by its id, is in the batches so far.
func (s *Server) BatchAsked() map[string]int {
	s.mu.Lock()
	defer s.mu.Unlock()
	asked := map[string]int{}
	for _, b := range s.batching.batches {
		for _, id := range b.ids {
			asked[id]++
		}
	}
	return asked
}

func (s *Server) serveBatches(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	defer s.mu.Unlock()
	path := strings.TrimPrefix(r.URL.Path, "/v1/")
	parts := strings.Split(path, "/")
	switch {
	case !s.options.Batches:
		http.NotFound(w, r)
	case parts[0] == "files":
		s.serveFiles(w, r, parts)
	case r.Method == http.MethodPost && path == "batches":
		s.makeBatch(w, r)
	case r.Method == http.MethodGet && path == "batches":
		s.listBatches(w, r)
	default:
		s.oneBatch(w, r, parts)
	}
}

func (s *Server) serveFiles(w http.ResponseWriter, r *http.Request, parts []string) {
	at := &s.batching
	one := len(parts) > 1
	switch {
	case r.Method == http.MethodPost && !one:
		s.upload(w, r)
	case r.Method == http.MethodGet && !one:
		s.listFiles(w)
	case one && at.files[parts[1]] == nil:
		Refuse(http.StatusNotFound, "", "No such File object").write(w, r)
	case r.Method == http.MethodDelete && !at.faults.KeepFiles:
		delete(at.files, parts[1])
		writeJSON(w, http.StatusOK, map[string]any{"id": parts[1], "deleted": true})
	case r.Method == http.MethodGet:
		_, _ = w.Write(at.files[parts[1]]) // who has hung up reads no more
	default:
		http.NotFound(w, r)
	}
}

func (s *Server) upload(w http.ResponseWriter, r *http.Request) {
	file, header, err := r.FormFile("file")
	if err != nil || r.FormValue("purpose") != "batch" {
		Refuse(http.StatusBadRequest, "invalid_request_error", "a file with the purpose batch is missing").write(w, r)
		return
	}
	content, err := io.ReadAll(file)
	if err != nil {
		Refuse(http.StatusBadRequest, "", err.Error()).write(w, r)
		return
	}
	id := s.keepFile(header.Filename, content)
	writeJSON(w, http.StatusOK, map[string]any{"id": id, "object": "file", "bytes": len(content), "filename": header.Filename, "purpose": "batch"})
}

func (s *Server) keepFile(name string, content []byte) string {
	at := &s.batching
	if at.files == nil {
		at.files, at.names = map[string][]byte{}, map[string]string{}
	}
	at.made++
	id := fmt.Sprintf("file-%d", at.made)
	at.files[id], at.names[id] = content, name
	return id
}

func (s *Server) listFiles(w http.ResponseWriter) {
	list := []any{}
	for id := range s.batching.files {
		list = append(list, map[string]any{"id": id, "object": "file", "filename": s.batching.names[id], "purpose": "batch"})
	}
	writeJSON(w, http.StatusOK, map[string]any{"object": "list", "data": list})
}

func (s *Server) makeBatch(w http.ResponseWriter, r *http.Request) {
	var ask struct {
		File     string         `json:"input_file_id"`
		Window   string         `json:"completion_window"`
		Metadata map[string]any `json:"metadata"`
	}
	at := &s.batching
	if json.NewDecoder(r.Body).Decode(&ask) != nil || at.files[ask.File] == nil || ask.Window != "24h" {
		Refuse(http.StatusBadRequest, "invalid_request_error", "no such input file").write(w, r)
		return
	}
	if at.faults.FailsMakes {
		Refuse(http.StatusInternalServerError, "internal_server_error", "An unexpected error occurred.").write(w, r)
		return
	}
	if at.faults.DropMakes > 0 {
		at.faults.DropMakes--
		panic(http.ErrAbortHandler)
	}
	at.made++
	b := &batch{
		id: fmt.Sprintf("batch_%d", at.made), file: ask.File, status: "in_progress", metadata: ask.Metadata, created: s.options.Clock.Now(),
		total: strings.Count(string(at.files[ask.File]), "\n"),
	}
	b.ids = idsIn(at.files[ask.File])
	open := 0
	for _, other := range at.batches {
		if other.status == "in_progress" {
			open++
		}
	}
	switch {
	case at.faults.Invalid != "":
		b.status, b.invalid = "failed", at.faults.Invalid
	case at.faults.MostOpen > 0 && open >= at.faults.MostOpen:
		b.status, b.invalid = "failed", "token_limit_exceeded: Enqueued token limit reached"
	}
	at.batches = append(at.batches, b)
	if at.faults.CutMakes > 0 {
		at.faults.CutMakes--
		panic(http.ErrAbortHandler)
	}
	writeJSON(w, http.StatusOK, s.wireOf(b))
}

func idsIn(file []byte) (ids []string) {
	for line := range strings.Lines(string(file)) {
		var ask struct {
			ID string `json:"custom_id"`
		}
		if json.Unmarshal([]byte(line), &ask) == nil {
			ids = append(ids, ask.ID)
		}
	}
	return ids
}

func (s *Server) listBatches(w http.ResponseWriter, r *http.Request) {
	at := &s.batching
	list := []any{}
	if at.faults.Unlisted > 0 && r.URL.Query().Get("limit") != "1" {
		at.faults.Unlisted--
	} else {
		for _, b := range slices.Backward(at.batches) {
			list = append(list, s.wireOf(b))
		}
	}
	writeJSON(w, http.StatusOK, map[string]any{"object": "list", "data": list, "has_more": false})
}

// slowStop is at which look a batch ends that is slow to be cancelled.
const slowStop = 4

func (s *Server) oneBatch(w http.ResponseWriter, r *http.Request, parts []string) {
	i := slices.IndexFunc(s.batching.batches, func(b *batch) bool { return len(parts) > 1 && b.id == parts[1] })
	if i < 0 || parts[0] != "batches" || s.batching.faults.Hides {
		Refuse(http.StatusNotFound, "", "No batch found with that id").write(w, r)
		return
	}
	b := s.batching.batches[i]
	if len(parts) == 3 && parts[2] == "cancel" {
		if s.batching.faults.FailsStops > 0 {
			s.batching.faults.FailsStops--
			Refuse(http.StatusInternalServerError, "internal_server_error", "An unexpected error occurred.").write(w, r)
			return
		}
		s.cancel(b)
	} else {
		s.goOn(b)
	}
	writeJSON(w, http.StatusOK, s.wireOf(b))
}

func (s *Server) cancel(b *batch) {
	switch {
	case b.status != "in_progress", s.batching.faults.NeverStops:
	case s.batching.faults.StopsSlow:
		b.status = "cancelling"
	default:
		s.endBatch(b, b.total/2, "cancelled")
	}
}

// goOn is how far a batch is when it is looked at.
func (s *Server) goOn(b *batch) {
	switch {
	case b.status == "cancelling":
		if b.looks++; b.looks == slowStop {
			s.endBatch(b, b.total/2, "cancelled")
		}
	case b.status != "in_progress" || s.batching.held:
	case s.batching.faults.Expires:
		s.endBatch(b, b.total, "expired")
	default:
		s.endBatch(b, b.total, "completed")
	}
}

func (s *Server) wireOf(b *batch) map[string]any {
	wire := b.wire()
	if at := s.batching.faults.ExpiresAt; at != 0 {
		wire["expires_at"] = at
	}
	if s.batching.faults.Prolongs {
		wire["expires_at"] = s.options.Clock.Now().Add(24 * time.Hour).Unix()
	}
	return wire
}

func (b *batch) wire() map[string]any {
	wire := map[string]any{
		"id": b.id, "object": "batch", "endpoint": "/v1/chat/completions", "input_file_id": b.file, "completion_window": "24h",
		"status": b.status, "created_at": b.created.Unix(), "expires_at": b.created.Add(24 * time.Hour).Unix(), "metadata": b.metadata,
		"output_file_id": orNull(b.output), "error_file_id": orNull(b.errs),
		"request_counts": map[string]int{"total": b.total, "completed": b.done, "failed": 0},
	}
	if b.invalid != "" {
		code, message, _ := strings.Cut(b.invalid, ": ")
		wire["errors"] = map[string]any{"object": "list", "data": []any{map[string]any{"code": code, "message": message}}}
	}
	return wire
}
