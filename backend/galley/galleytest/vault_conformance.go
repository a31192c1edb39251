package galleytest

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"galley/backend/galley"
)

// VaultConformance checks an implementation of galley.Vault against its
// contract. Each call of open makes an empty store; the function it returns
// opens that store, as another process would.
func VaultConformance(t *testing.T, open func(t *testing.T) (reopen func() galley.Vault)) {
	t.Helper()
	for name, check := range map[string]func(*testing.T, func() galley.Vault){
		"unknown names":    vaultUnknownNames,
		"keeps values":     vaultKeepsValues,
		"replaces values":  vaultReplacesValues,
		"deletes one":      vaultDeletesOne,
		"refuses nothing":  vaultRefusesNothing,
		"sees each other":  vaultSeesEachOther,
		"many at once":     vaultManyAtOnce,
		"errors are plain": vaultErrorsArePlain,
		"credentials":      vaultCredentials,
	} {
		t.Run(name, func(t *testing.T) { check(t, open(t)) })
	}
}

func vaultUnknownNames(t *testing.T, open func() galley.Vault) {
	v := open()
	_, err := v.Get("shop:none")
	wantCode(t, err, galley.CodeNotFound)
	must(t, v.Delete("shop:none"))
	must(t, v.Set("shop:one", "secret"))
	_, err = v.Get("shop:none")
	wantCode(t, err, galley.CodeNotFound)
	must(t, v.Delete("shop:none"))
}

func vaultKeepsValues(t *testing.T, open func() galley.Vault) {
	secrets := map[string]string{
		"shop:1":                              "shpat_0123456789abcdef",
		galley.WriterSecret("https://a.b/v1"): "key with spaces, ünïcode 鍵 and \"quotes\"\n",
		"long":                                strings.Repeat("x", 2560),
	}
	v := open()
	for name, secret := range secrets {
		must(t, v.Set(name, secret))
	}
	for _, v := range []galley.Vault{v, open()} {
		for name, secret := range secrets {
			wantSecret(t, v, name, secret)
		}
	}
}

func vaultReplacesValues(t *testing.T, open func() galley.Vault) {
	v := open()
	must(t, v.Set("a", "first"))
	must(t, v.Set("a", "second"))
	wantSecret(t, v, "a", "second")
	wantSecret(t, open(), "a", "second")
}

func vaultDeletesOne(t *testing.T, open func() galley.Vault) {
	v := open()
	must(t, v.Set("a", "1"))
	must(t, v.Set("b", "2"))
	must(t, v.Delete("a"))
	for _, v := range []galley.Vault{v, open()} {
		_, err := v.Get("a")
		wantCode(t, err, galley.CodeNotFound)
		wantSecret(t, v, "b", "2")
	}
}

func vaultRefusesNothing(t *testing.T, open func() galley.Vault) {
	v := open()
	wantCode(t, v.Set("", "secret"), galley.CodeInvalidInput)
	wantCode(t, v.Set("name", ""), galley.CodeInvalidInput)
	_, err := v.Get("name")
	wantCode(t, err, galley.CodeNotFound)
}

func vaultSeesEachOther(t *testing.T, open func() galley.Vault) {
	one, two := open(), open()
	must(t, one.Set("a", "1"))
	wantSecret(t, two, "a", "1")
	must(t, two.Set("b", "2"))
	must(t, one.Set("c", "3"))
	wantSecret(t, one, "b", "2")
	wantSecret(t, two, "c", "3")
	must(t, two.Delete("a"))
	_, err := one.Get("a")
	wantCode(t, err, galley.CodeNotFound)
}

func vaultManyAtOnce(t *testing.T, open func() galley.Vault) {
	vaults := []galley.Vault{open(), open()}
	var wg sync.WaitGroup
	errs := make(chan error, 8)
	for i := range 8 {
		wg.Go(func() { errs <- vaults[i%2].Set(fmt.Sprint("name", i), fmt.Sprint("secret", i)) })
	}
	wg.Wait()
	close(errs)
	for err := range errs {
		must(t, err)
	}
	for i := range 8 {
		wantSecret(t, vaults[0], fmt.Sprint("name", i), fmt.Sprint("secret", i))
	}
}

func vaultErrorsArePlain(t *testing.T, open func() galley.Vault) {
	const secret = "shpat_do_not_show"
	v := open()
	must(t, v.Set("a", secret))
	_, err := v.Get("b")
	for _, text := range []string{fmt.Sprintf("%+v %#v", err, err), fmt.Sprintf("%v %+v", v, v)} {
		if strings.Contains(text, secret) {
			t.Errorf("the secret shows in %q", text)
		}
	}
}

// A shop's credential comes back as it was, fits into every system's keyring
// (Windows takes 2,560 bytes), and goes as a whole.
func vaultCredentials(t *testing.T, open func() galley.Vault) {
	id := strings.Repeat("c", 64)
	for _, want := range []galley.Credential{
		{SignIn: galley.SignInToken, Access: "shpat_" + id},
		{SignIn: galley.SignInClientCredentials, Access: "shpat_" + id, ClientID: id, ClientSecret: "shpss_" + id, Until: NewClock().Now()},
		{SignIn: galley.SignInAuthorizationCode, Access: "shpat_" + id, ClientID: id, ClientSecret: "shpss_" + id, Until: NewClock().Now(), Refresh: "shprt_" + id},
	} {
		secret, err := want.Secret()
		must(t, err)
		if len(secret) > 2560 {
			t.Errorf("a credential takes %d bytes", len(secret))
		}
		must(t, open().Set(galley.ShopSecret("one"), secret))
		kept, err := open().Get(galley.ShopSecret("one"))
		must(t, err)
		if got := galley.ParseCredential(kept); got != want {
			t.Errorf("a credential of way %s came back as another", want.SignIn)
		}
		must(t, open().Delete(galley.ShopSecret("one")))
		_, err = open().Get(galley.ShopSecret("one"))
		wantCode(t, err, galley.CodeNotFound)
	}
}

func wantSecret(t *testing.T, v galley.Vault, name, want string) {
	t.Helper()
	got, err := v.Get(name)
	must(t, err)
	if got != want {
		t.Errorf("%s = %q, want %q", name, got, want)
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func wantCode(t *testing.T, err error, want galley.Code) {
	t.Helper()
	if got := galley.CodeOf(err); got != want {
		t.Fatalf("code = %q, want %q (error: %v)", got, want, err)
	}
}
