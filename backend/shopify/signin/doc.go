// Package signin signs in to Shopify shops: with an app's client ID and secret, or through a
// person who agrees in the browser. It keeps the credentials and renews them before they expire.
package signin
