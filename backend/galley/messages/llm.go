package messages

import "time"

// Messages of the model endpoint.
var (
	EndpointAddressHoldsSecret = plainly("endpoint_address_holds_secret", "The address of the model endpoint holds a name, a password or a query. Write the address alone, and enter the key as the key: there it is kept safe.")
	EndpointAddressUnusable    = plainly("endpoint_address_unusable", "The address of the model endpoint is not usable. Write it as https://host/v1, or http://localhost:11434/v1 for a model on this computer.")

	EndpointRefusedKey         = plainly("endpoint_refused_key", "The model endpoint refused the key.")
	EndpointNoCredit           = plainly("endpoint_no_credit", "The account behind the key has no credit left.")
	EndpointWithoutModel       = plainly("endpoint_without_model", "The model endpoint does not have this model.")
	EndpointSlowsDown          = plainly("endpoint_slows_down", "The model endpoint keeps asking to slow down.")
	EndpointOffline            = plainly("endpoint_offline", "The model endpoint cannot be reached.")
	EnterKeyThenResume         = plainly("enter_key_then_resume", "Enter a new key in Settings, then resume the job.")
	EnterKey                   = plainly("enter_key", "Enter a new key.")
	AddCreditThenResume        = plainly("add_credit_then_resume", "Add credit with the provider, then resume the job.")
	AddCredit                  = plainly("add_credit", "Add credit with the provider.")
	AddModelThenResume         = plainly("add_model_then_resume", "Make the model available there and resume the job, or correct Settings and start a new job.")
	CheckModel                 = plainly("check_model", "Check the address and the name of the model.")
	SlowDownThenResume         = plainly("slow_down_then_resume", "Resume the job later, or allow fewer requests a minute in Settings.")
	SlowDown                   = plainly("slow_down", "Try again later, or allow fewer requests a minute.")
	CheckNetworkThenResume     = plainly("check_network_then_resume", "Check the network and that the endpoint runs, then resume the job.")
	CheckNetwork               = plainly("check_network", "Check the network, the address, and that the endpoint runs.")
	EndpointTookTooLong        = plainly("endpoint_took_too_long", "Not written: the model endpoint took too long.")
	EndpointFailed             = plainly("endpoint_failed", "Not written: the model endpoint answered with a fault.")
	ReplyCutShort              = plainly("reply_cut_short", "Not written: answer cut short.")
	ReplyUnreadable            = plainly("reply_unreadable", "Not written: the answer cannot be read.")
	ModelDeclined              = plainly("model_declined", "Not written: the model declined.")
	ProductTooLongForModel     = plainly("product_too_long_for_model", "Not written: the product's text is longer than the model takes.")
	EndpointRefusedPicture     = plainly("endpoint_refused_picture", "Not written: the model endpoint does not take the picture.")
	EndpointRefusedRequest     = plainly("endpoint_refused_request", "Not written: the model endpoint does not take the request.")
	NoEndpointAtAddress        = plainly("no_endpoint_at_address", "There is no model endpoint at this address.")
	EndpointAddressUnprotected = plainly("endpoint_address_unprotected", "The model endpoint is on the public internet and its address begins with http://, so the key and the texts could be read on the way. Nothing was sent. Write its address with https://.")
	ReplyFarTooLarge           = plainly("reply_far_too_large", "Not written: the model endpoint sent far too much.")
	EndpointCertificateInvalid = plainly("endpoint_certificate_invalid", "The certificate of the model endpoint is not trusted.")
	EndpointAnswerUnreadable   = plainly("endpoint_answer_unreadable", "Not written: the answer of the model endpoint cannot be read.")
	EndpointWantsKey           = plainly("endpoint_wants_key", "The model endpoint asks for a key, and there is none for it.")
	StoppedBeforeReply         = plainly("stopped_before_reply", "Stopped before the answer was there.")
	EndpointRefusesModel       = plainly("endpoint_refuses_model", "The model endpoint does not take requests for this model.")
	ReplyEmpty                 = plainly("reply_empty", "Not written: the answer of the model endpoint is empty.")
	NoModelChosen              = plainly("no_model_chosen", "No model is chosen.")
	KeyMalformed               = plainly("key_malformed", "The key of the model endpoint has invalid characters.")
	EndpointPausesJob          = with2[Message, Message]("endpoint_pauses_job",
		"{what} The drafts written so far are kept. {then}", "what", "then")
	EndpointTestFailed = with2[Message, Message]("endpoint_test_failed",
		"{what} {then}", "what", "then")
	EndpointMoved = with1[string]("endpoint_moved",
		"The model endpoint has moved to {address}.", "address")
	EndpointFailedWithStatus = with1[int]("endpoint_failed_with_status",
		"Not written: the model endpoint answered with a fault (HTTP {status}).", "status")
	EndpointHasNoModel = with1[string]("endpoint_has_no_model",
		"The model endpoint has no model {model as quoted}.", "model")
	EndpointAsksToWait = with1[time.Duration]("endpoint_asks_to_wait",
		"The model endpoint asks to wait {wait as span}.", "wait")
)
