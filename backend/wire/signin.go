package wire

import "galley/backend/shopify/signin"

// SignInPort is where the browser comes back to on this computer, unless
// another one is named.
const SignInPort = signin.DefaultPort

// RedirectURL is what an app's settings in Shopify have to allow for that port.
var RedirectURL = signin.RedirectURL(SignInPort)
