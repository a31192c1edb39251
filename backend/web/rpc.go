package web

import (
	"errors"
	"io"
	"mime"
	"net/http"
	"time"

	"galley/backend/contract"
	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// maxBody is the largest accepted call: many times a long description.
const maxBody = 64 << 20

// rpc serves the calls of a registry: POST /rpc/Method with a JSON array of
// arguments.
type rpc struct{ api *contract.API }

func (c rpc) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	method, err := c.api.Find(contract.KindCall, r.PathValue("method"))
	switch {
	case err != nil:
		writeError(w, err)
		return
	case r.Method != http.MethodPost:
		w.Header().Set("Allow", http.MethodPost)
		writeProblem(w, http.StatusMethodNotAllowed, contract.Problem{Code: galley.CodeInvalidInput, Message: "A call is sent by POST."})
		return
	case !isJSON(r): // a form can send this from anywhere
		writeProblem(w, http.StatusUnsupportedMediaType, contract.Problem{Code: galley.CodeInvalidInput, Message: "A call is sent as application/json."})
		return
	}
	connection := http.NewResponseController(w)
	_ = connection.SetReadDeadline(time.Now().Add(bodyLimit)) // without a deadline, there is no slow sender to limit
	arguments, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxBody))
	_ = connection.SetReadDeadline(time.Time{})
	if err != nil {
		writeUnread(w, err)
		return
	}
	result, err := method.Call(arguments)
	if err != nil {
		writeError(w, err)
		return
	}
	writeJSON(w, http.StatusOK, result)
}

func isJSON(r *http.Request) bool {
	kind, _, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	return err == nil && kind == "application/json"
}

// writeUnread answers a request whose body could not be read.
func writeUnread(w http.ResponseWriter, cause error) {
	if _, ok := errors.AsType[*http.MaxBytesError](cause); ok {
		writeProblem(w, http.StatusRequestEntityTooLarge, contract.Problem{Code: galley.CodeInvalidInput, Message: "This is more than Galley takes at once. Nothing was changed."})
		return
	}
	writeError(w, galley.WrapError(cause, galley.CodeInvalidInput, messages.RequestUnreadable))
}
