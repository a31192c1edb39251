package crashtest

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"syscall"
	"testing"

	"github.com/stretchr/testify/require"

	domain "galley/backend/galley"
	"galley/backend/store"
)

// insideMount is set in the test's own process that sees another file system.
const insideMount = "GALLEY_CRASHTEST_MOUNTED"

// TestReportsFullDisk runs itself where it can mount a small disk, and fills it.
func TestReportsFullDisk(t *testing.T) {
	t.Parallel()
	if os.Getenv(insideMount) == "" {
		inNamespace(t)
		return
	}
	folder := t.TempDir()
	require.NoError(t, syscall.Mount("tmpfs", folder, "tmpfs", 0, "size=6m"))
	defer func() { require.NoError(t, syscall.Unmount(folder, syscall.MNT_DETACH)) }()
	d := newDeskIn(t, folder, 30)
	var job domain.Job
	d.run(&job, "", "job", "create", d.id, "--field", "description", "--all")

	ballast := filepath.Join(folder, "ballast")
	file, err := os.Create(ballast)
	require.NoError(t, err)
	for block := make([]byte, 4096); err == nil; {
		_, err = file.Write(block)
	}
	require.ErrorIs(t, err, syscall.ENOSPC)
	require.NoError(t, file.Close())

	d.says("The disk is full, so nothing could be saved. What was saved before is safe. Free some space and continue.", work...)
	require.NoError(t, os.Remove(ballast))
	d.goesOn(job.ID)
}

// inNamespace runs the test again where it can mount.
func inNamespace(t *testing.T) {
	t.Helper()
	cmd := exec.Command(os.Args[0], "-test.run=^"+t.Name()+"$", "-test.v")
	cmd.Env = append(os.Environ(), insideMount+"=1")
	cmd.SysProcAttr = &syscall.SysProcAttr{
		Cloneflags:  syscall.CLONE_NEWUSER | syscall.CLONE_NEWNS,
		UidMappings: []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getuid(), Size: 1}},
		GidMappings: []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getgid(), Size: 1}},
	}
	out, err := cmd.CombinedOutput()
	if _, ran := err.(*exec.ExitError); err != nil && !ran { //nolint:errorlint // straight from exec
		t.Skipf("nothing may be mounted here: %v. TestFailedDiskWrite tries the same in another way.", err)
	}
	require.NoError(t, err, "%s", out)
}

// TestFailedDiskWrite has the system refuse to let a file grow.
func TestFailedDiskWrite(t *testing.T) {
	t.Parallel()
	d := newDesk(t, 30)
	var job domain.Job
	d.run(&job, "", "job", "create", d.id, "--field", "description", "--all")
	d.with(fileLimit+"="+strconv.Itoa(64<<10)).says("Reading or writing the disk failed, so nothing was saved. What was saved before is safe.", work...)
	d.goesOn(job.ID)
}

// goesOn: nothing was lost, and the job comes to its end.
func (d *desk) goesOn(id domain.JobID) {
	d.t.Helper()
	l := d.look()
	l.sound()
	l.legal()
	l.close()
	d.run(nil, "", work...)
	var job domain.Job
	d.run(&job, "", "job", "show", string(id))
	require.Equal(d.t, domain.JobCompleted, job.State)
	require.Equal(d.t, job.Counts.Total, job.Counts.Successful)
}

// unprivileged is a user without files, because root may write anything.
const unprivileged = 65534

func TestReportsHomeThatIsNotWritable(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		folder, file os.FileMode
		sentence     string
	}{
		"the folder": {0o555, 0o666, "The data folder %s cannot be written. Nothing was changed. Check its permissions, or choose another one with --home."},
		"the file":   {0o777, 0o444, "The data file cannot be written. What was saved before is safe. Check the permissions of the folder."},
	} {
		t.Run(name, func(t *testing.T) {
			g := galley{t: t, home: t.TempDir()}
			g.run(nil, "", "settings", "set", "person", "Ada")
			file := filepath.Join(g.home, store.FileName)
			before, err := os.ReadFile(file)
			require.NoError(t, err)
			require.NoError(t, os.Chmod(filepath.Dir(g.home), 0o755)) // a folder of the test's own
			entries, err := os.ReadDir(g.home)
			require.NoError(t, err)
			for _, e := range entries {
				require.NoError(t, os.Chmod(filepath.Join(g.home, e.Name()), 0o666))
			}
			require.NoError(t, os.Chmod(file, c.file))
			require.NoError(t, os.Chmod(g.home, c.folder))
			defer func() { require.NoError(t, os.Chmod(g.home, 0o755)) }()

			poor := g
			if os.Getuid() == 0 {
				poor = g.with(fmt.Sprintf("%s=%d", asUser, unprivileged))
			}
			sentence := c.sentence
			if name == "the folder" {
				sentence = fmt.Sprintf(sentence, g.home)
			}
			poor.says(sentence, "settings", "set", "person", "Eve")
			after, err := os.ReadFile(file)
			require.NoError(t, err)
			require.True(t, bytes.Equal(before, after))
		})
	}
	t.Run("no home can be made", func(t *testing.T) {
		under := t.TempDir()
		require.NoError(t, os.WriteFile(filepath.Join(under, "taken"), nil, 0o600))
		g := galley{t: t, home: filepath.Join(under, "taken", "home")}
		g.says("The data folder "+g.home+" cannot be made. Nothing was changed. Choose another one with --home.", "shop", "list")
	})
}
