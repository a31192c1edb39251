package web

import (
	"html/template"
	"net/http"
)

// plainPage is shown when the interface cannot be.
var plainPage = template.Must(template.New("page").Parse(`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Galley</title>
<style>
:root { color-scheme: light dark; background: light-dark(#f9fafc, #191f25); color: light-dark(#191f25, #ebedef); }
body { max-width: 34rem; margin: 20vh auto 0; padding: 0 1.5rem; font: 0.875rem/1.65 system-ui, sans-serif; }
h1 { font-size: 1.375rem; font-weight: 600; }
</style>
</head>
<body>
<h1>Galley</h1>
<p>{{.}}</p>
</body>
</html>
`))

func writePage(w http.ResponseWriter, status int, sentence string) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	_ = plainPage.Execute(w, sentence) // if the write fails, the reader is gone
}
