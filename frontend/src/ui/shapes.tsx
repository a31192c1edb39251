import type { JSX } from "react";

/** The drawn marks, on a grid of 16. Strokes take the colour of the text around them. */
export const shapes = {
  activity: (
    <>
      <path d="M8 4.5V8l2.3 1.6" />
      <path d="M2.6 9.2A5.5 5.5 0 1 0 3.4 5" />
      <path d="M3 2.4V5h2.6" />
    </>
  ),
  bullets: (
    <>
      <path d="M6 4.5h7.5M6 8h7.500M6 11.500h7.500" />
      <path d="M3 4.500h.1M3 8h.1M3 11.500h.1" strokeWidth="2" />
    </>
  ),
  check: (
    <>
      <path d="m3 8.6 3.2 3.2c1.3-3.2 3.3-5.8 6.6-8.2" />
    </>
  ),
  clock: (
    <>
      <circle cx="8" cy="8" r="5.5" />
      <path d="M8 4.8V8l2.2 1.4" />
    </>
  ),
  close: (
    <>
      <path d="m4 4 8 8M12 4l-8 8" />
    </>
  ),
  conflict: (
    <>
      <path d="M8 1.9 14.1 8 8 14.1 1.9 8z" fill="var(--warn-soft)" />
      <path d="M5.8 6.9h4.4M5.8 9.2h4.4M9.3 5.4l-2.6 5.3" strokeWidth="1.25" />
    </>
  ),
  changed: (
    <>
      <path d="M8 1.9 14.1 8 8 14.1 1.9 8z" fill="var(--warn-soft)" />
      <path d="m5.6 8.3 1.7 1.7c.7-1.6 1.7-2.9 3.2-4" strokeWidth="1.25" />
    </>
  ),
  cross: (
    <>
      <path d="M4 4c2.3 2.4 5 5.3 8 8M12 3.8C9 6.5 6.5 9.4 4.2 12.2" />
    </>
  ),
  down: (
    <>
      <path d="m4.5 6.5 3.5 3.5 3.5-3.5" />
    </>
  ),
  edit: (
    <>
      <path d="m3 13 .7-3L10.8 2.9a1 1 0 0 1 1.4 0l.9.9a1 1 0 0 1 0 1.4L6 12.3z" />
    </>
  ),
  external: (
    <>
      <path d="M6.5 3.5h-3v9h9v-3M9 3h4v4M13 3 7.5 8.5" />
    </>
  ),
  image: (
    <>
      <rect x="2.5" y="3" width="11" height="10" rx="1" />
      <path d="m3 11.5 3.2-3.2 2.3 2.3 1.7-1.7 3 3" />
      <circle cx="10.3" cy="6" r=".9" />
    </>
  ),
  info: (
    <>
      <circle cx="8" cy="8" r="5.5" />
      <path d="M8 7.3v3.5M8 5.1v.1" />
    </>
  ),
  jobs: (
    <>
      <path d="M4 2.5h8v11H4zM6 5.5h4M6 8h4M6 10.5h2.5" />
    </>
  ),
  key: (
    <>
      <rect x="2" y="4.5" width="12" height="7" rx="1" />
      <path d="M4.500 7h.1M7 7h.1M9.500 7h.1M11.600 7h.1M5 9.500h6" />
    </>
  ),
  left: (
    <>
      <path d="M9.5 4.5 6 8l3.5 3.5" />
    </>
  ),
  lines: (
    <>
      <path d="M2.5 4h11M2.5 7h11M2.5 10h7" />
      <path d="m11 13.5 1.5-2.5 1.5 2.5" />
    </>
  ),
  link: (
    <>
      <path d="M6.7 9.300a2.600 2.600 0 0 0 3.700 0l2.200-2.200a2.600 2.600 0 0 0-3.700-3.700l-.9.9" />
      <path d="M9.300 6.700a2.600 2.600 0 0 0-3.700 0L3.400 8.900a2.600 2.600 0 0 0 3.700 3.700l.9-.9" />
    </>
  ),
  moon: (
    <>
      <path d="M13 9.4A5.5 5.5 0 0 1 6.6 3a5.5 5.5 0 1 0 6.4 6.4z" />
    </>
  ),
  numbers: (
    <>
      <path d="M7 4.500h6.500M7 8h6.500M7 11.500h6.500" />
      <path d="M2.600 3.600 3.600 3v3M2.500 9.900h1.800l-1.900 2.900h2" strokeWidth="1.150" />
    </>
  ),
  offline: (
    <>
      <path d="M2 2.5 13.5 14M4 6.8a6 6 0 0 1 1.7-1.1M8.3 5a6 6 0 0 1 3.7 1.8M1.8 4.6c.6-.5 1.2-.9 1.9-1.2M6.6 2.5a9 9 0 0 1 7.6 2.1M5.9 9.2a3.3 3.3 0 0 1 1.5-.8M10.1 9.2l-.3-.3" />
      <circle cx="8" cy="11.8" r=".6" fill="currentColor" />
    </>
  ),
  online: (
    <>
      <path d="M1.8 5.4a9 9 0 0 1 12.4 0M4 7.7a5.8 5.8 0 0 1 8 0M6 9.9a3 3 0 0 1 4 0" />
      <circle cx="8" cy="12.1" r=".6" fill="currentColor" />
    </>
  ),
  pause: (
    <>
      <path d="M5.7 3.8v8.4M10.3 3.8v8.4" strokeWidth="2" />
    </>
  ),
  play: (
    <>
      <path d="M5 3.5v9l7-4.5z" />
    </>
  ),
  plus: (
    <>
      <path d="M8 3.2v9.6M3.2 8h9.6" />
    </>
  ),
  products: (
    <>
      <path d="M2.5 8.6V3.5a1 1 0 0 1 1-1h5.1l4.7 4.7a1 1 0 0 1 0 1.4l-4.7 4.7a1 1 0 0 1-1.4 0z" />
      <circle cx="5.7" cy="5.7" r=".6" />
    </>
  ),
  redo: (
    <>
      <path d="m10.500 3 2.800 2.800-2.800 2.800" />
      <path d="M13 5.800H7a3.700 3.700 0 0 0 0 7.400h3" />
    </>
  ),
  retry: (
    <>
      <path d="M13 3.2v3h-3M12.7 6.2A5 5 0 1 0 13 9" />
    </>
  ),
  right: (
    <>
      <path d="m6.5 4.5 3.5 3.5-3.5 3.5" />
    </>
  ),
  running: (
    <>
      <path d="M8 2.5A5.5 5.5 0 1 1 2.5 8" strokeWidth="2" />
      <circle cx="8" cy="8" r="5.5" strokeWidth="2" opacity=".25" />
    </>
  ),
  screen: (
    <>
      <rect x="2" y="3" width="12" height="8" rx="1" />
      <path d="M6 13.5h4" />
    </>
  ),
  search: (
    <>
      <circle cx="7" cy="7" r="4" />
      <path d="m10 10 3.3 3.3" />
    </>
  ),
  settings: (
    <>
      <path d="M2.5 5h5M11.5 5h2M2.5 11h2M8.5 11h5" />
      <circle cx="9.5" cy="5" r="1.8" />
      <circle cx="6.5" cy="11" r="1.8" />
    </>
  ),
  shield: (
    <>
      <path d="M8 2.3 12.8 4v4c0 2.8-2 4.7-4.8 5.7C5.2 12.7 3.2 10.8 3.2 8V4z" />
    </>
  ),
  shop: (
    <>
      <path d="M2.5 6.5 3.5 3h9l1 3.5M2.5 6.5a1.8 1.8 0 0 0 3.6 0 1.85 1.85 0 0 0 3.7 0 1.85 1.85 0 0 0 3.7 0M3.5 8.5v5h9v-5" />
    </>
  ),
  struck: (
    <>
      <circle cx="8" cy="8" r="5.5" />
      <path d="m4.2 11.8 7.6-7.6" />
    </>
  ),
  sun: (
    <>
      <circle cx="8" cy="8" r="2.7" />
      <path d="M8 1.8v1.4M8 12.8v1.4M1.8 8h1.4M12.8 8h1.4M3.6 3.6l1 1M11.4 11.4l1 1M12.4 3.6l-1 1M4.6 11.4l-1 1" />
    </>
  ),
  switch: (
    <>
      <path d="m5 6.2 3-3 3 3M5 9.8l3 3 3-3" />
    </>
  ),
  sync: (
    <>
      <path d="M13 3.2v3h-3M3 12.8v-3h3M12.6 6.2A5 5 0 0 0 3.6 5.5M3.4 9.8a5 5 0 0 0 9 .7" />
    </>
  ),
  trash: (
    <>
      <path d="M3 4.5h10M6.5 4.5v-1.500h3v1.500M4.500 4.500l.6 8.500h5.800l.6-8.500" />
    </>
  ),
  undo: (
    <>
      <path d="M5.5 3 2.7 5.8l2.8 2.8" />
      <path d="M3 5.8h6a3.7 3.7 0 0 1 0 7.4H6" />
    </>
  ),
  unpublished: (
    <>
      <circle cx="8" cy="8" r="4.2" fill="var(--wait-fill)" />
    </>
  ),
  warn: (
    <>
      <path d="M8 2.7 14 13H2z" />
      <path d="M8 6.6v3" />
      <circle cx="8" cy="11.2" r=".35" fill="currentColor" strokeWidth=".7" />
    </>
  ),
  zero: (
    <>
      <path d="M5.5 8h5" />
    </>
  ),
} satisfies Record<string, JSX.Element>;

export type Shape = keyof typeof shapes;
