package messages

// Messages of the model endpoint.
var (
	EndpointAddressHoldsSecret = plainly("endpoint_address_holds_secret", "The address of the model endpoint holds a name, a password or a query. Write the address alone, and enter the key as the key: there it is kept safe.")
	EndpointAddressUnusable    = plainly("endpoint_address_unusable", "The address of the model endpoint is not usable. Write it as https://host/v1, or http://localhost:11434/v1 for a model on this computer.")
)
