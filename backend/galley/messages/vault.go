package messages

import "time"

// Messages of the key store.
var (
	KeyPlaceDamaged = with1[string]("key_place_damaged",
		"{path} is damaged, so Galley cannot tell where the keys are kept. No key was changed. Put the file back from a backup, or remove it and enter the keys again.", "path")
	KeyPlaceNotSaved = plainly("key_place_not_saved", "The key store could not be described. Nothing was saved.")
	KeyStoreBusy     = with1[time.Duration]("key_store_busy",
		"Another Galley process has been using the key store for {patience}. Nothing was saved. Try again when it is done.", "patience")
	KeyStoreDamaged = with1[string]("key_store_damaged",
		"The key store at {path} is damaged. It was left as it is. Put it back from a backup, or move it away and enter the keys again.", "path")
	KeyStoreFailed = with1[string]("key_store_failed",
		"The key store at {path} cannot be read or written. Nothing in it was changed. Check the permissions of the folder and the free disk space.", "path")
	KeyStoreLocked = with1[string]("key_store_locked",
		"The key store is locked and no passphrase was given. Nothing was lost. Set {variable}, or run the command in a terminal and type the passphrase there.", "variable")
	KeyStoreNotEncrypted = plainly("key_store_not_encrypted", "The key store could not be encrypted. Nothing was saved.")
	KeyringLocked        = plainly("keyring_locked", "The keys of this home are in the system's keyring, which cannot be opened. Nothing was lost. Log in to the desktop or unlock the keyring, then try again.")
	NoSuchSecret         = with1[string]("no_such_secret",
		"The key store has nothing under {name as quoted}.", "name")
	PassphraseTooShort = with2[int, string]("passphrase_too_short",
		"A passphrase of fewer than {least} characters does not protect a key store. Nothing was saved. Use one of several words, in {variable} or at the prompt.", "least", "variable")
	PassphraseVariableWrong = with2[string, string]("passphrase_variable_wrong",
		"The passphrase in {variable} does not open the key store at {path}. Nothing was lost or changed. Set the passphrase that the keys were saved with.", "variable", "path")
	PassphraseWrong = with1[string]("passphrase_wrong",
		"The passphrase does not open the key store at {path}. Nothing was lost or changed. Try again with the passphrase that the keys were saved with.", "path")
	PassphrasesDiffer = plainly("passphrases_differ", "The two passphrases differ. Nothing was saved. Try again.")
	SecretEmpty       = plainly("secret_empty", "The key or token is empty. Nothing was saved.")
	SecretNameInvalid = with1[int]("secret_name_invalid",
		"A secret needs a name of 1 to {most} bytes. Nothing was saved.", "most")
	SecretTooLong = with1[int]("secret_too_long",
		"The key or token is longer than {most} bytes. Nothing was saved.", "most")
	SecretTooLongForKeyring = plainly("secret_too_long_for_keyring", "The key or token is longer than this system's keyring takes. Nothing was saved.")
)
