package web

import (
	"encoding/json"
	"net/http"

	"galley/backend/contract"
	"galley/backend/galley"
)

// codeSignedOut exists only over HTTP: the request has no session.
const codeSignedOut galley.Code = "signed_out"

// statuses maps error codes to HTTP statuses. 401 is not among them: it means
// that the browser is signed out.
var statuses = map[galley.Code]int{
	galley.CodeInvalidInput: http.StatusBadRequest,
	galley.CodeInvalidFile:  http.StatusBadRequest,
	galley.CodeNotFound:     http.StatusNotFound,
	galley.CodeIllegalState: http.StatusConflict,
	galley.CodeBusy:         http.StatusConflict,
	galley.CodeVaultLocked:  http.StatusLocked,
	galley.CodeCancelled:    http.StatusServiceUnavailable,
	galley.CodeInternal:     http.StatusInternalServerError,
	galley.CodeStorage:      http.StatusInternalServerError,
	galley.CodeTimeout:      http.StatusGatewayTimeout,
}

// statusOf returns the HTTP status of a code; codes without one come from a
// shop or a model.
func statusOf(code galley.Code) int {
	if status, ok := statuses[code]; ok {
		return status
	}
	return http.StatusBadGateway
}

func writeError(w http.ResponseWriter, err error) {
	p := contract.ProblemOf(err)
	writeProblem(w, statusOf(p.Code), p)
}

func writeProblem(w http.ResponseWriter, status int, p contract.Problem) {
	writeJSON(w, status, map[string]contract.Problem{"error": p})
}

// writeJSON streams a document. If writing fails, the reader is gone, and the
// error has no receiver.
func writeJSON(w http.ResponseWriter, status int, document any) {
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(document)
}
