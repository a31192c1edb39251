package main

import (
	"embed"
	"io/fs"
)

//go:embed all:frontend/dist
var dist embed.FS

// builtInterface is the pages as they were built; without a build it holds no
// index.html.
func builtInterface() fs.FS {
	files, err := fs.Sub(dist, "frontend/dist")
	if err != nil {
		panic(err) // the path is a constant, and the compiler found it
	}
	return files
}
