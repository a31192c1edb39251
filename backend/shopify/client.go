// Package shopify reads and writes a shop through Shopify's Admin GraphQL API, or through anything
// that speaks it. Requests wait for the shop's cost bucket, so that the shop hardly ever has to turn
// one away; reads are repeated after passing faults; a write is repeated only when it is certain that
// nothing was done. Each failure is a galley.Error with a sentence for people.
package shopify

import (
	"fmt"
	"log/slog"
	"net/http"
	"sync"
	"time"

	"galley/backend/galley"
)

// The defaults of a client.
const (
	// answerTimeout is how long one request may take, from dialling to the last byte. Shopify itself
	// gives up on a request after about a minute.
	answerTimeout = 75 * time.Second
	// maxAnswer bounds what one answer may weigh, in bytes: a full page of products with the longest
	// descriptions that Shopify takes (512 KB each) fits.
	maxAnswer = 64 << 20
)

// Config says which shop a client talks to.
type Config struct {
	// Domain is the shop's name or address: "quillmoor", "quillmoor.myshopify.com" or a page of it.
	// It may be empty if Endpoint is set.
	Domain string
	// Endpoint overrides where the Admin API answers: a base URL, or the full path of the GraphQL
	// endpoint. Without TLS it must be on this computer.
	Endpoint string
	// Token is the Admin API access token. It is sent to the endpoint and appears nowhere else.
	Token string
	// Tokens, if set, provides the token instead of Token.
	Tokens Tokens

	// The rest is optional.
	Clock   galley.Clock      // the machine's clock
	Logger  *slog.Logger      // slog.Default
	HTTP    http.RoundTripper // a transport of the client's own
	Folder  string            // where lists of products are while they are read; the system's folder for temporary files
	Timeout time.Duration     // for one answer; 75 s
	Retries int               // how often a request is repeated after passing faults; 4, negative for never
}

// Client is one shop. It is safe for use by many goroutines, which must share it: it knows the shop's
// rate.
type Client struct {
	endpoint string
	tokens   Tokens
	http     *http.Client
	clock    galley.Clock
	log      *slog.Logger
	timeout  time.Duration
	retries  int

	bucket *bucket
	costs  *costs
	pace   pace
	served servedVersion
	folder string

	mu       sync.Mutex
	pageSize int // products requested at once; follows their cost
	ceiling  ceiling
	inner    ceiling // of the pages within a product
	total    int     // products on the shop, as last counted
	names    referenceNames
	ahead    time.Duration // of the shop's clock, see ClockAhead
	// weightsDenied is set once the shop denied the weights of variants.
	weightsDenied bool
}

var _ galley.ShopClient = (*Client)(nil)

// New makes a client. No request is sent. An address that a token must not be sent to is
// CodeInvalidInput.
func New(cfg Config) (*Client, error) {
	endpoint, err := endpointOf(cfg)
	if err != nil {
		return nil, err
	}
	if cfg.Tokens == nil {
		if err := checkToken(cfg.Token); err != nil {
			return nil, err
		}
		cfg.Tokens = onlyToken(cfg.Token)
	}
	c := &Client{
		endpoint: endpoint,
		tokens:   cfg.Tokens,
		clock:    cfg.Clock,
		log:      cfg.Logger,
		timeout:  cfg.Timeout,
		retries:  cfg.Retries,
		costs:    newCosts(),
		pageSize: firstPageSize,
		folder:   cfg.Folder,
	}
	if c.clock == nil {
		c.clock = preciseClock{}
	}
	if c.log == nil {
		c.log = slog.Default()
	}
	if c.timeout == 0 {
		c.timeout = answerTimeout
	}
	if c.retries == 0 {
		c.retries = defaultRetries
	}
	c.http = newHTTPClient(cfg.HTTP)
	c.bucket = newBucket(c.clock)
	return c, nil
}

// Close lets go of idle connections. The client can still be used.
func (c *Client) Close() { c.http.CloseIdleConnections() }

// String names the endpoint, without the token.
func (c *Client) String() string { return "shop at " + c.endpoint }

// Format keeps the token out of every verb, %#v among them.
func (c *Client) Format(state fmt.State, _ rune) { fmt.Fprint(state, c.String()) }

// LogValue keeps the token out of structured logs.
func (c *Client) LogValue() slog.Value { return slog.StringValue(c.String()) }

// preciseClock is the machine's time with its monotonic reading and no rounding: at a thousand points
// a second, a millisecond is a point.
type preciseClock struct{ galley.SystemClock }

func (preciseClock) Now() time.Time { return time.Now() }
