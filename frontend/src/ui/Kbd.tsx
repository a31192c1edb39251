import classes from "./Kbd.module.css";
import { showCombo } from "./keys/combo";

/**
 * A key, as the platform writes it. On a filled button it takes the button's colour. It is hidden from assistive
 * technology, which reads aria-keyshortcuts.
 */
export function Kbd({ combo }: { combo: string }) {
  return (
    <span className={classes.kbd} aria-hidden="true" data-kbd={combo}>
      {showCombo(combo)}
    </span>
  );
}
