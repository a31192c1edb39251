package cli

import (
	"context"
	"errors"
	"strings"
	"time"

	"galley/backend/galley"
	"galley/backend/web"
	"galley/backend/wire"
)

// dataPoll is how often awaitData looks whether the data file has changed.
const dataPoll = time.Second

// awaitData shows why the home cannot be opened until it can, and returns it
// open. When ctx ends first, it returns why.
func (s *session) awaitData(ctx context.Context, server *web.Server, home string, why error) (*wire.Graph, error) {
	for {
		shown, end := context.WithCancel(ctx)
		version := wire.DataVersion(home)
		go func() {
			defer end()
			for wire.DataVersion(home) == version {
				select {
				case <-shown.Done():
					return
				case <-time.After(dataPoll):
				}
			}
		}()
		err := server.ShowTrouble(shown, troubleOf(home, why))
		end()
		if err != nil || ctx.Err() != nil {
			return nil, errors.Join(why, err)
		}
		graph, err := wire.Open(ctx, s.options(ctx))
		if err == nil || !wire.LacksData(err) {
			return graph, err
		}
		why = err
	}
}

// troubleOf is the content of the page.
func troubleOf(home string, why error) web.Trouble {
	t := web.Trouble{Title: "The data file is damaged", Why: why, Copies: wire.CopiesOf(home), Empty: doctorOn(home, "--start-empty")}
	if galley.HasCode(why, galley.CodeDataMissing) {
		t.Title = "The data file is empty"
		if wire.DataVersion(home) == "" {
			t.Title = "The data file is missing"
		}
	}
	if len(t.Copies) > 0 {
		t.Restore = doctorOn(home, "--restore")
	}
	return t
}

// doctorOn is the command line of doctor on a home. It is named, since another
// terminal may have another GALLEY_HOME.
func doctorOn(home, flag string) string { return "galley doctor " + flag + " --home " + quoted(home) }

func quoted(path string) string {
	if strings.ContainsAny(path, " '\"$&();") {
		return "'" + strings.ReplaceAll(path, "'", `'\''`) + "'"
	}
	return path
}
