// Package pictures fetches product images and prepares them for a model:
// limited in size, downscaled, flattened and without metadata.
package pictures

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"time"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// The limits of what is fetched.
const (
	// MaxBytes is the largest image file that is read: 10 MB, the most that
	// model endpoints accept.
	MaxBytes = 10 << 20
	// MaxPixels is the largest image that is decoded. A small file can hold a
	// huge picture; its size is read before it is decoded.
	MaxPixels = 50_000_000
	// Timeout limits one fetch, redirects and body included.
	Timeout = 30 * time.Second

	maxRedirects = 5
	// maxDecoding is how many pictures are decoded at once: at MaxPixels each
	// takes up to 400 MB.
	maxDecoding = 2
)

// Fetcher is galley.Pictures over HTTP. It is safe for use by many goroutines.
type Fetcher struct {
	client   *http.Client
	decoding chan struct{}
}

// New returns a Fetcher. Pictures come from public addresses and from hosts
// that named reports: hosts, with their port, that a person entered as a shop's
// address.
func New(named func(ctx context.Context, host string) bool) *Fetcher {
	return &Fetcher{
		client:   &http.Client{Timeout: Timeout, CheckRedirect: checkRedirect, Transport: newReach(named)},
		decoding: make(chan struct{}, maxDecoding),
	}
}

// Close drops idle connections.
func (f *Fetcher) Close() { f.client.CloseIdleConnections() }

// Picture fetches the image and returns it as a JPEG of at most maxSide pixels
// on the longer side; a smaller one keeps its size. If it cannot be fetched or
// is no picture, the error is CodeWriterPicture.
func (f *Fetcher) Picture(ctx context.Context, address string, maxSide int) (galley.Picture, error) {
	if maxSide < 1 {
		return galley.Picture{}, galley.NewError(galley.CodeInternal, messages.PictureScaleInvalid(maxSide))
	}
	data, err := f.fetch(ctx, address)
	if err != nil {
		return galley.Picture{}, err
	}
	select {
	case f.decoding <- struct{}{}:
	case <-ctx.Done():
		return galley.Picture{}, stopped(ctx)
	}
	defer func() { <-f.decoding }()
	jpeg, err := prepare(data, maxSide)
	if err != nil {
		return galley.Picture{}, err
	}
	return galley.Picture{MIME: "image/jpeg", Data: jpeg}, nil
}

func (f *Fetcher) fetch(ctx context.Context, address string) ([]byte, error) {
	u, err := url.Parse(address)
	if err != nil || u.Hostname() == "" || !isWeb(u) {
		return nil, galley.WrapError(err, galley.CodeWriterPicture, messages.PictureWithoutAddress)
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return nil, galley.WrapError(err, galley.CodeWriterPicture, messages.PictureWithoutAddress)
	}
	req.Header.Set("Accept", "image/webp, image/png, image/jpeg, image/gif")
	resp, err := f.client.Do(req)
	if err != nil {
		return nil, unfetched(ctx, err)
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return nil, galley.NewError(galley.CodeWriterPicture, messages.PictureRefused(resp.StatusCode))
	}
	data, err := io.ReadAll(io.LimitReader(resp.Body, MaxBytes+1))
	if err != nil {
		return nil, unfetched(ctx, err)
	}
	if len(data) > MaxBytes {
		return nil, galley.NewError(galley.CodeWriterPicture, messages.PictureTooLarge(MaxBytes>>20))
	}
	return data, nil
}

func isWeb(u *url.URL) bool { return u.Scheme == "http" || u.Scheme == "https" }

func checkRedirect(req *http.Request, via []*http.Request) error {
	if len(via) >= maxRedirects {
		return fmt.Errorf("more than %d redirects", maxRedirects)
	}
	if !isWeb(req.URL) {
		return fmt.Errorf("redirect to %s", req.URL.Scheme)
	}
	return nil
}

func unfetched(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return stopped(ctx)
	}
	if errors.Is(err, errInside) {
		return galley.WrapError(err, galley.CodeWriterPicture, messages.PictureAddressPrivate)
	}
	return galley.WrapError(err, galley.CodeWriterPicture, messages.PictureNotFetched)
}

func stopped(ctx context.Context) error {
	return galley.WrapError(ctx.Err(), galley.CodeOf(ctx.Err()), messages.PictureStopped)
}
