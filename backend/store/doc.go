// Package store keeps a home's data in one SQLite file. Each exported method
// opens one transaction; queries live in queries/, the schema in migrations/,
// and db/ is generated from both by sqlc.
package store
