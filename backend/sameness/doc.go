// Package sameness finds texts of a shop that are too much alike: descriptions
// that are nearly the same but for the product's name, texts that begin with the
// same words, and titles, meta descriptions or alt texts that collide.
//
// Everything here is a pure function. It works with signatures of fixed size
// (MinHash over runs of words, banded), so that a hundred thousand texts take
// seconds and little memory.
package sameness
