package galley

import (
	"net/netip"
	"net/url"
	"strings"
)

// EndpointModels is what an address of a model endpoint offers.
type EndpointModels struct {
	BaseURL string          `json:"base_url"` // as it was found: with its scheme and path
	Models  []EndpointModel `json:"models"`   // none where the endpoint does not list them
	Listed  bool            `json:"listed"`   // the endpoint has a list
	Millis  int             `json:"millis"`   // that the answer took
	Local   bool            `json:"local"`    // it runs on this computer or network
}

// EndpointModel is a model that an endpoint lists, with what it says of it.
type EndpointModel struct {
	ID       string `json:"id"`
	Bytes    int64  `json:"bytes"`    // its size on the disk, 0 where not known
	Context  int    `json:"context"`  // tokens of question and answer together, 0 where not known
	Pictures *bool  `json:"pictures"` // whether it takes pictures, nil where not known
	NoText   bool   `json:"no_text"`  // it makes no text: it embeds, transcribes or draws
	Price    *Price `json:"price"`    // by the price table, nil where not known
}

// LocalEndpoint is a model server that runs on this computer.
type LocalEndpoint struct {
	Name    string   `json:"name"` // Ollama, LM Studio or llama.cpp
	BaseURL string   `json:"base_url"`
	Models  []string `json:"models"` // those that make text
}

// GuessScheme returns the scheme of an address that was typed without one: http
// for names and addresses that are at home or in the office, where servers have
// no certificate.
func GuessScheme(hostAndPath string) string {
	u, err := url.Parse("//" + hostAndPath)
	if err != nil {
		return "https"
	}
	host := strings.ToLower(u.Hostname())
	if ip, err := netip.ParseAddr(host); err == nil {
		if ip.IsLoopback() || ip.IsPrivate() || ip.IsUnspecified() || ip.IsLinkLocalUnicast() {
			return "http"
		}
		return "https"
	}
	if !strings.Contains(host, ".") {
		return "http"
	}
	for _, suffix := range []string{".local", ".localhost", ".internal", ".lan", ".home.arpa"} {
		if strings.HasSuffix(host, suffix) {
			return "http"
		}
	}
	return "https"
}

// AzureEndpoint returns what to write in place of Azure's classic address, which
// names the deployment and a version. ok is false for any other address.
func AzureEndpoint(u *url.URL) (base string, ok bool) {
	classic := strings.Contains(u.Path, "/openai/deployments/") || u.Query().Has("api-version")
	if !classic || u.User != nil {
		return "", false
	}
	return u.Scheme + "://" + u.Host + "/openai/v1", true
}
