// Package blocks knows the parts of a description that are not the model's to
// rewrite: tables, frames, media, forms, widgets of apps, tab marks, anchors,
// scripts, code of templates. Cut takes them out of the shop's text and leaves
// tokens for the prompt; Place puts their bytes, unchanged, where a model put
// the tokens.
//
// Everything here is a pure function over bytes: what Cut takes out is never
// parsed and written again.
package blocks
