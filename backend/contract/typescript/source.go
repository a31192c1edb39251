package typescript

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
)

// source is what reflection does not know of a package: comments, names of
// parameters, and the constants of a type.
type source struct {
	types   map[string]string            // comments by type
	fields  map[string]map[string]string // comments by type and field
	values  map[string][]string          // constants by type, in their order
	methods map[string]method
	aliases map[string]string // names that it gives to types of other packages
}

type method struct {
	comment string
	params  []string
}

// module is what the paths of all packages begin with.
const module = "galley/"

// sources reads packages of the module whose folder is root.
type sources struct {
	root string
	read map[string]*source
}

// of is the source of the package that declares a type.
func (s *sources) of(t reflect.Type) (*source, error) {
	path := t.PkgPath()
	if known, ok := s.read[path]; ok {
		return known, nil
	}
	folder, ours := strings.CutPrefix(path, module)
	if path == "main" || path == strings.TrimSuffix(module, "/") { // the latter in a test
		folder, ours = ".", true
	}
	if !ours {
		return &source{}, nil
	}
	found := &source{types: map[string]string{}, fields: map[string]map[string]string{}, values: map[string][]string{}, methods: map[string]method{}, aliases: map[string]string{}}
	s.read[path] = found
	return found, found.readFolder(filepath.Join(s.root, folder))
}

func (s *source) readFolder(folder string) error {
	names, err := filepath.Glob(filepath.Join(folder, "*.go"))
	if err != nil {
		return err
	}
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		text, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, text, parser.ParseComments)
		if err != nil {
			return err
		}
		for _, d := range file.Decls {
			s.declaration(d)
		}
		s.readAliases(file)
	}
	return nil
}

func (s *source) declaration(d ast.Decl) {
	switch d := d.(type) {
	case *ast.FuncDecl:
		if d.Recv != nil {
			s.methods[d.Name.Name] = method{d.Doc.Text(), namesOf(d.Type.Params)}
		}
	case *ast.GenDecl:
		for _, spec := range d.Specs {
			switch spec := spec.(type) {
			case *ast.TypeSpec:
				s.typeSpec(spec, d.Doc)
			case *ast.ValueSpec:
				s.valueSpec(spec)
			}
		}
	}
}

func (s *source) typeSpec(spec *ast.TypeSpec, doc *ast.CommentGroup) {
	name := spec.Name.Name
	s.types[name] = firstOf(spec.Doc, doc)
	if t, ok := spec.Type.(*ast.StructType); ok {
		fields := map[string]string{}
		for _, field := range t.Fields.List {
			for _, n := range field.Names {
				fields[n.Name] = firstOf(field.Doc, field.Comment)
			}
		}
		s.fields[name] = fields
	}
}

func (s *source) valueSpec(spec *ast.ValueSpec) {
	t, ok := spec.Type.(*ast.Ident)
	if !ok || len(spec.Values) != 1 {
		return
	}
	if literal, ok := spec.Values[0].(*ast.BasicLit); ok && literal.Kind == token.STRING {
		if value, err := strconv.Unquote(literal.Value); err == nil {
			s.values[t.Name] = append(s.values[t.Name], value)
		}
	}
}

// readAliases notes declarations such as type Field = fields.ID.
func (s *source) readAliases(file *ast.File) {
	imports := map[string]string{}
	for _, i := range file.Imports {
		path := strings.Trim(i.Path.Value, `"`)
		imports[filepath.Base(path)] = path
	}
	ast.Inspect(file, func(n ast.Node) bool {
		spec, ok := n.(*ast.TypeSpec)
		if !ok || !spec.Assign.IsValid() {
			return true
		}
		if other, ok := spec.Type.(*ast.SelectorExpr); ok {
			if room, ok := other.X.(*ast.Ident); ok {
				s.aliases[imports[room.Name]+"."+other.Sel.Name] = spec.Name.Name
			}
		}
		return true
	})
}

func firstOf(comments ...*ast.CommentGroup) string {
	for _, c := range comments {
		if text := c.Text(); text != "" {
			return text
		}
	}
	return ""
}

func namesOf(params *ast.FieldList) []string {
	var names []string
	for _, param := range params.List {
		for _, name := range param.Names {
			names = append(names, name.Name)
		}
	}
	return names
}
