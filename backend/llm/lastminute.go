package llm

import (
	"slices"
	"time"
)

// lastMinute is what was sent in the last minute, as an endpoint counts it that
// counts all that answers may take.
type lastMinute struct {
	sent []sending
	sum  int
}

type sending struct {
	at   time.Time
	most int
}

// nearly is how much of a limit may be counted in a minute, where that is known: what
// questions take is a guess. It matters where few requests fill a minute, and after
// the refusal that taught it; else the pace is slower.
const nearly = 0.995

// remembered is longer by a moment, since endpoints count when a request arrives.
const remembered = time.Minute + 200*time.Millisecond

func (m *lastMinute) add(now time.Time, most int) {
	m.forget(now)
	m.sent = append(m.sent, sending{now, most})
	m.sum += most
}

func (m *lastMinute) forget(now time.Time) {
	gone := slices.IndexFunc(m.sent, func(s sending) bool { return now.Sub(s.at) < remembered })
	if gone < 0 {
		gone = len(m.sent)
	}
	for _, s := range m.sent[:gone] {
		m.sum -= s.most
	}
	m.sent = m.sent[gone:]
}

// untilRoom is for how long no request of that size fits into a limit.
func (m *lastMinute) untilRoom(now time.Time, limit, most int) time.Duration {
	m.forget(now)
	sum := m.sum
	for _, s := range m.sent {
		if sum+most <= limit {
			break
		}
		sum -= s.most
		if sum+most <= limit {
			return s.at.Add(remembered).Sub(now)
		}
	}
	return 0 // also for a request that is larger than the limit
}

// justExceeds reports whether a request of that size is what went beyond a limit, as
// far as was reached when it was sent. What was sent after it says nothing.
func justExceeds(limit, most, reached int) bool {
	const doubt = 10 // one in so many: guesses of questions, and what came back since
	return reached+limit/doubt > limit && reached-most < limit+limit/doubt
}
