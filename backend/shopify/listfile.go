package shopify

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"time"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// mostList bounds the file of a list, in bytes: a million products with long texts are about 10 GB.
const mostList = 32 << 30

// listFile reads the file of a list. Where the connection breaks it continues behind the last byte that came.
type listFile struct {
	ctx    context.Context //nolint:containedctx // an io.Reader cannot be handed one
	client *Client
	url    string
	size   int64 // 0 if not known
	at     int64
	tries  int // since a byte came
	body   io.ReadCloser
	watch  *time.Timer // ends a connection over which nothing comes
	end    context.CancelFunc
}

// openList opens the file of a list. The shop's token is not sent: the address itself is the credential, and another
// host's.
func (c *Client) openList(ctx context.Context, list galley.ProductList) (*listFile, error) {
	u, err := url.Parse(list.URL)
	if err != nil || u.Hostname() == "" {
		return nil, broken(errors.New("the list has no usable address"))
	}
	shop, err := url.Parse(c.endpoint)
	if err != nil || u.Scheme != "https" && (u.Scheme != "http" || !isLoopback(shop.Hostname()) || !isLoopback(u.Hostname())) {
		return nil, broken(fmt.Errorf("the list is at %s://%s, which is not protected", u.Scheme, u.Host))
	}
	if list.Size > mostList {
		return nil, broken(fmt.Errorf("the list has %d bytes", list.Size))
	}
	return &listFile{ctx: ctx, client: c, url: list.URL, size: list.Size}, nil
}

// Read implements io.Reader. Its errors are galley.Errors.
func (f *listFile) Read(into []byte) (int, error) {
	for {
		if f.size > 0 && f.at == f.size {
			return 0, io.EOF
		}
		if err := f.open(); err != nil {
			return 0, err
		}
		n, err := f.body.Read(into)
		f.came(n)
		switch {
		case f.size > 0 && f.at > f.size, f.at > mostList:
			return 0, broken(fmt.Errorf("the list is larger than its %d bytes", f.size))
		case err == nil, n > 0:
			return n, nil
		case errors.Is(err, io.EOF) && f.size == 0:
			return 0, io.EOF
		}
		f.Close()
		if err := f.again(err); err != nil {
			return 0, err
		}
	}
}

// came notes bytes that came.
func (f *listFile) came(n int) {
	if f.at += int64(n); n > 0 {
		f.tries = 0
	}
}

// again waits before the next try, or says that there is none.
func (f *listFile) again(cause error) error {
	if f.tries++; f.tries > f.client.retries {
		return galley.WrapError(cause, galley.CodeOffline, messages.ShopOffline)
	}
	if err := f.client.clock.Sleep(f.ctx, backoff(f.tries)); err != nil {
		return ofEnd(err, true).err(false)
	}
	return nil
}

// open asks for the file from the first byte that is missing, where it is not open.
func (f *listFile) open() error {
	for f.body == nil {
		response, err := f.ask()
		switch {
		case f.ctx.Err() != nil:
			return ofEnd(f.ctx.Err(), true).err(false)
		case err == nil && response.StatusCode < 300:
			if err := f.begin(response); err != nil {
				return err
			}
			continue
		case err == nil:
			_ = response.Body.Close()
			err = fmt.Errorf("the list answers with HTTP %d", response.StatusCode)
			if gone(response.StatusCode) {
				f.end()
				return listGone(err)
			}
		}
		f.end()
		if err := f.again(err); err != nil {
			return err
		}
	}
	return nil
}

// gone reports whether a status says that asking again is of no use.
func gone(status int) bool {
	return status < 500 && status != http.StatusTooManyRequests && status != http.StatusRequestTimeout
}

func (f *listFile) ask() (*http.Response, error) {
	ctx, cancel := context.WithCancel(f.ctx)
	f.end = cancel
	f.watch = time.AfterFunc(f.client.timeout, cancel)
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, f.url, nil)
	if err != nil {
		return nil, withoutAddress(err)
	}
	request.Header.Set("User-Agent", "Galley")
	if f.at > 0 {
		request.Header.Set("Range", fmt.Sprintf("bytes=%d-", f.at))
	}
	response, err := f.client.http.Do(request)
	return response, withoutAddress(err)
}

// withoutAddress is an error of a request without its address, which is a credential: errors are logged.
func withoutAddress(err error) error {
	if failed, ok := errors.AsType[*url.Error](err); ok {
		return failed.Err
	}
	return err
}

// watchedBody is the body of an answer. Bytes that come keep its watch from ending it.
type watchedBody struct {
	io.ReadCloser

	watch *time.Timer
	limit time.Duration
}

func (b watchedBody) Read(into []byte) (int, error) {
	n, err := b.ReadCloser.Read(into)
	if n > 0 {
		b.watch.Reset(b.limit)
	}
	return n, err
}

// begin takes an answer's body. A host that does not know ranges sends what came before too.
func (f *listFile) begin(response *http.Response) error {
	f.watch.Reset(f.client.timeout)
	f.body = watchedBody{response.Body, f.watch, f.client.timeout}
	if response.StatusCode == http.StatusPartialContent {
		return f.checkStart(response.Header.Get("Content-Range"))
	}
	if _, err := io.CopyN(io.Discard, f.body, f.at); err != nil {
		f.Close()
		return f.again(err)
	}
	return nil
}

// checkStart reports whether an answer with a part of the file begins with the first byte that is missing.
func (f *listFile) checkStart(part string) error {
	if !strings.HasPrefix(part, fmt.Sprintf("bytes %d-", f.at)) {
		return broken(fmt.Errorf("the file continues at %q, not at byte %d", part, f.at))
	}
	return nil
}

// Close ends the connection.
func (f *listFile) Close() {
	if f.body != nil {
		f.watch.Stop()
		f.end()
		_ = f.body.Close()
		f.body = nil
	}
}

// broken is a list that is not whole or cannot be read at all: another is asked for.
func broken(cause error) error {
	return galley.WrapError(cause, galley.CodeInvalidFile, messages.ShopListBroken)
}
