/** A conflict: the shop's text changed after the draft was written. */
export const conflict = {
  written: "When the draft was written",
  now: "On the shop now",
  draft: "Draft",
  compare: "Compare",
  keepTheirs: "Keep theirs",
  useMine: "Use mine…",
};
