package llm

import (
	"sync"
	"unicode/utf8"

	"github.com/sashabaranov/go-openai"

	"galley/backend/galley"
)

// The first guesses, until answers show better. Four characters a token is
// about right for English; other scripts need more tokens, which is learnt from
// the first answers.
const (
	firstCharsPerToken     = 4.0
	firstPictureTokens     = 1000.0
	firstOutputTokens      = 60.0
	firstDescriptionTokens = 600.0
	// weight is how much one answer changes a guess.
	weight = 0.1
)

// size is an estimate of a request without a tokenizer.
type size struct{ chars, pictures int }

// estimator guesses the tokens of a request and learns from usage. It costs
// nothing; a tokenizer's tables would be of some models only.
type estimator struct {
	mu            sync.Mutex
	charsPerToken float64
	picture       float64
	output        map[galley.Field]float64
	total         float64 // of a request, input and output
}

func newEstimator() *estimator {
	return &estimator{
		charsPerToken: firstCharsPerToken,
		picture:       firstPictureTokens,
		output:        map[galley.Field]float64{},
	}
}

// tokens is the guess for input and output together.
func (e *estimator) tokens(s size, field galley.Field) int {
	e.mu.Lock()
	defer e.mu.Unlock()
	return max(int(e.input(s)+e.outputOf(field)), 1)
}

// inputOf is the guess for input alone.
func (e *estimator) inputOf(s size) int {
	e.mu.Lock()
	defer e.mu.Unlock()
	return int(e.input(s))
}

// typical is about what one request takes, 1 before the first.
func (e *estimator) typical() int {
	e.mu.Lock()
	defer e.mu.Unlock()
	return max(int(e.total), 1)
}

// learn moves the guesses towards what an endpoint counted.
func (e *estimator) learn(s size, field galley.Field, u openai.Usage) {
	e.mu.Lock()
	defer e.mu.Unlock()
	input, output := float64(u.PromptTokens), float64(u.CompletionTokens)
	e.output[field] = towards(e.outputOf(field), output)
	if e.total == 0 {
		e.total = input + output
	}
	e.total = towards(e.total, input+output)
	switch {
	case input <= 0:
	case s.pictures > 0:
		seen := (input - float64(s.chars)/e.charsPerToken) / float64(s.pictures)
		e.picture = towards(e.picture, max(seen, 0))
	default:
		e.charsPerToken = towards(e.charsPerToken, min(max(float64(s.chars)/input, 0.2), 20))
	}
}

func (e *estimator) input(s size) float64 {
	return float64(s.chars)/e.charsPerToken + float64(s.pictures)*e.picture
}

func (e *estimator) outputOf(field galley.Field) float64 {
	if known, ok := e.output[field]; ok {
		return known
	}
	if field.IsHTML() {
		return firstDescriptionTokens
	}
	return firstOutputTokens
}

func towards(guess, seen float64) float64 { return guess + weight*(seen-guess) }

func sizeOf(chat openai.ChatCompletionRequest) size {
	var s size
	for _, m := range chat.Messages {
		s.chars += utf8.RuneCountInString(m.Content)
		for _, part := range m.MultiContent {
			s.chars += utf8.RuneCountInString(part.Text)
			if part.ImageURL != nil {
				s.pictures++
			}
		}
	}
	return s
}
