package messages

// Messages of the server and what the pages ask of it.
var (
	ArgumentsInvalid = with1[string]("arguments_invalid",
		"The arguments of {name} are not what it takes. Nothing was changed.", "name")
	CannotListen = with1[string]("cannot_listen",
		"Galley cannot listen on {address}; another program may have that port. Leave --listen out to have a free one chosen.", "address")
	ListenAddressPublic = with1[string]("listen_address_public",
		"{address} can be reached from other machines, so Galley does not listen there: it has no accounts and no encryption, and anyone who connects can publish. Use 127.0.0.1, or add --allow-remote where the network is yours alone.", "address")
	NoSuchEndpoint = with2[string, string]("no_such_endpoint",
		"There is no {kind} {name as quoted}.", "kind", "name")
	NoSuchList        = plainly("no_such_list", "There is no such list.")
	NotAListenAddress = with1[string]("not_a_listen_address",
		"{address as quoted} is not an address to listen on. Write it as 127.0.0.1:8080; port 0 takes a free one.", "address")
	NotAWholeNumber = with2[string, string]("not_a_whole_number",
		"{name} must be a whole number, not {text as quoted}. Nothing was changed.", "name", "text")
	NotInAddress = with1[string]("not_in_address",
		"{name} cannot be read from an address.", "name")
	PortLost          = plainly("port_lost", "Galley cannot listen on its port any more. Nothing was changed.")
	PortUnknown       = plainly("port_unknown", "Galley cannot tell the port that it listens on.")
	RequestUnreadable = plainly("request_unreadable", "The request could not be read. Nothing was changed.")
	ServerStopped     = plainly("server_stopped", "The server stopped. What was saved is safe.")
)
