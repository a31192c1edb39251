// Package oauthtest plays the person who signs in to a demo shop in a browser.
package oauthtest

import (
	"html"
	"io"
	"math/rand/v2"
	"net"
	"net/http"
	"net/url"
	"regexp"
	"strconv"

	"galley/backend/demo/oauth"
)

var hidden = regexp.MustCompile(`name="(\w+)" value="([^"]*)"`)

// Agree opens the page that asks, presses its button, and returns the page that
// this leads to.
func Agree(address string) (string, error) {
	question, err := read(http.Get(address))
	if err != nil {
		return "", err
	}
	form := url.Values{}
	for _, field := range hidden.FindAllStringSubmatch(question, -1) {
		form.Set(field[1], html.UnescapeString(field[2]))
	}
	to, err := url.Parse(address)
	if err != nil {
		return "", err
	}
	to.Path, to.RawQuery = oauth.AuthorizePath, ""
	return read(http.PostForm(to.String(), form))
}

// Ports that systems give to nobody who asks for any free one (Linux from 32768, others from 49152).
const lowest, highest = 20_000, 32_000

// FreePort returns a port of this computer that is not in use, and that no other program is given
// before the caller uses it.
func FreePort() (int, error) {
	var err error
	for range 100 {
		port := lowest + rand.IntN(highest-lowest)
		var listener net.Listener
		if listener, err = net.Listen("tcp", net.JoinHostPort("127.0.0.1", strconv.Itoa(port))); err == nil {
			return port, listener.Close()
		}
	}
	return 0, err
}

func read(response *http.Response, err error) (string, error) {
	if err != nil {
		return "", err
	}
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	return string(text), err
}
