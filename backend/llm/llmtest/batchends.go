package llmtest

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
)

// endBatch answers the first n requests of a batch, with the faults that are
// set, and ends it.
func (s *Server) endBatch(b *batch, n int, status string) {
	faults := s.batching.faults
	var answers, errs []string
	for i, line := range strings.Split(strings.TrimSpace(string(s.batching.files[b.file])), "\n") {
		var ask struct {
			ID   string          `json:"custom_id"`
			Body json.RawMessage `json:"body"`
		}
		if json.Unmarshal([]byte(line), &ask) != nil || i >= n {
			continue
		}
		answered, refused := s.answersOf(ask.ID, ask.Body, i+1)
		answers, errs = append(answers, answered...), append(errs, refused...)
		b.done += min(len(answered), 1)
	}
	if faults.Unknown {
		answers = append(answers, asLine(response("another-1-1", http.StatusOK, map[string]any{"choices": []any{}})))
	}
	if faults.Backwards {
		slices.Reverse(answers)
	}
	b.status = status
	if len(answers) > 0 {
		b.output = s.keepFile("output", []byte(strings.Join(answers, "\n")+"\n"))
	}
	if len(errs) > 0 {
		b.errs = s.keepFile("errors", []byte(strings.Join(errs, "\n")+"\n"))
	}
}

// answersOf are the lines of the nth request, in the file of answers and in that
// of errors.
func (s *Server) answersOf(id string, body json.RawMessage, n int) (answers, errs []string) {
	faults := s.batching.faults
	every := func(nth int) bool { return nth > 0 && n%nth == 0 }
	switch {
	case every(faults.Missing):
		return nil, nil
	case every(faults.Unanswers):
		return nil, []string{asLine(map[string]any{"custom_id": id, "response": nil, "error": map[string]string{
			"code": "batch_expired", "message": "This request could not be executed before the completion window expired.",
		}})}
	case every(faults.Fails):
		return nil, []string{asLine(response(id, http.StatusInternalServerError, map[string]any{"error": map[string]string{"message": "The server had an error"}}))}
	}
	answer := s.batched(id, body)
	if every(faults.Twice) {
		return []string{answer, answer}, nil
	}
	return []string{answer}, nil
}

func response(id string, status int, body any) map[string]any {
	return map[string]any{
		"id": "batch_req_1", "custom_id": id, "error": nil,
		"response": map[string]any{"status_code": status, "request_id": "r", "body": body},
	}
}

func asLine(v any) string {
	line, err := json.Marshal(v)
	if err != nil {
		panic(err) // the values are made here
	}
	return string(line)
}

// batched is a request's answer as a line of results. It is billed as a batch's.
func (s *Server) batched(id string, body json.RawMessage) string {
	request := httptest.NewRequest(http.MethodPost, "/v1/chat/completions", strings.NewReader(string(body)))
	req, err := s.read(request)
	if err != nil {
		return asLine(response(id, http.StatusBadRequest, map[string]any{"error": map[string]string{"message": err.Error()}}))
	}
	var reply Reply
	if len(s.script) > 0 {
		reply, s.script = s.script[0], s.script[1:]
	} else {
		reply = s.answer(req)
	}
	reply.model, reply.prompt = req.Model, promptTokens(req)
	recorder := httptest.NewRecorder()
	reply.write(recorder, request)
	if reply.Status < http.StatusBadRequest {
		usage := reply.usage()
		s.batchBill.Requests++
		s.batchBill.Prompt += usage.Prompt
		s.batchBill.Completion += usage.Completion
	}
	return asLine(response(id, recorder.Code, json.RawMessage(recorder.Body.Bytes())))
}

// BatchBill is what the answers of batches are charged as, at half the price.
func (s *Server) BatchBill() Bill {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.batchBill
}
