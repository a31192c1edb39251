import { t } from "@/strings";
import classes from "./Score.module.css";

export type Grade = "good" | "fair" | "poor";

/** 80 and above is good, 60 and above fair. */
export function gradeOf(total: number): Grade {
  if (total >= 80) return "good";
  return total >= 60 ? "fair" : "poor";
}

/** A score with its word beside the number. */
export function Score({ total, large }: { total: number; large?: boolean }) {
  const grade = gradeOf(total);
  return (
    <span className={classes.score} data-large={large || undefined}>
      <b>{total}</b>
      <span data-grade={grade}>{t.grades[grade]}</span>
    </span>
  );
}
