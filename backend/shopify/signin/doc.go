// Package signin signs in to Shopify shops: by an app's client ID and secret, or by a person who
// agrees in the browser. It keeps what the shops give, and renews it before it runs out.
package signin
