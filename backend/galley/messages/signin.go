package messages

import "time"

// Messages of signing in to a shop.
var (
	CallbackNotSigned = plainly("callback_not_signed", "The shop's answer is not signed with the client secret that was entered. Nothing was changed. Copy the secret from the app's settings in Shopify's Dev Dashboard, and sign in again.")
	CallbackOtherShop = with1[string]("callback_other_shop",
		"The browser signed in to another shop, not to {domain}. Nothing was changed. Sign in again, and choose that shop.", "domain")
	CallbackPortInUse = with1[int]("callback_port_in_use",
		"Port {port} of this computer is in use, perhaps by a sign-in of another Galley. Nothing was changed. End that one, or name another port; the app's settings in Shopify have to allow it too.", "port")
	CallbackStranger    = plainly("callback_stranger", "This page does not belong to the sign-in that Galley is waiting for. Nothing was changed. Begin again in Galley.")
	CallbackWithoutCode = plainly("callback_without_code", "The shop's answer has no code. Nothing was changed. Sign in again.")
	SignInBusy          = with1[time.Duration]("sign_in_busy",
		"Another Galley process has been signing in for {patience}. Nothing was changed. Try again when it is done.", "patience")
	SignInDeclined     = plainly("sign_in_declined", "The shop's page declined the sign-in. Nothing was changed. Sign in again, and choose to install the app there.")
	SignInLockUnusable = with1[string]("sign_in_lock_unusable",
		"The file {file} cannot be used. Nothing was changed. Check the permissions of its folder.", "file")
	SignInMissing = with1[string]("sign_in_missing",
		"The sign-in for {shop} is not in the key store. Nothing was written. Connect the shop again.", "shop")
	NoShopOfThatName = plainly("no_shop_of_that_name", "There is no shop of that name. Nothing was changed. Check the domain: it ends in .myshopify.com.")
	SignInNotSaved   = plainly("sign_in_not_saved", "The sign-in could not be saved. Nothing was changed.")
	SignInRefused    = plainly("sign_in_refused", "The shop refused the sign-in. Nothing was changed. Sign in to the shop again; Details has what it said.")
	SignInRemoved    = with1[string]("sign_in_removed",
		"{shop} was removed, or its sign-in was. Nothing was changed. Connect the shop again.", "shop")
	SignInShopFailed = with1[int]("sign_in_shop_failed",
		"The shop could not sign Galley in (HTTP {status}). Nothing was lost. Try again later.", "status")
	SignInShopTimeout = plainly("sign_in_shop_timeout", "The shop did not answer in time. Nothing was lost. Try again later.")
	SignInTimedOut    = plainly("sign_in_timed_out", "The sign-in was not approved in the browser in time. Nothing was changed. Sign in again.")

	SignInAppUnknown             = plainly("sign_in_app_unknown", "Shopify knows no app with this client ID. Nothing was changed. Copy the client ID from the app's settings in Shopify's Dev Dashboard, and sign in again.")
	SignInSecretWrong            = plainly("sign_in_secret_wrong", "The client secret is not the one of this app. Nothing was changed. Copy it from the app's settings in Shopify's Dev Dashboard, and sign in again.")
	SignInAppOfOtherOrganisation = plainly("sign_in_app_of_other_organisation", "The app belongs to another organisation than the shop, so its client ID and secret are not enough. Nothing was changed. Sign in through the browser instead.")
	SignInExpired                = plainly("sign_in_expired", "The sign-in to this shop has run out or was withdrawn. Nothing was changed. Sign in to the shop again.")
)
