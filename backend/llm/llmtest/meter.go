package llmtest

import (
	"math/rand/v2"
	"net/http"
	"strconv"
	"sync"
	"time"
)

// Meter is a model that thinks, takes 0.5 to 4 s for an answer, and counts the
// tokens of the last minute strictly. Its Answer is for Options.
type Meter struct {
	TPM      int
	Reserves bool // counts the question and all that the answer may have, not what it took
	Silent   bool // does not say how long to wait
	Names    bool // says in each answer how many are left
	Refuses  int  // so many next requests, though there are tokens left
	Says     string

	Used    int // tokens since the start; read it when all is done, as those that follow
	Asked   int
	Refused []time.Time

	mu      sync.Mutex
	counted []counting
}

type counting struct {
	at     time.Time
	tokens int
}

// Answer is for Options.
func (l *Meter) Answer(r Request) Reply {
	l.mu.Lock()
	defer l.mu.Unlock()
	thought, question := 100+rand.IntN(500), len(r.Body)/4
	takes := question + thought + 20
	if l.Reserves {
		takes = question + max(r.MaxTokens, r.MaxCompletionTokens)
	}
	now := time.Now()
	left := l.left(now)
	l.Asked++
	if l.Refuses > 0 {
		l.Refuses--
		reply := Refuse(http.StatusTooManyRequests, "rate_limit_exceeded", l.Says)
		reply.Header = http.Header{"Retry-After": {"5"}}
		return reply
	}
	if l.TPM > 0 && takes > left {
		l.Refused = append(l.Refused, now)
		reply := Refuse(http.StatusTooManyRequests, "rate_limit_exceeded", "Rate limit reached for tokens per min (TPM)")
		if !l.Silent {
			wait := l.counted[0].at.Add(time.Minute).Sub(now)
			reply.Header = http.Header{"Retry-After": {strconv.FormatFloat(wait.Seconds(), 'f', 3, 64)}}
		}
		return reply
	}
	l.counted, l.Used = append(l.counted, counting{now, takes}), l.Used+takes
	reply := Writes(Draft(r))
	reply.Usage = &Usage{Prompt: question, Completion: thought + 20, Reasoning: thought}
	reply.Delay = 500*time.Millisecond + rand.N(3500*time.Millisecond)
	if l.Names {
		reply.Header = http.Header{
			"X-Ratelimit-Limit-Tokens":     {strconv.Itoa(l.TPM)},
			"X-Ratelimit-Remaining-Tokens": {strconv.Itoa(left - takes)},
			"X-Ratelimit-Reset-Tokens":     {"1s"},
		}
	}
	return reply
}

// left is how many tokens of this minute were not counted yet.
func (l *Meter) left(now time.Time) int {
	for len(l.counted) > 0 && now.Sub(l.counted[0].at) >= time.Minute {
		l.counted = l.counted[1:]
	}
	left := l.TPM
	for _, c := range l.counted {
		left -= c.tokens
	}
	return left
}

// Since is how many requests were refused from then on.
func (l *Meter) Since(from time.Time) (n int) {
	for _, at := range l.Refused {
		if !at.Before(from) {
			n++
		}
	}
	return n
}
