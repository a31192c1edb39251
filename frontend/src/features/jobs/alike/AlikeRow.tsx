import { Checkbox } from "@mantine/core";
import type { ReactNode } from "react";
import { count } from "@/lib/format";
import { t } from "@/strings";
import { IconButton } from "@/ui/IconButton";
import text from "@/ui/text.module.css";
import classes from "./alike.module.css";

interface AlikeRowProps {
  id: string;
  title: string;
  about: string;
  /** How many texts are in the group. */
  size: number;
  /** What it means for publishing, in two lines. */
  state: [string, string];
  current: boolean;
  open: boolean;
  /** Undefined where the group cannot be chosen. */
  chosen: boolean | undefined;
  onChoose: () => void;
  onOpen: () => void;
  onCurrent: () => void;
  /** The buttons. */
  children: ReactNode;
  /** The texts, of an open group. */
  texts: ReactNode;
}

/** A group of alike texts, and below it its texts. */
export function AlikeRow(props: AlikeRowProps) {
  const { title, open, chosen } = props;
  return (
    <li
      className={classes.group}
      data-current={props.current || undefined}
      data-open={open || undefined}
      onFocus={props.onCurrent}
      data-group={props.id}
    >
      <div className={classes.head}>
        {chosen === undefined ? (
          <span />
        ) : (
          <Checkbox
            size="xs"
            checked={chosen}
            aria-label={t.alike.choose(title)}
            onChange={props.onChoose}
          />
        )}
        <span className={classes.size}>{count(props.size)}</span>
        <div className={text.two}>
          <h3 className={`${text.cut} ${text.b}`}>{title}</h3>
          <p className={`${text.cut} ${text.xs} ${text.mut}`}>{props.about}</p>
        </div>
        <div className={`${text.two} ${text.xs}`}>
          <div>{props.state[0]}</div>
          <div className={text.dim}>{props.state[1]}</div>
        </div>
        <div className={classes.actions}>
          {props.children}
          <span className={classes.chevron} data-open={open || undefined}>
            <IconButton
              shape="right"
              small
              label={open ? t.alike.close(title) : t.alike.open(title)}
              expanded={open}
              controls={`${props.id}-texts`}
              onClick={props.onOpen}
            />
          </span>
        </div>
      </div>
      {open && props.texts}
    </li>
  );
}
