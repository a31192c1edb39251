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

// Stream is an endpoint that sends events of one type.
func Stream[E any](name string) Endpoint {
	return Endpoint{Name: name, Kind: KindStream, Out: reflect.TypeFor[E]()}
}
