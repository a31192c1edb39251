package llm

import (
	"context"
	"net/url"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/sashabaranov/go-openai"

	"galley/backend/galley"
)

// Some servers cut a question that is longer than their context, and answer as
// if nothing were. Their count of the question's tokens shows it.
const (
	// leastJudged is how long a question is, in characters, whose count says
	// something.
	leastJudged = 4000
	// leastShare is how much of a question's expected tokens an endpoint counts
	// at least, in percent: what texts of a shop differ in is less.
	leastShare = 70
	// charsExpected is a character more than a token of English or HTML has.
	charsExpected = 5
)

// cutSilently reports whether the endpoint read far less than it was sent.
func cutSilently(u openai.Usage, chat openai.ChatCompletionRequest) bool {
	chars := 0
	for _, m := range withoutPictures(chat).Messages {
		chars += utf8.RuneCountInString(m.Content)
	}
	return chars >= leastJudged && u.PromptTokens > 0 && u.PromptTokens*100 < chars/charsExpected*leastShare
}

// The long question of a test: longer than the context that servers on people's
// computers begin with.
const (
	longWords   = 6000 // of one token or more
	longTimeout = 30 * time.Second
)

// cutsQuestions tries a long question where that is free: on a server on this
// computer or in a private network. One that takes too long says nothing.
func (c *Client) cutsQuestions(ctx context.Context, able *abilities) (bool, galley.Usage) {
	u, err := url.Parse(able.base)
	if err != nil || !isLocalName(u.Hostname()) {
		return false, galley.Usage{}
	}
	limited, cancel := context.WithTimeout(ctx, longTimeout)
	defer cancel()
	chat := probeChat(c.cfg.Model, able.dialect)
	last := &chat.Messages[len(chat.Messages)-1]
	last.Content += "\n\n" + strings.Repeat("lamp ", longWords)
	resp, f := c.send(limited, able, chat, probeField)
	if f != nil {
		return false, galley.Usage{}
	}
	const share = 90
	counted := resp.Usage.PromptTokens
	return counted > 0 && counted*100 < longWords*share, usage(resp, chat)
}
