package messages

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestEachMessageIsUsed reads the program for the names of this package that it
// mentions: a sentence that no code can say is deleted.
func TestEachMessageIsUsed(t *testing.T) {
	defined, used := map[string]bool{}, map[string]bool{}
	eachSource(t, "../../..", func(path string, file *ast.File) {
		if filepath.Base(filepath.Dir(path)) == "messages" {
			namesOf(file, defined, used)
			return
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if s, ok := n.(*ast.SelectorExpr); ok {
				if room, ok := s.X.(*ast.Ident); ok && room.Name == "messages" {
					used[s.Sel.Name] = true
				}
			}
			return true
		})
	})
	require.Greater(t, len(defined), 200, "the messages were not found")
	for name := range defined {
		require.True(t, used[name], "messages.%s is used nowhere", name)
	}
}

// namesOf collects the messages that a file of this package defines, and those
// that its functions use.
func namesOf(file *ast.File, defined, used map[string]bool) {
	for _, d := range file.Decls {
		switch d := d.(type) {
		case *ast.GenDecl:
			for _, spec := range d.Specs {
				if v, ok := spec.(*ast.ValueSpec); ok && d.Tok == token.VAR && v.Names[0].IsExported() {
					defined[v.Names[0].Name] = true
				}
			}
		case *ast.FuncDecl:
			ast.Inspect(d, func(n ast.Node) bool {
				if id, ok := n.(*ast.Ident); ok {
					used[id.Name] = true
				}
				return true
			})
		}
	}
}

// eachSource parses every Go file under root that is part of the program.
func eachSource(t *testing.T, root string, visit func(path string, file *ast.File)) {
	t.Helper()
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		name := entry.Name()
		switch {
		case err != nil:
			return err
		case entry.IsDir() && (name == "node_modules" || name == "testdata" || strings.HasPrefix(name, ".") && path != root):
			return fs.SkipDir
		case entry.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go"):
			return nil
		}
		source, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, source, parser.SkipObjectResolution)
		if err == nil {
			visit(path, file)
		}
		return err
	})
	require.NoError(t, err)
}
