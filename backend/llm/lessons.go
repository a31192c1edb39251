package llm

import (
	"galley/backend/galley"
)

// recall begins with what was learned before, so that nothing is asked again.
func (c *Client) recall(lesson *galley.Lesson) {
	if lesson == nil || lesson.Base == "" {
		return
	}
	c.known = &abilities{base: lesson.Base, api: c.newAPI(lesson.Base), dialect: dialect{
		structured: string(lesson.Structured), limit: lesson.Limit, temperature: lesson.Temperature,
		thinks: lesson.Thinks, noSystem: lesson.NoSystem, more: lesson.More, most: lesson.Most,
	}}
	c.sees, c.batches = lesson.Sees, lesson.Batches
	c.recalled = true
	c.wrote.Store(true) // a lesson is kept once an answer has proved it
}

// follow has a client that is at work go by what is kept now: where that was
// forgotten, it finds out again.
func (c *Client) follow(lesson *galley.Lesson) {
	c.mu.Lock()
	kept := c.known != nil && !c.unkept
	c.mu.Unlock()
	if lesson == nil && kept && c.cfg.Learned != nil {
		c.forget()
	}
}

// forget forgets what is known, so that the next request finds out again.
func (c *Client) forget() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.known, c.sees, c.batches, c.recalled, c.unkept = nil, nil, nil, false, false
	c.wrote.Store(false)
}

// disproves reports whether a request failed because what a lesson says of the
// address does not hold any more.
func (c *Client) disproves(f *fault) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.recalled && (f.elsewhere || f.code == galley.CodeWriterPage)
}

// prove keeps what is known, now that an answer has come in this way.
func (c *Client) prove() {
	c.mu.Lock()
	able, fresh := c.known, c.unkept
	c.unkept = false
	lesson := galley.Lesson{LearnedAt: c.cfg.Clock.Now(), Sees: c.sees, Batches: c.batches}
	c.mu.Unlock()
	if !fresh || able == nil || c.cfg.Learned == nil {
		return
	}
	d := able.dialect
	lesson.Base, lesson.Structured, lesson.Limit, lesson.Temperature = able.base, galley.Structure(d.structured), d.limit, d.temperature
	lesson.Thinks, lesson.NoSystem, lesson.More, lesson.Most = d.thinks, d.noSystem, d.more, d.most
	c.cfg.Learned(lesson)
}

// limitOf is the answer limit that a person chose for a field, 0 for none.
func (c *Client) limitOf(f galley.Field) int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.limits[f]
}

func (c *Client) setLimits(limits map[galley.Field]int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.limits = limits
}
