package cli

import (
	"bytes"
	"errors"
	"log/slog"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestLogHasNoSecrets(t *testing.T) {
	var out bytes.Buffer
	s := &session{Program: Program{Stderr: &out}}
	log := s.logger(slog.LevelInfo)
	log.Info("token is shpat_0123456789abcdef", "error", errors.New("401 for shpca_0123456789abcdef"),
		"header", "Authorization: Bearer eyJhbGciOi.x", "key", "sk-proj-0123456789", "job", "431", "task", "risk-averse")
	text := out.String()
	require.NotContains(t, text, "0123456789")
	require.NotContains(t, text, "eyJ")
	require.Contains(t, text, "401 for [secret]")
	require.Contains(t, text, "job=431")
	require.Contains(t, text, "task=risk-averse")
}
