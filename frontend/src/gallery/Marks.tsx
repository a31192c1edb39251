import { Progress, StackedBar } from "@/ui/Bars";
import { Facts } from "@/ui/Facts";
import { Icon, Logo } from "@/ui/Icon";
import { Kbd } from "@/ui/Kbd";
import { JobMark, type JobMarkName, Mark, MarkIcon, type MarkName, Tag } from "@/ui/Mark";
import { Score } from "@/ui/Score";
import { type Shape, shapes } from "@/ui/shapes";
import { Thumb } from "@/ui/Thumb";
import classes from "./Gallery.module.css";
import { Piece } from "./Piece";

const items: MarkName[] = [
  "unpublished",
  "published",
  "failed",
  "conflict",
  "rejected",
  "cancelled",
  "skipped",
  "pending",
  "generating",
  "queued",
  "publishing",
];
const jobs: JobMarkName[] = [
  "queued",
  "running",
  "paused",
  "completed",
  "errors",
  "cancelled",
  "failed",
];

/** Marks of states. */
export function Marks() {
  return (
    <>
      <Piece name="Logo and icons">
        <Logo size={26} />
        {Object.keys(shapes).map((shape) => (
          <span key={shape} title={shape}>
            <Icon shape={shape as Shape} />
          </span>
        ))}
      </Piece>
      <Piece name="Mark, MarkIcon">
        {items.map((mark) => (
          <Mark key={mark} of={mark} />
        ))}
        <MarkIcon of="published" />
      </Piece>
      <Piece name="JobMark, Tag">
        {jobs.map((mark) => (
          <JobMark key={mark} of={mark} />
        ))}
        <Tag tone="warn" shape="edit">
          1 unsupported claim
        </Tag>
      </Piece>
      <Piece name="Score">
        <Score total={91} grade="good" />
        <Score total={67} grade="fair" />
        <Score total={41} grade="poor" />
        <Score total={85} grade="good" large />
      </Piece>
      <Piece name="Kbd">
        <Kbd combo="mod+shift+p" />
        <Kbd combo="space" />
        <Kbd combo="escape" />
      </Piece>
      <Piece name="Progress, StackedBar">
        <div className={classes.wide}>
          <Progress done={40} total={111} tone="accent" label="40 of 111" />
        </div>
        <div className={classes.wide}>
          <StackedBar
            label="121 published, 117 to review, 6 in conflict, 8 rejected, 14 failed"
            total={266}
            parts={[
              { tone: "ok", value: 121 },
              { tone: "wait", value: 117 },
              { tone: "warn", value: 6 },
              { tone: "done", value: 8 },
              { tone: "bad", value: 14 },
            ]}
          />
        </div>
      </Piece>
      <Piece name="Facts, Thumb">
        <Facts
          facts={[
            ["Price", "84.00, 2 variants"],
            ["Vendor", "Aldermill"],
          ]}
        />
        <Thumb src="" />
      </Piece>
    </>
  );
}
