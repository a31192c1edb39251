// Package evaluation measures the rules about copy on sets of cases: how many
// bad answers are stopped and how many good texts are held, per class. The
// figures are kept in figures.json, and a test fails when one falls.
package evaluation
