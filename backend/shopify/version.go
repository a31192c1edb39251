package shopify

import (
	"log/slog"
	"net/http"
	"sync"

	"galley/backend/adminschema"
	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// servedVersion is the API version that a shop answers with. A version past its time is answered by a
// newer one, which may lack what this client asks for.
type servedVersion struct {
	mu         sync.Mutex
	version    string // as last seen, "" until then
	deprecated string // the last logged reason of a deprecation
}

// note reads an answer's headers, and logs new information.
func (v *servedVersion) note(log *slog.Logger, header http.Header) {
	version, reason := header.Get("X-Shopify-Api-Version"), header.Get("X-Shopify-Api-Deprecated-Reason")
	v.mu.Lock()
	defer v.mu.Unlock()
	if version != "" && version != v.version {
		v.version = version
		if version != adminschema.Version {
			log.Warn("the shop answers with another API version", "asked", adminschema.Version, "answered", version)
		}
	}
	if reason != "" && reason != v.deprecated {
		v.deprecated = reason
		log.Warn("the shop calls a request deprecated", "reason", reason)
	}
}

// other is the version that answered, if it is not the requested one.
func (v *servedVersion) other() (string, bool) {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.version, v.version != "" && v.version != adminschema.Version
}

// warning tells people of another version; it is zero if the versions agree.
func (v *servedVersion) warning() messages.Message {
	version, differs := v.other()
	if !differs {
		return messages.Message{}
	}
	return messages.ShopVersionDiffers(version, adminschema.Version)
}

// withVersion blames the version if a request was not understood and another version answered.
func (c *Client) withVersion(f *fault) *fault {
	if version, differs := c.served.other(); differs && f.code == galley.CodeInternal {
		f.code = galley.CodeShopVersion
		f.message = messages.ShopVersionMisunderstands(version, adminschema.Version)
	}
	return f
}
