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
	TextNotUTF8         = with1[string]("text_not_utf8",
		"The {field} has bytes that are no text (UTF-8). Nothing was written.", "field")
	TokenMalformed   = plainly("token_malformed", "The token has a character that no token has, a space or a line break perhaps. Enter it again.")
	TokenMissing     = plainly("token_missing", "There is no token for this shop. Enter its Admin API access token.")
	TokenUnprotected = with1[string]("token_unprotected",
		"The token would go to {host} unprotected. Use https; http is for addresses on this computer.", "host")
	WriteAnswerLost = plainly("write_answer_lost", "The text was sent, but the shop's answer did not arrive. Galley reads the shop to find out before it goes on.")
)
