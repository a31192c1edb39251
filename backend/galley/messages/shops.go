package messages

// Messages of connecting and removing shops.
var (
	BrowserSignInNeedsPage = plainly("browser_sign_in_needs_page", "Signing in through the browser begins with its page. Nothing was changed.")
	ClientSecretMissing    = plainly("client_secret_missing", "The client ID or the client secret is missing. Both are in the app's settings in Shopify's Dev Dashboard.")
	NotAPort               = with1[int]("not_a_port",
		"{port} is not a port. Ports go from 1 to 65535.", "port")
	NotAShopifyDomain = with1[string]("not_a_shopify_domain",
		"{text as quoted} is not a Shopify domain. It looks like name.myshopify.com; the shop's admin shows it under Settings, Domains.", "text")
	NotAnAdminAddress = plainly("not_an_admin_address", "That is not an address of a shop's Admin API. It looks like https://host or http://127.0.0.1:8080, without a name, a password or a question mark.")
	RemovalStopped    = with3[Message, int, int]("removal_stopped",
		"{reason} Its queued texts ({texts}) were withdrawn and its jobs ({jobs}) cancelled; their drafts are kept.", "reason", "texts", "jobs")
	ReplaceWhilePublishing = plainly("replace_while_publishing", "Galley is publishing to this shop or syncing it at this moment, or the outcome of a write is not known, so its file was not replaced. Try again in a moment; galley work --until-idle settles it.")
	ReplacementChanged     = plainly("replacement_changed", "The file, or the shop, is not as it was when this was looked at. Nothing was changed. Look at it again.")
	ReplacementAsks        = with3[string, string, int]("replacement_asks",
		"{file} may be the file of another shop: {gone} products of {shop} are not in it and would disappear. Nothing was changed. If that is right, --accept-removals replaces the file.", "file", "shop", "gone")
	ShopHasNoFile = with1[string]("shop_has_no_file",
		"{shop} was not opened from a file, so no file takes its place. Nothing was changed.", "shop")
	ScopeMissing = with1[[]string]("scope_missing",
		"Galley may not {scopes as joined} on this shop. Nothing was changed. Grant it to the app in Shopify, then try again.", "scopes")
	ShopAmbiguous = with2[string, []string]("shop_ambiguous",
		"{asked as quoted} names more than one shop: {shops}. Nothing was changed. Use the id of one of them.", "asked", "shops")
	ShopBusy      = plainly("shop_busy", "Galley is publishing, writing or syncing for this shop at this moment, so the shop was not removed. Try again in a moment.")
	ShopInUse     = plainly("shop_in_use", "This shop is being connected or removed by another Galley process. Nothing was changed.")
	ShopNameTaken = with1[string]("shop_name_taken",
		"There is a shop named {name as quoted} already. Nothing was changed. Remove it first, or use it.", "name")
	ShopNameInvalid = with1[int]("shop_name_invalid",
		"The name of a shop is one line of 1 to {most} characters. Nothing was changed.", "most")
	ShopPublishing   = plainly("shop_publishing", "A text is being published to this shop, or its outcome is not known yet, so the shop was not removed. galley work --until-idle settles it; then remove the shop again. Where the shop is closed for good, galley shop remove --abandon removes it and records the outcome as unknown.")
	ShopTokenMissing = plainly("shop_token_missing", "The shop's token is missing. Paste the Admin API access token of the shop's app.")
	SignInCancelled  = plainly("sign_in_cancelled", "The sign-in was given up in Galley. Nothing was changed.")
)
