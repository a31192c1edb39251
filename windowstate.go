//go:build (desktop || dev) && !bindings

package main

import (
	"encoding/json"
	"os"
	"path/filepath"
)

// windowState is the window's last size. Its position is not kept: the desktop
// places it better.
type windowState struct {
	Width     int  `json:"width"`
	Height    int  `json:"height"`
	Maximised bool `json:"maximised"`
}

// The sizes of the window in pixels; below the least, pages do not fit.
const (
	startWidth, startHeight = 1280, 800
	leastWidth, leastHeight = 880, 560
)

func windowStatePath(home string) string { return filepath.Join(home, "window.json") }

// loadWindowState is never an obstacle: what cannot be read gives way to the
// size that a first start has.
func loadWindowState(home string) windowState {
	state := windowState{Width: startWidth, Height: startHeight}
	text, err := os.ReadFile(windowStatePath(home))
	if err != nil {
		return state
	}
	var saved windowState
	if json.Unmarshal(text, &saved) != nil || saved.Width < leastWidth || saved.Height < leastHeight {
		return state
	}
	return saved
}

func (s windowState) save(home string) error {
	text, err := json.Marshal(s)
	if err != nil {
		return err
	}
	return os.WriteFile(windowStatePath(home), text, 0o600)
}
