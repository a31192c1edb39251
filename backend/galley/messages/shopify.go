package messages

// Messages of shops on Shopify.
var (
	NotAShopDomain = with1[string]("not_a_shop_domain",
		"{text as quoted} is not a shop's domain. It ends in .myshopify.com and is shown in Shopify under Settings, Domains.", "text")
	NotAnAddress = with1[string]("not_an_address",
		"{text as quoted} is not an address. It looks like https://host or http://127.0.0.1:8080.", "text")
	ShopAddressWithUser = plainly("shop_address_with_user", "The address of a shop has no user, no question mark and no #.")
	ShopAnswerMisfit    = plainly("shop_answer_misfit", "The shop's answer does not fit what was asked. Nothing was changed.")
	SyncCursorLost      = plainly("sync_cursor_lost", "The shop no longer knows where the sync had stopped. Nothing was lost. Start the sync again.")
	ShopListsBusy       = plainly("shop_lists_busy", "The shop is preparing as many lists as it can at once.")
	ShopListRefused     = with1[string]("shop_list_refused",
		"The shop did not prepare a list of its products: {said}.", "said")
	ShopListGone   = plainly("shop_list_gone", "The shop no longer has the list of products that it prepared.")
	ShopListBroken = plainly("shop_list_broken", "The list of products that the shop prepared is not whole, so none of it was used.")
	ShopListFailed = with1[string]("shop_list_failed",
		"The shop did not finish its list of products ({said}).", "said")
	TextNotUTF8 = with1[string]("text_not_utf8",
		"The {field as label} is not valid UTF-8 text. Nothing was written.", "field")
	TokenMalformed   = plainly("token_malformed", "The token has an invalid character, such as a space or a line break. Enter it again.")
	TokenMissing     = plainly("token_missing", "There is no token for this shop. Enter its Admin API access token.")
	TokenUnprotected = with1[string]("token_unprotected",
		"The token would go to {host} unprotected. Use https; http is for addresses on this computer.", "host")
	WriteAnswerLost = plainly("write_answer_lost", "The text was sent, but the shop's answer did not arrive. Galley reads the shop to find out before it continues.")

	ShopTokenRefused      = plainly("shop_token_refused", "The shop refused the token. Nothing was changed. Enter a new token for this shop.")
	ShopCannotReadRequest = plainly("shop_cannot_read_request", "The shop could not read the request. Nothing was changed. This is a fault in Galley; Details has what the shop said.")
	ShopFrozen            = plainly("shop_frozen", "The shop is frozen: its owner has to settle a bill with Shopify. Nothing was changed. Try again when the shop is open.")
	ShopForbidden         = plainly("shop_forbidden", "Shopify currently blocks access to this shop. Nothing was changed. Its owner can ask Shopify's support why.")
	ShopLocked            = plainly("shop_locked", "Shopify has locked this shop. Nothing was changed. Its owner can ask Shopify's support to unlock it.")
	ShopAskedTooMuch      = plainly("shop_asked_too_much", "The shop is limiting requests, and waiting did not help. Nothing was changed. Try again in a few minutes.")
	ShopRejectsRequests   = plainly("shop_rejects_requests", "Shopify turned the request away to protect itself, and waiting did not help. Nothing was changed. Try again in a few minutes.")
	ShopFailedWithStatus  = with1[int]("shop_failed_with_status",
		"The shop had an internal error (HTTP {status}), and trying again did not help. Nothing was lost. Try again later.", "status")
	ShopMoved             = plainly("shop_moved", "The shop answers at another address. Nothing was changed. Check the domain: it is the one that ends in .myshopify.com.")
	ShopRefusedWithStatus = with1[int]("shop_refused_with_status",
		"The shop refused the request (HTTP {status}). Nothing was changed. Details has what it said.", "status")
	ShopStatusUnknown = with1[int]("shop_status_unknown",
		"The shop answered in a way that Galley does not know (HTTP {status}). Nothing was lost. Check the domain.", "status")
	ShopThrottled           = plainly("shop_throttled", "The shop is limiting requests, and waiting did not help. Nothing was changed. Another program may be using the same token.")
	RequestTooCostly        = plainly("shop_request_too_costly", "The request asks for more than the shop gives at once. Nothing was changed.")
	RequestTooLong          = plainly("shop_request_too_long", "The request is longer than the shop takes. Nothing was changed.")
	ShopInactive            = plainly("shop_inactive", "The shop is not active. Nothing was changed. Its owner can open it again in Shopify.")
	ShopFailed              = plainly("shop_failed", "The shop had an internal error, and trying again did not help. Nothing was lost. Try again later.")
	ShopFailedWithRequestID = with1[string]("shop_failed_with_request_id",
		"The shop had an internal error, and trying again did not help. Nothing was lost. Try again later. Shopify's support can look it up by request ID {request}.", "request")
	ShopRefusedRequest = plainly("shop_refused_request", "The shop did not understand the request. Nothing was changed. This is a fault in Galley; Details has what the shop said.")
	ScopeLacking       = plainly("shop_scope_lacking", "Galley lacks a permission on this shop. Nothing was changed. Grant it to the app in Shopify, then sign in to the shop again.")
	ScopesLacking      = with1[[]string]("shop_scopes_lacking",
		"Galley may not {scopes as joined} on this shop. Nothing was changed. Grant it to the app in Shopify, then sign in to the shop again.", "scopes")
	RequestNotMade            = plainly("shop_request_not_made", "Galley could not put the request together. Nothing was changed. This is a fault in Galley.")
	ShopWaitTooLong           = plainly("shop_wait_too_long", "Waiting for the shop took too long and was stopped. Nothing was lost.")
	ShopCallStopped           = plainly("shop_call_stopped", "Stopped. Nothing was lost.")
	WriteTooLate              = plainly("shop_write_too_late", "Too much time passed between reading the text and writing it, again and again. Nothing was changed. The shop or this computer is very slow; try again later.")
	ShopAnswerTooLarge        = plainly("shop_answer_too_large", "The shop's answer is too large to be read. Nothing was lost.")
	ShopCertificateInvalid    = plainly("shop_certificate_invalid", "The connection to the shop is not safe: its certificate is not valid. Nothing was sent. A proxy or a sign-in page of the network may be in the way.")
	ShopTimeout               = plainly("shop_timeout", "The shop did not answer in time, and trying again did not help. Nothing was lost. Try again later.")
	ShopOffline               = plainly("shop_offline", "The shop cannot be reached. Nothing was lost. Check the network and try again.")
	ShopAnswerUnreadable      = plainly("shop_answer_unreadable", "The shop's answer could not be read, and trying again did not help. Nothing was lost. Try again later.")
	ShopAnswersWithPage       = plainly("shop_answers_with_page", "A web page answered in place of the shop. Nothing was lost. Check the domain; a proxy or a sign-in page of the network may be in the way.")
	ShopVersionMisunderstands = with2[string, string]("shop_version_misunderstands",
		"The shop answers with API version {answered}, which does not understand this Galley; it was made for {asked}. Nothing was changed. Look for a newer Galley.", "answered", "asked")
	PictureNotReady  = plainly("shop_picture_not_ready", "The shop could not change this picture yet, and waiting half a minute did not help. Nothing was changed. Publish it again in a few minutes.")
	ShopRefusedField = with2[string, string]("shop_refused_field",
		"The shop did not take the {field as label}: {said}. Nothing was changed.", "field", "said")
	SlotGone = with1[string]("shop_slot_gone",
		"The {slot} is no longer on the shop. Nothing was changed.", "slot")

	ShopVersionDiffers = with2[string, string]("shop_version_differs",
		"The shop answers with API version {answered}; this Galley was made for {asked}. Look for a newer Galley.", "answered", "asked")
)
