// Package column holds the types of columns that the domain has no type for.
package column
