import type { ComponentType, SVGProps } from "react";
import classes from "./Icon.module.css";
import { type Shape, shapes } from "./shapes";

export type Tone = "ok" | "wait" | "warn" | "bad" | "accent" | "dim";

interface IconProps {
  shape: Shape;
  tone?: Tone | undefined;
  /** 14 px beside text, 16 px alone. */
  small?: boolean | undefined;
  turning?: boolean | undefined;
}

/** A mark, always with a word or an accessible name. */
export function Icon({ shape, tone, small, turning }: IconProps) {
  const Drawing: ComponentType<SVGProps<SVGSVGElement>> = shapes[shape];
  return (
    <Drawing
      className={classes.icon}
      data-tone={tone}
      data-small={small || undefined}
      data-turning={turning || undefined}
    />
  );
}

/** The program's mark: a set page and the editor's caret. */
export function Logo({ size }: { size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 20 20" className={classes.logo} aria-hidden="true">
      <rect x=".5" y=".5" width="19" height="19" rx="4.5" fill="var(--text)" stroke="none" />
      <path d="M4.5 6h11M4.5 9.5h11M4.5 13h4" stroke="var(--sheet)" strokeWidth="1.5" />
      <path d="m9.8 16.5 2.9-5.2 2.9 5.2" stroke="#7eabff" strokeWidth="1.9" />
    </svg>
  );
}
