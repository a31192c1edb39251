package contract

import (
	"context"
	"io"
	"net/url"
	"reflect"
)

type (
	read func(context.Context, url.Values) (any, error)
	open func(context.Context, url.Values) (Download, error)
	// follow calls its function with each event.
	follow func(context.Context, func(any))
)

// List is an endpoint that answers a query with a page of a list.
func List[Q, P any](name string, find func(context.Context, Q) (P, error)) Endpoint {
	return Endpoint{
		Name: name, Kind: KindList, In: []reflect.Type{reflect.TypeFor[Q]()}, Out: reflect.TypeFor[P](),
		read: func(ctx context.Context, values url.Values) (any, error) {
			q, err := query[Q](values)
			if err != nil {
				return nil, err
			}
			return find(ctx, q)
		},
	}
}

// Read answers a list's query.
func (e Endpoint) Read(ctx context.Context, values url.Values) (any, error) {
	return e.read(ctx, values)
}

// Download is a file that is ready to be sent.
type Download struct {
	Name   string
	Type   string            // the content type
	Header map[string]string // what else is said of it
	// Write sends it. What fails here leaves a file that is cut off.
	Write func(io.Writer) error
}

// File is an endpoint that answers a query with a file to keep.
func File[Q any](name string, prepare func(context.Context, Q) (Download, error)) Endpoint {
	return Endpoint{
		Name: name, Kind: KindFile, In: []reflect.Type{reflect.TypeFor[Q]()},
		open: func(ctx context.Context, values url.Values) (Download, error) {
			q, err := query[Q](values)
			if err != nil {
				return Download{}, err
			}
			return prepare(ctx, q)
		},
	}
}

// Open answers a file's query.
func (e Endpoint) Open(ctx context.Context, values url.Values) (Download, error) {
	return e.open(ctx, values)
}

// Stream is an endpoint that sends events of one type. follow calls its function
// with each until the context ends.
func Stream[E any](name string, follow func(context.Context, func(E))) Endpoint {
	return Endpoint{
		Name: name, Kind: KindStream, Out: reflect.TypeFor[E](),
		follow: func(ctx context.Context, send func(any)) { follow(ctx, func(event E) { send(event) }) },
	}
}

// Follow calls send with each event of a stream until ctx ends.
func (e Endpoint) Follow(ctx context.Context, send func(event any)) { e.follow(ctx, send) }
