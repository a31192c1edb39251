package shops

import (
	"context"
	"strings"

	"github.com/google/uuid"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// Connection is how to reach a Shopify shop and sign in to it. Endpoint is for
// stand-ins and tests; empty means the shop's own address.
type Connection struct {
	Domain   string        `json:"domain"`
	Endpoint string        `json:"endpoint"`
	SignIn   galley.SignIn `json:"sign_in"` // empty is a pasted token
	Token    string        `json:"token"`   // if it is pasted
	ClientID string        `json:"client_id"`
	// ClientSecret may be empty for a shop that is connected by this app already.
	ClientSecret string `json:"client_secret"`
	// Port is where the browser comes back to; 0 is the usual one.
	Port int `json:"port"`
}

// AddShopify connects a shop, by a pasted token or by an app's client ID and
// secret, after contacting it. For a shop that is connected already, the
// sign-in is replaced.
func (s *Service) AddShopify(ctx context.Context, c Connection) (galley.ShopOverview, error) {
	c, shop, err := s.prepare(ctx, c)
	if err != nil {
		return galley.ShopOverview{}, err
	}
	credential := galley.Credential{SignIn: galley.SignInToken, Access: c.Token}
	switch c.SignIn {
	case galley.SignInClientCredentials:
		if credential, err = s.authorizer.SignIn(ctx, c.app()); err != nil {
			return galley.ShopOverview{}, err
		}
	case galley.SignInAuthorizationCode:
		return galley.ShopOverview{}, galley.NewError(galley.CodeInvalidInput, messages.BrowserSignInNeedsPage)
	case galley.SignInToken:
	}
	return s.admit(ctx, shop, credential)
}

// Invitation is the shop's page that asks a person to approve the sign-in.
type Invitation struct {
	ID  string `json:"id"`
	URL string `json:"url"`
}

// pending is a sign-in that waits for a person.
type pending struct {
	galley.Authorization
	id   string
	shop galley.Shop
}

// BeginSignIn prepares the way over the shop's own page. One that waits already
// is given up.
func (s *Service) BeginSignIn(ctx context.Context, c Connection) (Invitation, error) {
	c.SignIn = galley.SignInAuthorizationCode
	c, shop, err := s.prepare(ctx, c)
	if err != nil {
		return Invitation{}, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.pending != nil {
		s.pending.Close(errGivenUp)
		s.pending = nil
	}
	authorization, err := s.authorizer.Authorize(ctx, c.app(), c.Port)
	if err != nil {
		return Invitation{}, err
	}
	s.pending = &pending{Authorization: authorization, id: uuid.NewString(), shop: shop}
	return Invitation{ID: s.pending.id, URL: s.pending.URL()}, nil
}

var errGivenUp = galley.NewError(galley.CodeCancelled, messages.SignInCancelled)

// FinishSignIn waits until the person has agreed, and connects the shop as
// AddShopify does.
func (s *Service) FinishSignIn(ctx context.Context, id string) (shop galley.ShopOverview, err error) {
	p := s.awaited(id)
	if p == nil {
		return shop, errGivenUp
	}
	defer func() {
		p.Close(err)
		s.mu.Lock()
		defer s.mu.Unlock()
		if s.pending == p {
			s.pending = nil
		}
	}()
	credential, err := p.Wait(ctx)
	if err != nil {
		return shop, err
	}
	return s.admit(ctx, p.shop, credential)
}

// CancelSignIn cancels a sign-in that still waits.
func (s *Service) CancelSignIn(id string) {
	if p := s.awaited(id); p != nil {
		p.Close(errGivenUp)
	}
}

func (s *Service) awaited(id string) *pending {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.pending == nil || s.pending.id != id {
		return nil
	}
	return s.pending
}

// prepare checks what a person entered, and returns its shop: one that is
// connected already, or a new one.
func (s *Service) prepare(ctx context.Context, c Connection) (Connection, galley.Shop, error) {
	var shop galley.Shop
	var err error
	if c.Domain, err = parseDomain(c.Domain); err != nil {
		return c, shop, err
	}
	if c.SignIn, err = galley.ParseSignIn(string(c.SignIn)); err != nil {
		return c, shop, err
	}
	if err := checkEndpoint(c.Endpoint); err != nil {
		return c, shop, err
	}
	if shop, err = s.shopAt(ctx, c); err != nil {
		return c, shop, err
	}
	return c, shop, s.complete(&c, shop)
}

// complete takes a client secret that is not entered again from the key store,
// and says what else is missing.
func (s *Service) complete(c *Connection, shop galley.Shop) error {
	c.Token, c.ClientID, c.ClientSecret = strings.TrimSpace(c.Token), strings.TrimSpace(c.ClientID), strings.TrimSpace(c.ClientSecret)
	if !c.SignIn.NeedsApp() {
		if c.Token == "" {
			return galley.NewError(galley.CodeInvalidInput, messages.ShopTokenMissing)
		}
		return nil
	}
	if c.ClientSecret == "" && c.ClientID != "" && c.ClientID == shop.ClientID {
		kept, err := s.keys.Credential(shop.ID)
		if err != nil && !galley.HasCode(err, galley.CodeNotFound) {
			return err
		}
		c.ClientSecret = kept.ClientSecret
	}
	if c.ClientID == "" || c.ClientSecret == "" {
		return galley.NewError(galley.CodeInvalidInput, messages.ClientSecretMissing)
	}
	if c.Port < 0 || c.Port > galley.MaxPort {
		return galley.NewError(galley.CodeInvalidInput, messages.NotAPort(c.Port))
	}
	return nil
}

// shopAt is the shop of that address: as it is connected, or a new one.
func (s *Service) shopAt(ctx context.Context, c Connection) (galley.Shop, error) {
	known, err := s.store.Shops(ctx)
	if err != nil {
		return galley.Shop{}, err
	}
	for _, shop := range known {
		if shop.Kind.Traits().Connect == galley.ConnectSignIn && shop.Domain == c.Domain && shop.Endpoint == c.Endpoint {
			return shop, nil
		}
	}
	shop := s.fresh(galley.ShopShopify)
	shop.Name, shop.Domain, shop.Endpoint = c.Domain, c.Domain, c.Endpoint
	return shop, nil
}

func (c Connection) app() galley.App {
	return galley.App{Domain: c.Domain, Endpoint: c.Endpoint, ID: c.ClientID, Secret: c.ClientSecret}
}

// admit keeps a credential once the shop has accepted it.
func (s *Service) admit(ctx context.Context, shop galley.Shop, c galley.Credential) (galley.ShopOverview, error) {
	_, err := s.store.Shop(ctx, string(shop.ID))
	isNew := galley.HasCode(err, galley.CodeNotFound)
	if err != nil && !isNew {
		return galley.ShopOverview{}, err
	}
	shop.SignIn, shop.ClientID = c.SignIn, c.ClientID
	if !isNew {
		return s.replace(ctx, shop, c)
	}
	end, err := s.noteUnfinished(ctx, shop.ID)
	if err != nil {
		return galley.ShopOverview{}, err
	}
	connected, err := s.keepAndConnect(ctx, shop, c)
	if err != nil { // the shop was not kept, so neither are its secrets
		end(s.keys.Forget(context.WithoutCancel(ctx), shop.ID) == nil)
		return galley.ShopOverview{}, err
	}
	end(true)
	return connected, nil
}

func (s *Service) keepAndConnect(ctx context.Context, shop galley.Shop, c galley.Credential) (galley.ShopOverview, error) {
	if err := s.keys.Keep(ctx, shop.ID, c); err != nil {
		return galley.ShopOverview{}, err
	}
	return s.connect(ctx, shop)
}

// replace changes the way into a shop. One that does not work leaves the old one
// in place.
func (s *Service) replace(ctx context.Context, shop galley.Shop, c galley.Credential) (galley.ShopOverview, error) {
	before, getErr := s.keys.Credential(shop.ID)
	if err := s.keys.Keep(ctx, shop.ID, c); err != nil {
		return galley.ShopOverview{}, err
	}
	if _, err := s.ask(ctx, shop); err != nil {
		if getErr == nil {
			_ = s.keys.Keep(context.WithoutCancel(ctx), shop.ID, before) // the error that counts is the shop's
		}
		return galley.ShopOverview{}, err
	}
	if err := s.store.SetSignIn(ctx, shop.ID, c.SignIn, c.ClientID); err != nil {
		return galley.ShopOverview{}, err
	}
	return s.store.ShopOverview(ctx, shop.ID)
}
