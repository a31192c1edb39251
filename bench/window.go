package main

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"time"

	"galley/backend/demo"
	"galley/bench/front"
	"galley/bench/screen"
)

const (
	windowTags = "desktop,production,webkit2_41"
	paintLimit = time.Minute
)

// started is what one start of a window took and has.
type started struct {
	painted time.Duration // something of the page
	words   time.Duration // words, of which Galley's first are the rail's and the heading
	content time.Duration // the page with what it shows
	memory  memory
}

// memory is what a process has in memory, in MB. rss counts what it maps of shared libraries in full, pss its
// share of it, own what it alone has.
type memory struct{ rss, pss, own float64 }

// windowRow is one program's medians.
type windowRow struct {
	name       string
	warm, cold started
}

// windows starts Galley and a bare window in turns and compares them.
func (b *bench) windows(ctx context.Context) ([]windowRow, error) {
	if err := b.build(ctx, "barewindow", "./barewindow", "-ldflags", "-s -w", "-tags", windowTags); err != nil {
		return nil, err
	}
	homes, err := b.windowHomes(ctx)
	if err != nil {
		return nil, err
	}
	s, err := screen.Start(b.folder)
	defer s.Stop()
	if err != nil {
		return nil, err
	}
	rows := []windowRow{
		{name: "bare window"}, {name: "Galley, demo shop"}, {name: fmt.Sprintf("Galley, %d products", b.products)},
	}
	programs := []string{filepath.Join(b.built, "barewindow"), b.window, b.window}
	for i := range rows {
		if _, err := b.start(ctx, s, programs[i], homes[i], false); err != nil { // the first start makes caches
			return nil, err
		}
	}
	times := make([][2][]started, len(rows))
	for n := range b.starts + b.cold() {
		cold := 0
		if n >= b.starts {
			cold = 1
		}
		for i := range rows {
			took, err := b.start(ctx, s, programs[i], homes[i], cold == 1)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", rows[i].name, err)
			}
			times[i][cold] = append(times[i][cold], took)
		}
	}
	for i := range rows {
		rows[i].warm, rows[i].cold = median(times[i][0]), median(times[i][1])
	}
	return rows, nil
}

// windowHomes are folders for the homes of the three: an empty one, one with the demo shop as make run
// prepares it, and one with many products.
func (b *bench) windowHomes(ctx context.Context) (homes [3]string, err error) {
	for i := range homes {
		homes[i] = filepath.Join(b.folder, "window"+strconv.Itoa(i))
		if err := os.MkdirAll(homes[i], 0o700); err != nil {
			return homes, err
		}
	}
	if err := (galley{b.galley, galleyHome(homes[1])}).run(ctx, nil, "", "shop", "add", "demo", "--drafts"); err != nil {
		return homes, err
	}
	f, err := front.Listen(ctx)
	if err != nil {
		return homes, err
	}
	defer f.Close()
	shop := demo.Options{Seed: demo.Seed{Products: b.products}, RestoreRate: plenty, Bucket: plenty}
	if err := f.Put(ctx, &shop); err != nil {
		return homes, err
	}
	return homes, galley{b.galley, galleyHome(homes[2])}.connect(ctx, f)
}

func galleyHome(home string) string { return filepath.Join(home, "galley") }

// start starts a program until its page is painted, then looks at its memory and ends it.
func (b *bench) start(ctx context.Context, s *screen.Screen, program, home string, cold bool) (took started, err error) {
	if cold {
		if err := forget(program, home); err != nil {
			return took, err
		}
	}
	if err := s.Wait(screen.Something, false, paintLimit); err != nil {
		return took, err
	}
	cmd := exec.CommandContext(ctx, program)
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	cmd.Env = append(os.Environ(),
		"DISPLAY="+s.Display, "DBUS_SESSION_BUS_ADDRESS="+s.Bus, "WAYLAND_DISPLAY=", "GDK_BACKEND=x11",
		"HOME="+home, "GALLEY_HOME="+galleyHome(home), "GALLEY_PASSPHRASE=bench",
		"XDG_DATA_HOME=", "XDG_CONFIG_HOME=", "XDG_CACHE_HOME=", "XDG_RUNTIME_DIR="+home)
	began := time.Now()
	if err := cmd.Start(); err != nil {
		return took, err
	}
	defer end(cmd)
	if err := s.Wait(screen.Something, true, paintLimit); err != nil {
		return took, err
	}
	took.painted = time.Since(began)
	if err := s.Wait(screen.Words, true, paintLimit); err != nil {
		return took, err
	}
	took.words = time.Since(began)
	if err := s.Wait(screen.Content, true, paintLimit); err != nil {
		return took, err
	}
	took.content = time.Since(began)
	const calm = 2 * time.Second // until the page has asked for what it shows
	time.Sleep(calm)
	took.memory, err = memoryOf(cmd.Process.Pid)
	return took, err
}

// end asks a window to end, so that its page keeps what it keeps, and makes it after a while.
func end(cmd *exec.Cmd) {
	const patience = 10 * time.Second
	_ = syscall.Kill(-cmd.Process.Pid, syscall.SIGTERM)
	late := time.AfterFunc(patience, func() { _ = syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) })
	defer late.Stop()
	_ = cmd.Wait()
}

// forget has the system drop what it keeps of the files of a start: the program, the libraries that it is
// linked with, the processes of the web view and the home.
func forget(program, home string) error {
	linked, err := exec.Command("ldd", program).Output()
	if err != nil {
		return err
	}
	paths := []string{program}
	for line := range strings.Lines(string(linked)) {
		if _, rest, found := strings.Cut(line, "=> "); found {
			paths = append(paths, strings.Fields(rest)[0])
		}
	}
	more, err := filepath.Glob("/usr/lib/*/webkit2gtk-4.1/*")
	if err != nil {
		return err
	}
	kept, err := filepath.Glob(filepath.Join(galleyHome(home), "*"))
	if err != nil {
		return err
	}
	for _, path := range slices.Concat(paths, more, kept) {
		if err := drop(path); err != nil {
			return err
		}
	}
	return nil
}

// cold is how many starts are without files in memory.
func (b *bench) cold() int { return max(1, b.starts/3) }

// median is, of each figure, the one in the middle.
func median(all []started) (m started) {
	middle := func(figure func(started) float64) float64 {
		var figures []float64
		for _, one := range all {
			figures = append(figures, figure(one))
		}
		slices.Sort(figures)
		return figures[len(figures)/2]
	}
	m.painted = time.Duration(middle(func(s started) float64 { return float64(s.painted) }))
	m.words = time.Duration(middle(func(s started) float64 { return float64(s.words) }))
	m.content = time.Duration(middle(func(s started) float64 { return float64(s.content) }))
	m.memory.rss = middle(func(s started) float64 { return s.memory.rss })
	m.memory.pss = middle(func(s started) float64 { return s.memory.pss })
	m.memory.own = middle(func(s started) float64 { return s.memory.own })
	return m
}

// memoryOf reads a process's memory.
func memoryOf(pid int) (m memory, err error) {
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/smaps_rollup", pid))
	if err != nil {
		return m, err
	}
	for scanner := bufio.NewScanner(bytes.NewReader(text)); scanner.Scan(); {
		fields := strings.Fields(scanner.Text())
		if len(fields) != 3 {
			continue
		}
		kB, _ := strconv.ParseFloat(fields[1], 64) // other lines have no number there
		switch mb := kB * 1024 / 1e6; fields[0] {
		case "Rss:":
			m.rss = mb
		case "Pss:":
			m.pss = mb
		case "Private_Clean:", "Private_Dirty:":
			m.own += mb
		}
	}
	return m, nil
}
