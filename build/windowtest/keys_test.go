//go:build windowtest

package windowtest

import (
	"bytes"
	"image"
	"image/color"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// Places in a window of its first size.
var (
	toReview    = image.Pt(95, 67)   // the inbox on top of the rail
	firstWords  = image.Pt(225, 160) // of the draft that is read
	middleOfAll = image.Pt(640, 400) // the shop's page, when it is shown
)

// shopGreen is the colour of the notice and the button of the demo shop's page, which nothing of
// Galley has.
var shopGreen = color.RGBA{R: 0x2f, G: 0x4a, B: 0x3c, A: 0xff}

// WebKit calls no listener in a frame whose sandbox forbids scripts, and Chromium does: a click into
// a text or a shop's page took all keys from the program, and only the window showed it.
func TestWindowHearsKeysAfterAClickIntoAFrame(t *testing.T) {
	home := t.TempDir()
	display, bus := startDisplay(t), startBus(t)
	galley(t, home, "shop", "add", "demo", "--drafts")
	w := startWindow(t, display, bus, home)
	w.waitForLog(t, answered)
	requireDrawn(t, display, "window-products.png")
	hand := takeKeyboard(t, display)

	hand.press("Return") // the first product
	requireDrawn(t, display, "window-editor.png")
	hand.press("v")
	requireShopPage(t, display, true)
	hand.click(middleOfAll)
	hand.press("Escape")
	requireShopPage(t, display, false)

	hand.click(toReview)
	requireDrawn(t, display, "window-inbox.png")
	hand.press("Return") // the first draft
	requireDrawn(t, display, "window-reading.png")
	hand.click(firstWords)
	requireDrawn(t, display, "window-editing.png")
	hand.write("zebra")
	hand.press("ctrl+s")
	require.Eventually(t, func() bool {
		return strings.Contains(galley(t, home, "--json", "job", "show", "1", "--items"), "zebra")
	}, paintLimit, time.Second, "what was typed at the place of the click was not saved")
	w.stop(t)
}

// requireShopPage waits until the window shows the demo shop's page, or no longer does.
func requireShopPage(t *testing.T, display string, wanted bool) {
	t.Helper()
	const leastShown = 5_000 // pixels: a third of the notice
	file := filepath.Join(reports(t), "window-shop-page.png")
	if !wanted {
		file = filepath.Join(reports(t), "window-shop-page-closed.png")
	}
	require.Eventually(t, func() bool {
		picture, err := takePicture(t.Context(), display, file)
		return err == nil && countOf(picture, shopGreen) >= leastShown == wanted
	}, paintLimit, 500*time.Millisecond, "the shop's page is shown: wanted %t; see %s", wanted, file)
}

func countOf(picture image.Image, wanted color.Color) int {
	count := 0
	r, g, b, _ := wanted.RGBA()
	area := picture.Bounds()
	for y := area.Min.Y; y < area.Max.Y; y++ {
		for x := area.Min.X; x < area.Max.X; x++ {
			if pr, pg, pb, _ := picture.At(x, y).RGBA(); pr == r && pg == g && pb == b {
				count++
			}
		}
	}
	return count
}

// hand presses keys and the mouse, as a person does.
type hand struct {
	t       *testing.T
	display string
}

// takeKeyboard gives the window the keyboard, as a window manager would: the display has none.
func takeKeyboard(t *testing.T, display string) hand {
	t.Helper()
	h := hand{t, display}
	h.xdotool("search", "--sync", "--onlyvisible", "--name", "^Galley$", "windowfocus", "--sync")
	return h
}

func (h hand) press(key string)  { h.t.Helper(); h.xdotool("key", key) }
func (h hand) write(text string) { h.t.Helper(); h.xdotool("type", text) }

func (h hand) click(at image.Point) {
	h.t.Helper()
	h.xdotool("mousemove", "--sync", strconv.Itoa(at.X), strconv.Itoa(at.Y), "click", "1")
}

func (h hand) xdotool(args ...string) {
	h.t.Helper()
	command := exec.CommandContext(h.t.Context(), "xdotool", args...)
	command.Env = append(os.Environ(), "DISPLAY="+h.display)
	out, err := command.CombinedOutput()
	require.NoError(h.t, err, "xdotool %v: %s", args, out)
}

// galley runs a command on the home of the window and returns what it prints.
func galley(t *testing.T, home string, args ...string) string {
	t.Helper()
	command := exec.CommandContext(t.Context(), os.Getenv(binaryEnv), args...)
	command.Env = append(os.Environ(), "HOME="+home, "GALLEY_HOME="+filepath.Join(home, "galley"), "XDG_DATA_HOME=", "XDG_CONFIG_HOME=")
	var out, failure bytes.Buffer
	command.Stdout, command.Stderr = &out, &failure
	require.NoError(t, command.Run(), "galley %v: %s", args, &failure)
	return out.String()
}
