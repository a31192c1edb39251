package web

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"reflect"
	"time"

	"galley/backend/galley"
)

// maxBody is the largest call that is read: a long description fits many times.
const maxBody = 64 << 20

// rpc lets the page call the exported methods of the bound value, as the
// window's bindings do: POST /rpc/Method with a JSON array of arguments.
type rpc map[string]reflect.Value

var errorType = reflect.TypeFor[error]()

// newRPC lists the methods of app that return a value, an error, or both.
func newRPC(app any) rpc {
	methods := rpc{}
	v := reflect.ValueOf(app)
	for m := range v.Type().Methods() {
		if f := v.MethodByName(m.Name); callable(f.Type()) {
			methods[m.Name] = f
		}
	}
	return methods
}

func callable(t reflect.Type) bool {
	switch {
	case t.IsVariadic():
		return false
	case t.NumOut() == 2:
		return t.Out(1) == errorType
	}
	return t.NumOut() <= 1
}

func (c rpc) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	name := r.PathValue("method")
	method, ok := c[name]
	switch {
	case !ok:
		writeError(w, galley.Errorf(galley.CodeNotFound, "There is no method %q.", name))
		return
	case r.Method != http.MethodPost:
		w.Header().Set("Allow", http.MethodPost)
		writeProblem(w, http.StatusMethodNotAllowed, problem{Code: galley.CodeInvalidInput, Message: "A call is sent by POST."})
		return
	case !isJSON(r): // what a form can send from anywhere
		writeProblem(w, http.StatusUnsupportedMediaType, problem{Code: galley.CodeInvalidInput, Message: "A call is sent as application/json."})
		return
	}
	connection := http.NewResponseController(w)
	_ = connection.SetReadDeadline(time.Now().Add(bodyLimit)) // what has no deadline has no sender that dawdles
	args, err := arguments(method.Type(), http.MaxBytesReader(w, r.Body, maxBody))
	_ = connection.SetReadDeadline(time.Time{})
	if err != nil {
		writeBadArguments(w, name, err)
		return
	}
	result, err := outcome(method.Call(args))
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

func writeBadArguments(w http.ResponseWriter, name string, cause error) {
	if _, ok := errors.AsType[*http.MaxBytesError](cause); ok {
		writeProblem(w, http.StatusRequestEntityTooLarge, problem{Code: galley.CodeInvalidInput, Message: "This is more than Galley takes at once. Nothing was changed."})
		return
	}
	writeError(w, galley.Wrap(cause, galley.CodeInvalidInput, "The arguments of %s are not what it takes. Nothing was changed.", name))
}

// outcome splits what a method returned.
func outcome(out []reflect.Value) (any, error) {
	if n := len(out); n > 0 && out[n-1].Type() == errorType {
		if err, failed := reflect.TypeAssert[error](out[n-1]); failed {
			return nil, err
		}
		out = out[:n-1]
	}
	if len(out) == 0 {
		return nil, nil
	}
	return out[0].Interface(), nil
}

// arguments reads exactly as many arguments as the method takes, each of its
// type.
func arguments(method reflect.Type, body io.Reader) ([]reflect.Value, error) {
	var raw []json.RawMessage
	decoder := json.NewDecoder(body)
	if err := decoder.Decode(&raw); err != nil {
		return nil, err
	}
	if decoder.More() {
		return nil, errors.New("something follows the array of arguments")
	}
	if len(raw) != method.NumIn() {
		return nil, fmt.Errorf("%d arguments instead of %d", len(raw), method.NumIn())
	}
	args := make([]reflect.Value, len(raw))
	for i, text := range raw {
		arg := reflect.New(method.In(i))
		if err := json.Unmarshal(text, arg.Interface()); err != nil {
			return nil, err
		}
		args[i] = arg.Elem()
	}
	return args, nil
}
