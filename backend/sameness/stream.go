package sameness

// Stream judges texts as they are written, each against those before it: the
// first of texts that are alike is free.
type Stream struct {
	whole      map[uint64]bool
	bands      [bands]map[uint32]int32 // the first text with that band
	signatures []*signature
	begins     [openings]map[uint64]*habit
	ends       map[uint64]*ending
	drafts     int // long ones
}

// habit counts the texts that begin, or end, alike.
type habit struct{ drafts, all int }

// ending counts the sentences that end alike, each once.
type ending struct {
	habit

	closings map[uint64]bool
}

// NewStream returns a Stream without texts.
func NewStream() *Stream {
	s := &Stream{whole: map[uint64]bool{}, ends: map[uint64]*ending{}}
	for i := range s.bands {
		s.bands[i] = map[uint32]int32{}
	}
	for i := range s.begins {
		s.begins[i] = map[uint64]*habit{}
	}
	return s
}

// Add adds a text, and reports whether it is alike with those that were added
// before: equal, nearly the same, or with an opening or ending that became a habit.
func (s *Stream) Add(p Print, draft bool) bool {
	if p.whole == 0 {
		return false
	}
	found := s.whole[p.whole]
	s.whole[p.whole] = true
	if p.signature == nil {
		return found
	}
	found = s.near(p.signature) || found
	if draft {
		s.drafts++
	}
	for n, h := range p.begins {
		found = h != 0 && s.begin(n, h, draft) || found
	}
	return p.ends != 0 && s.end(p, draft) || found
}

func (s *Stream) near(sig *signature) (found bool) {
	i := int32(len(s.signatures))
	s.signatures = append(s.signatures, sig)
	for n := range s.bands {
		key := uint32(sig.band(n))
		other, taken := s.bands[n][key]
		if !taken {
			s.bands[n][key] = i
		}
		found = found || taken && s.signatures[other].agrees(sig)
	}
	return found
}

// begin counts an opening of n+1 words, and reports whether it is a habit by now.
func (s *Stream) begin(n int, h uint64, draft bool) bool {
	now := s.begins[n][h]
	if now == nil {
		now = &habit{}
		s.begins[n][h] = now
	}
	now.count(draft)
	return draft && s.isHabit(*now, shares[n])
}

// end counts an ending, and reports whether it is a habit by now. The same last
// sentence again is none.
func (s *Stream) end(p Print, draft bool) bool {
	now := s.ends[p.ends]
	if now == nil {
		now = &ending{closings: map[uint64]bool{}}
		s.ends[p.ends] = now
	}
	if !now.closings[p.closing] {
		now.closings[p.closing] = true
		now.count(draft)
	}
	return draft && s.isHabit(now.habit, shareOfEnding)
}

func (h *habit) count(draft bool) {
	h.all++
	if draft {
		h.drafts++
	}
}

func (s *Stream) isHabit(h habit, share int) bool {
	return h.drafts >= leastOf(s.drafts, share) || h.all >= leastOf(len(s.signatures), max(share, shareOfShop))
}
