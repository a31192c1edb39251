import type { JSX, SVGProps } from "react";

/** Galley's own marks: the states of items and jobs. On Lucide's grid of 24, in its stroke. */

function drawing(paths: JSX.Element) {
  return (props: SVGProps<SVGSVGElement>) => (
    <svg viewBox="0 0 24 24" aria-hidden="true" {...props}>
      {paths}
    </svg>
  );
}

const ring = <circle cx="12" cy="12" r="8.25" />;
const diamond = <path d="M12 2.85 21.15 12 12 21.15 2.85 12z" fill="var(--warn-soft)" />;

export const Unpublished = drawing(<circle cx="12" cy="12" r="6.3" fill="var(--wait-fill)" />);

export const Tick = drawing(<path d="m4.5 12.9 4.8 4.8c1.95-4.8 4.95-8.7 9.9-12.3" />);

export const Cross = drawing(
  <path d="M6 6c3.45 3.6 7.5 7.95 12 12M18 5.7C13.5 9.75 9.75 14.1 6.3 18.3" />,
);

export const Conflict = drawing(
  <>
    {diamond}
    <path d="M8.7 10.35h6.6M8.7 13.8h6.6M13.95 8.1l-3.9 7.95" strokeWidth="1.875" />
  </>,
);

export const Changed = drawing(
  <>
    {diamond}
    <path d="m8.4 12.45 2.55 2.55c1.05-2.55 2.55-4.35 4.8-6" strokeWidth="1.875" />
  </>,
);

export const Struck = drawing(
  <>
    {ring}
    <path d="m6.3 17.7 11.4-11.4" />
  </>,
);

export const Clock = drawing(
  <>
    {ring}
    <path d="M12 7.2V12l3.3 2.1" />
  </>,
);

export const Running = drawing(
  <g strokeWidth="3">
    <path d="M12 3.75A8.25 8.25 0 1 1 3.75 12" />
    <g opacity=".25">{ring}</g>
  </g>,
);

export const Bars = drawing(<path d="M8.55 5.7v12.6M15.45 5.7v12.6" strokeWidth="3" />);

export const Dash = drawing(<path d="M8.25 12h7.5" />);

/** Two arrows head-on: contradicts the data. */
export const Contradicts = drawing(
  <path d="M2.7 12h6.6M6 8.4 9.6 12 6 15.6M21.3 12h-6.6M18 8.4 14.4 12 18 15.6M12 4.2v3M12 16.8v3" />,
);

/** Parentheses: about something else. */
export const Aside = drawing(
  <path d="M8.7 4.5c-3.75 4.2-3.75 10.8 0 15M15.3 4.5c3.75 4.2 3.75 10.8 0 15" />,
);

/** A dashed circle with a minus: in the old text, not in the new one. */
export const Lost = drawing(
  <>
    <circle cx="12" cy="12" r="8" strokeDasharray="3.3 3" />
    <path d="M8.7 12h6.6" />
  </>,
);

/** Brackets: kept as it is. */
export const Kept = drawing(
  <path d="M8.25 4.5H4.5v15h3.75M15.75 4.5h3.75v15h-3.75M9 9.75h6M9 14.25h6" />,
);
