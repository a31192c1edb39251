// Package galley is the domain: the words of the program (shop, product, job,
// item, draft, publication), the states they move through, the closed set of
// error codes, and the ports that adapters implement. It imports the standard
// library only; everything else imports it.
package galley
