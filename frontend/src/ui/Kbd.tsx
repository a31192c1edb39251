import classes from "./Kbd.module.css";
import { showCombo } from "./keys/combo";

/**
 * A key, as the platform writes it. On a filled button it takes the button's colour. For the eye
 * only: controls tell their keys to assistive technology by aria-keyshortcuts.
 */
export function Kbd({ combo }: { combo: string }) {
  return (
    <span className={classes.kbd} aria-hidden="true" data-kbd>
      {showCombo(combo)}
    </span>
  );
}
