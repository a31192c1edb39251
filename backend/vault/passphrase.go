package vault

import (
	"errors"
	"os"
	"unicode/utf8"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// tries is how often a person may mistype the passphrase before the command
// gives up.
const tries = 3

// The questions for a person.
const (
	questionUnlock = "Passphrase of Galley's key store"
	questionAgain  = "That passphrase does not fit. Passphrase of Galley's key store"
	questionChoose = "There is no system keyring here. Choose a passphrase for Galley's key store"
	questionRepeat = "Repeat the passphrase"
)

// unlock opens the file with the last passphrase, the environment's, or a
// person's. A wrong one is never kept.
func (f *fileStore) unlock(data []byte) (contents, error) {
	if f.passphrase != "" {
		if c, err := decrypt(data, f.passphrase); !errors.Is(err, errWrongPassphrase) {
			return c, f.damaged(err)
		}
	}
	if env := os.Getenv(EnvPassphrase); env != "" {
		c, err := decrypt(data, env)
		if errors.Is(err, errWrongPassphrase) {
			return c, galley.NewError(galley.CodeVaultLocked, messages.PassphraseVariableWrong(EnvPassphrase, f.path))
		}
		return f.keep(c, env, err)
	}
	return f.unlockByAsking(data)
}

func (f *fileStore) unlockByAsking(data []byte) (contents, error) {
	question := questionUnlock
	for range tries {
		passphrase, err := f.question(question)
		if err != nil {
			return contents{}, err
		}
		c, err := decrypt(data, passphrase)
		if !errors.Is(err, errWrongPassphrase) {
			return f.keep(c, passphrase, err)
		}
		question = questionAgain
	}
	return contents{}, galley.NewError(galley.CodeVaultLocked, messages.PassphraseWrong(f.path))
}

func (f *fileStore) keep(c contents, passphrase string, err error) (contents, error) {
	if err == nil {
		f.passphrase = passphrase
	}
	return c, f.damaged(err)
}

func (f *fileStore) damaged(err error) error {
	if err == nil {
		return nil
	}
	return galley.WrapError(err, galley.CodeStorage, messages.KeyStoreDamaged(f.path))
}

// The minimum length of a passphrase for a new key store; an existing one opens
// with the passphrase it was created with. What a person chooses follows NIST SP
// 800-63B (5.1.1.2). The environment's was chosen when Galley was set up, often
// for a throwaway home, so only obvious non-passphrases are refused.
const (
	minChosen = 8
	minGiven  = 3
)

func longEnough(passphrase string, least int) error {
	if utf8.RuneCountInString(passphrase) >= least {
		return nil
	}
	return galley.NewError(galley.CodeInvalidInput, messages.PassphraseTooShort(least, EnvPassphrase))
}

// choose returns the passphrase for a new file. A person types it twice: a slip
// would lock everything in.
func (f *fileStore) choose() (string, error) {
	if env := os.Getenv(EnvPassphrase); env != "" {
		return env, longEnough(env, minGiven)
	}
	first, err := f.question(questionChoose)
	if err != nil {
		return "", err
	}
	if err := longEnough(first, minChosen); err != nil {
		return "", err
	}
	second, err := f.question(questionRepeat)
	if err != nil {
		return "", err
	}
	if first != second {
		return "", galley.NewError(galley.CodeVaultLocked, messages.PassphrasesDiffer)
	}
	return first, nil
}

func (f *fileStore) question(text string) (string, error) {
	if f.ask == nil {
		return "", f.errLocked(nil)
	}
	answer, err := f.ask(text)
	if err != nil || answer == "" {
		return "", f.errLocked(err)
	}
	return answer, nil
}

func (f *fileStore) errLocked(cause error) error {
	return galley.WrapError(cause, galley.CodeVaultLocked, messages.KeyStoreLocked(EnvPassphrase))
}
