package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestDocsNameExistingTests keeps the pages' references to tests and source
// files valid.
func TestDocsNameExistingTests(t *testing.T) {
	tests, files := declaredTests(t)
	for page, text := range readPages(t) {
		for _, name := range testName.FindAllString(text, -1) {
			require.True(t, tests[name], "%s names %s, which no test file declares", page, name)
		}
		for _, ref := range testFile.FindAllString(text, -1) {
			require.True(t, files[filepath.Base(ref)], "%s names %s, which does not exist", page, ref)
		}
		for _, ref := range sourcePath.FindAllStringSubmatch(text, -1) {
			_, err := os.Stat(ref[1])
			require.NoError(t, err, "%s names %s", page, ref[1])
		}
	}
}

// TestDocsLinksResolve follows every relative link to its file and heading.
func TestDocsLinksResolve(t *testing.T) {
	pages := readPages(t)
	for page, text := range pages {
		for _, match := range link.FindAllStringSubmatch(text, -1) {
			path, heading, _ := strings.Cut(match[1], "#")
			if strings.Contains(path, ":") {
				continue // an address
			}
			target := page
			if path != "" {
				target = filepath.Join(filepath.Dir(page), path)
				_, err := os.Stat(target)
				require.NoError(t, err, "%s links to %s", page, match[1])
			}
			if heading != "" {
				require.Contains(t, anchorsOf(pages[target]), heading, "%s links to %s", page, match[1])
			}
		}
	}
}

var (
	testName   = regexp.MustCompile(`\b(?:Test|Benchmark|Fuzz)[A-Z]\w+`)
	testDecl   = regexp.MustCompile(`(?m)^func ((?:Test|Benchmark|Fuzz)[A-Z]\w+)\(`)
	testFile   = regexp.MustCompile(`[\w./-]+(?:\.spec\.ts|\.test\.tsx?|\.txtar|_test\.go)\b`)
	sourcePath = regexp.MustCompile("`((?:backend|docs|frontend/(?:src|e2e))/[\\w./-]+)`")
	link       = regexp.MustCompile(`\]\(([^)\s]+)\)`)
	heading    = regexp.MustCompile(`(?m)^#+ (.+)$`)
	notAnchor  = regexp.MustCompile(`[^\p{L}\p{N} _-]`)
)

// readPages reads the repository's Markdown pages, by path.
func readPages(t *testing.T) map[string]string {
	t.Helper()
	pages := map[string]string{}
	for _, pattern := range []string{"*.md", "docs/*.md", "docs/adr/*.md", "frontend/*.md"} {
		paths, err := filepath.Glob(pattern)
		require.NoError(t, err)
		for _, path := range paths {
			text, err := os.ReadFile(path)
			require.NoError(t, err)
			pages[path] = string(text)
		}
	}
	require.Contains(t, pages, "docs/reliability.md")
	return pages
}

// declaredTests returns the names of Go tests and the base names of test files.
func declaredTests(t *testing.T) (tests, files map[string]bool) {
	t.Helper()
	tests, files = map[string]bool{}, map[string]bool{}
	visit := func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		files[entry.Name()] = true
		if !strings.HasSuffix(path, "_test.go") {
			return nil
		}
		source, err := os.ReadFile(path)
		for _, match := range testDecl.FindAllStringSubmatch(string(source), -1) {
			tests[match[1]] = true
		}
		return err
	}
	for _, root := range []string{"backend", "frontend/src", "frontend/e2e"} {
		require.NoError(t, filepath.WalkDir(root, visit))
	}
	entries, err := os.ReadDir(".")
	require.NoError(t, err)
	for _, entry := range entries {
		require.NoError(t, visit(entry.Name(), entry, nil))
	}
	return tests, files
}

// anchorsOf lists the anchors that Markdown renderers give a page's headings.
func anchorsOf(text string) (anchors []string) {
	for _, match := range heading.FindAllStringSubmatch(text, -1) {
		anchor := notAnchor.ReplaceAllString(strings.ToLower(match[1]), "")
		anchors = append(anchors, strings.ReplaceAll(anchor, " ", "-"))
	}
	return anchors
}
