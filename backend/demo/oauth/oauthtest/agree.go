// Package oauthtest plays the person who signs in to a demo shop in a browser.
package oauthtest

import (
	"html"
	"io"
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

// FreePort returns a port of this computer that is not in use.
func FreePort() (int, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return 0, err
	}
	defer listener.Close()
	_, port, err := net.SplitHostPort(listener.Addr().String())
	if err != nil {
		return 0, err
	}
	return strconv.Atoi(port)
}

func read(response *http.Response, err error) (string, error) {
	if err != nil {
		return "", err
	}
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	return string(text), err
}
