// Package contract is the registry of everything that the pages ask of Galley.
// The window and HTTP both serve it, and the pages' TypeScript is generated
// from it.
package contract

import (
	"reflect"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// Kind is the way in which an endpoint answers.
type Kind string

// The kinds.
const (
	KindCall   Kind = "call"   // arguments in, one JSON document out
	KindList   Kind = "list"   // a page of a long list
	KindFile   Kind = "file"   // a file to keep
	KindStream Kind = "stream" // server-sent events
)

// Endpoint is one thing that the pages can ask for. A call takes any number of
// arguments; a list and a file take one struct, from the query of their address.
type Endpoint struct {
	Name string
	Kind Kind
	In   []reflect.Type
	Out  reflect.Type // nil for none; of a stream, one event

	call   reflect.Value
	read   read
	open   open
	follow follow
}

// API is a registry of endpoints: names are unique within a kind.
type API struct{ endpoints []Endpoint }

// New is a registry of these endpoints.
func New(endpoints ...Endpoint) *API { return &API{endpoints} }

// Endpoints lists all of them.
func (a *API) Endpoints() []Endpoint { return a.endpoints }

// Streams lists the streams.
func (a *API) Streams() []Endpoint {
	var streams []Endpoint
	for _, e := range a.endpoints {
		if e.Kind == KindStream {
			streams = append(streams, e)
		}
	}
	return streams
}

// Find returns an endpoint, or CodeNotFound.
func (a *API) Find(kind Kind, name string) (Endpoint, error) {
	for _, e := range a.endpoints {
		if e.Kind == kind && e.Name == name {
			return e, nil
		}
	}
	return Endpoint{}, galley.NewError(galley.CodeNotFound, messages.NoSuchEndpoint(string(kind), name))
}
