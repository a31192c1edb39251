package publishing

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestShopsShareTheMachineEvenly(t *testing.T) {
	var s shares
	first := s.join()
	require.Equal(t, 512, s.each())
	second := s.join()
	require.Equal(t, 256, s.each())
	for range 200 {
		defer s.join()()
	}
	require.Equal(t, 6, s.each(), "however many there are")
	first()
	second()
	require.Equal(t, 6, s.each())
}
