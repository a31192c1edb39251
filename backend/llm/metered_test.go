package llm

import (
	"math/rand/v2"
	"net/http"
	"strconv"
	"sync"
	"time"

	"galley/backend/llm/llmtest"
)

// metered is a model that thinks, takes 0.5 to 4 s for an answer, and counts the
// tokens of the last minute strictly.
type metered struct {
	tpm      int
	reserves bool // counts the question and all that the answer may have, not what it took
	silent   bool // does not say how long to wait
	names    bool // says in each answer how many are left
	refuses  int  // so many next requests, though there are tokens left
	says     string

	mu      sync.Mutex
	counted []counting
	used    int // since the start
	asked   int
	refused []time.Time
}

type counting struct {
	at     time.Time
	tokens int
}

func (l *metered) answer(r llmtest.Request) llmtest.Reply {
	l.mu.Lock()
	defer l.mu.Unlock()
	thought, question := 100+rand.IntN(500), len(r.Body)/4
	takes := question + thought + 20
	if l.reserves {
		takes = question + max(r.MaxTokens, r.MaxCompletionTokens)
	}
	now := time.Now()
	left := l.left(now)
	l.asked++
	if l.refuses > 0 {
		l.refuses--
		reply := llmtest.Refuse(http.StatusTooManyRequests, "rate_limit_exceeded", l.says)
		reply.Header = http.Header{"Retry-After": {"5"}}
		return reply
	}
	if l.tpm > 0 && takes > left {
		l.refused = append(l.refused, now)
		reply := llmtest.Refuse(http.StatusTooManyRequests, "rate_limit_exceeded", "Rate limit reached for tokens per min (TPM)")
		if !l.silent {
			wait := l.counted[0].at.Add(time.Minute).Sub(now)
			reply.Header = http.Header{"Retry-After": {strconv.FormatFloat(wait.Seconds(), 'f', 3, 64)}}
		}
		return reply
	}
	l.counted, l.used = append(l.counted, counting{now, takes}), l.used+takes
	reply := llmtest.Writes(llmtest.Draft(r))
	reply.Usage = &llmtest.Usage{Prompt: question, Completion: thought + 20, Reasoning: thought}
	reply.Delay = 500*time.Millisecond + rand.N(3500*time.Millisecond)
	if l.names {
		reply.Header = http.Header{
			"X-Ratelimit-Limit-Tokens":     {strconv.Itoa(l.tpm)},
			"X-Ratelimit-Remaining-Tokens": {strconv.Itoa(left - takes)},
			"X-Ratelimit-Reset-Tokens":     {"1s"},
		}
	}
	return reply
}

// left is how many tokens of this minute were not counted yet.
func (l *metered) left(now time.Time) int {
	for len(l.counted) > 0 && now.Sub(l.counted[0].at) >= time.Minute {
		l.counted = l.counted[1:]
	}
	left := l.tpm
	for _, c := range l.counted {
		left -= c.tokens
	}
	return left
}

// since is how many requests were refused from then on.
func (l *metered) since(from time.Time) (n int) {
	for _, at := range l.refused {
		if !at.Before(from) {
			n++
		}
	}
	return n
}
