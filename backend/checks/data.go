package checks

import (
	"embed"
	"strings"
)

//go:embed data/*.txt data/prose/*.txt
var files embed.FS

// dataLines returns the lines of a data file without comments and blank lines.
func dataLines(name string) []string {
	raw, err := files.ReadFile("data/" + name + ".txt")
	if err != nil {
		panic("checks: " + err.Error()) // the file is part of the program
	}
	var lines []string
	for line := range strings.Lines(string(raw)) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
			lines = append(lines, line)
		}
	}
	return lines
}

type set map[string]struct{}

func (s set) has(word string) bool {
	_, ok := s[word]
	return ok
}

func (s set) add(words ...string) {
	for _, w := range words {
		s[w] = struct{}{}
	}
}

// commaList splits a line at its commas.
func commaList(line string) []string {
	var list []string
	for part := range strings.SplitSeq(line, ",") {
		if part = strings.TrimSpace(part); part != "" {
			list = append(list, part)
		}
	}
	return list
}
