package contract

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

var errorType = reflect.TypeFor[error]()

// Calls are the exported methods of app that return a value, an error, or both.
func Calls(app any) []Endpoint {
	var calls []Endpoint
	v := reflect.ValueOf(app)
	for m := range v.Type().Methods() {
		f := v.MethodByName(m.Name)
		if !callable(f.Type()) {
			continue
		}
		e := Endpoint{Name: m.Name, Kind: KindCall, call: f}
		for in := range f.Type().Ins() {
			e.In = append(e.In, in)
		}
		if f.Type().NumOut() > 0 && f.Type().Out(0) != errorType {
			e.Out = f.Type().Out(0)
		}
		calls = append(calls, e)
	}
	return calls
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

// Call calls a method with a JSON array of arguments. Arguments that it does not
// take are CodeInvalidInput.
func (e Endpoint) Call(arguments []byte) (any, error) {
	args, err := e.arguments(arguments)
	if err != nil {
		return nil, galley.WrapError(err, galley.CodeInvalidInput, messages.ArgumentsInvalid(e.Name))
	}
	return outcome(e.call.Call(args))
}

// arguments reads exactly as many arguments as the method takes, each of its
// type.
func (e Endpoint) arguments(document []byte) ([]reflect.Value, error) {
	var raw []json.RawMessage
	decoder := json.NewDecoder(bytes.NewReader(document))
	if err := decoder.Decode(&raw); err != nil {
		return nil, err
	}
	if decoder.More() {
		return nil, errors.New("something follows the array of arguments")
	}
	if len(raw) != len(e.In) {
		return nil, fmt.Errorf("%d arguments instead of %d", len(raw), len(e.In))
	}
	args := make([]reflect.Value, len(raw))
	for i, text := range raw {
		arg := reflect.New(e.In[i])
		if err := json.Unmarshal(text, arg.Interface()); err != nil {
			return nil, err
		}
		args[i] = arg.Elem()
	}
	return args, nil
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
