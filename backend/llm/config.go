package llm

import (
	"log/slog"
	"net/http"
	"strings"
	"time"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// Bounds and defaults of a Config.
const (
	DefaultConcurrency = 4
	MaxConcurrency     = 64
	// DefaultTimeout is long: a model on a small computer takes minutes for a
	// description.
	DefaultTimeout = 5 * time.Minute
)

// Config says which model to use, and how fast.
type Config struct {
	// BaseURL is the address of the API, as a person typed it: a missing
	// scheme or /v1 is found out.
	BaseURL string
	Model   string
	// Key goes into the Authorization header and nowhere else. Empty for
	// servers that ask for none.
	Key         string `json:"-"`
	Concurrency int    // requests at once, 1 to MaxConcurrency; 0 means DefaultConcurrency
	RPM         int    // requests a minute, 0 for no limit
	TPM         int    // tokens a minute, 0 for no limit
	// Timeout bounds one request, answer included; 0 means DefaultTimeout.
	Timeout time.Duration
	Clock   galley.Clock // nil for the system's
	// AnswerLimits are the most tokens of an answer that a person chose for
	// fields of this model; others have the usual limits.
	AnswerLimits map[galley.Field]int

	// Lesson is what was learned of the model before, nil for nothing: nothing of
	// it is asked again. Learned is called with what there is to keep, and has to
	// be safe for use by many goroutines.
	Lesson  *galley.Lesson
	Learned func(galley.Lesson)

	// HTTPClient replaces the one that New makes. Its transport is wrapped, so
	// that answers stay bounded.
	HTTPClient *http.Client
}

// String leaves the key out, so that no log or error can hold it.
func (c Config) String() string { return c.Model + " at " + c.BaseURL }

// GoString leaves the key out.
func (c Config) GoString() string { return "llm.Config{" + c.String() + "}" }

// LogValue leaves the key out.
func (c Config) LogValue() slog.Value { return slog.StringValue(c.String()) }

func (c Config) normalised() Config {
	c.Model = strings.TrimSpace(c.Model)
	c.Key = strings.TrimSpace(c.Key)
	if c.Concurrency == 0 {
		c.Concurrency = DefaultConcurrency
	}
	c.Concurrency = min(max(c.Concurrency, 1), MaxConcurrency)
	c.RPM, c.TPM = max(c.RPM, 0), max(c.TPM, 0)
	if c.Timeout <= 0 {
		c.Timeout = DefaultTimeout
	}
	if c.Clock == nil {
		c.Clock = galley.SystemClock{}
	}
	return c
}

// check returns what makes the config unusable, as a fault that pauses a job.
func (c Config) check() *fault {
	if c.Model == "" {
		return &fault{code: galley.CodeWriterModel, what: messages.NoModelChosen}
	}
	return c.checkKey()
}

func (c Config) checkKey() *fault {
	for _, r := range c.Key {
		if r <= ' ' || r > '~' {
			return &fault{code: galley.CodeWriterKey, what: messages.KeyMalformed}
		}
	}
	return nil
}
