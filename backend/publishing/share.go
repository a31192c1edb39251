package publishing

import "sync"

const (
	// together is how many texts may be under way for all shops at once: each is a row of the data file
	// that a kill leaves to be settled, and a connection. It is passed by texts a person sent alone, by more
	// than 85 shops, which have the least share each, and while a shop joins, until others have ended what
	// they have under way.
	together = 512
	// leastShare is what every shop may have under way, however many there are.
	leastShare = 6
)

// shares divides what this process does at once among the shops that have something to send.
type shares struct {
	mu    sync.Mutex
	shops int
}

// join adds a shop, until leave is called.
func (s *shares) join() (leave func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.shops++
	return func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		s.shops--
	}
}

// each is how many texts one shop may have under way now.
func (s *shares) each() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return max(together/max(s.shops, 1), leastShare)
}
