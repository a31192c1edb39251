/** Keys are written as "mod+shift+p": mod is ⌘ on a Mac and Ctrl elsewhere. */
export const isMac = /Mac|iPhone|iPad/.test(navigator.platform);

const SHOWN: Record<string, string> = {
  shift: "⇧",
  enter: "↵",
  escape: "Esc",
  arrowup: "↑",
  arrowdown: "↓",
  arrowleft: "←",
  arrowright: "→",
  space: "Space",
  tab: "Tab",
  home: "Home",
  end: "End",
  digit1: "1",
  digit2: "2",
  digit3: "3",
  digit4: "4",
};

/** "mod+shift+p" → "Ctrl ⇧ P", or "⌘ ⇧ P" on a Mac. */
export function showCombo(combo: string, mac: boolean = isMac): string {
  return combo
    .split("+")
    .map((part) => {
      if (part === "mod") return mac ? "⌘" : "Ctrl";
      if (part === "alt") return mac ? "⌥" : "Alt";
      return SHOWN[part] ?? part.toUpperCase();
    })
    .join(" ");
}

export type Pressed = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey"> & {
  code?: string;
};

/** Whether the event is that combination. Shift counts only for letters, arrows and with mod. */
export function matches(combo: string, event: Pressed, mac: boolean = isMac): boolean {
  const parts = combo.split("+");
  const name = parts.at(-1) ?? "";
  const key = event.key === " " ? "space" : event.key.toLowerCase();
  // With Shift a digit types another character: "digit1" is the key, not what it types.
  // Where a digit itself is typed with Shift, that key is the digit's.
  const isDigit = name.startsWith("digit");
  if (isDigit && parts.includes("shift") && /^\d$/.test(key)) return false;
  const pressed = isDigit ? event.code?.toLowerCase() : key;
  if (pressed !== name) return false;
  const mod = mac ? event.metaKey : event.ctrlKey;
  const other = mac ? event.ctrlKey : event.metaKey;
  if (mod !== parts.includes("mod") || other || event.altKey !== parts.includes("alt"))
    return false;
  // "?" and "/" are typed with Shift on some layouts: there the character itself decides.
  const shiftDecides = /^[a-z]$/.test(name) || name.length > 1;
  return !shiftDecides || event.shiftKey === parts.includes("shift");
}

const ARIA: Record<string, string> = {
  shift: "Shift",
  enter: "Enter",
  escape: "Escape",
  space: "Space",
  digit1: "1",
  digit2: "2",
  digit3: "3",
  digit4: "4",
  alt: "Alt",
  home: "Home",
  end: "End",
  arrowup: "ArrowUp",
  arrowdown: "ArrowDown",
  arrowleft: "ArrowLeft",
  arrowright: "ArrowRight",
};

/** The combination as assistive technology reads it: "Control+Shift+P". */
export function ariaCombo(combo: string, mac: boolean = isMac): string {
  return combo
    .split("+")
    .map((part) => {
      if (part === "mod") return mac ? "Meta" : "Control";
      return ARIA[part] ?? part.toUpperCase();
    })
    .join("+");
}
