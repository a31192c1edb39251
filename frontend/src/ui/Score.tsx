import { t } from "@/strings";
import classes from "./Score.module.css";

interface ScoreProps {
  total: number;
  grade: keyof typeof t.grades;
  large?: boolean;
}

/** A score with its word beside the number. */
export function Score({ total, grade, large }: ScoreProps) {
  return (
    <span className={classes.score} data-large={large || undefined}>
      <b>{total}</b>
      <span data-grade={grade}>{t.grades[grade]}</span>
    </span>
  );
}
