import { type ReactNode, useEffect, useState } from "react";
import { describeError, perform, useAnswerNote, useFactSheet } from "@/api";
import type { FactRow, Proof, Warning } from "@/contract";
import { keyOf, type Note, notesOf } from "@/domain/notes";
import { remember } from "@/flows/steps";
import { t } from "@/strings";
import { useKeys } from "@/ui/keys/useKeys";
import { notifyTrouble } from "@/ui/notify";
import { FactDialog } from "./facts/FactDialog";
import type { FactTask } from "./facts/factTask";
import { answerTyped } from "./paper/answerTyped";
import type { Typed } from "./paper/usePaper";

/** One way to answer a note, with its key. */
export interface NoteAnswer {
  combo: string;
  label: string;
  run: () => void;
}

export interface Notes {
  all: Note[];
  /** The note that is unfolded, and that the keys answer. */
  focused: Note | undefined;
  focus: (key: string) => void;
  answersTo: (note: Note) => NoteAnswer[];
  busy: boolean;
  dialog: ReactNode;
}

interface Options {
  proof: Proof;
  editing: boolean;
  /** Whether a note is on the screen: no key answers another one. */
  shows: (note: Note) => boolean;
  painted: () => boolean;
  /** While the draft is edited: answers change the text that is typed. */
  typed?: Typed | undefined;
}

/** The notes of a draft and their answers; undefined if the draft cannot be changed now. */
export function useNotes({ proof, editing, shows, painted, typed }: Options): Notes | undefined {
  const { item } = proof;
  const answer = useAnswerNote(item.job_id);
  const [asked, setAsked] = useState<FactTask>();
  const contradicts = (item.warnings ?? []).some(({ grade }) => grade === "contradicts");
  const sheet = useFactSheet(item.shop_id, item.product.id, contradicts);
  const [chosen, setChosen] = useState<string>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the item changes
  useEffect(() => setChosen(undefined), [item.id]);
  const able = typed !== undefined || (item.can.edit && !editing);
  const all = able ? notesOf(proof) : [];
  const focused =
    all.find((note) => note.key === chosen && shows(note)) ??
    all.find((note) => note.held && shows(note)) ??
    all.find((note) => note.kind === "words" && shows(note));

  const of = { item: item.id, revision: item.revision };
  const send = (input: Parameters<typeof answer.mutate>[0]) =>
    typed
      ? answerTyped(typed, input)
      : perform(answer, input, {
          onError: (error) => notifyTrouble(describeError(error)),
          onSuccess: ({ revision }) => {
            const at = { job: item.job_id, item: item.id, revision };
            if (input.kind === "keep") remember({ kind: "keep", ...at, warning: input.warning });
            else remember({ kind: "edit", ...at });
          },
        });
  const words = t.review.notes;
  const answersTo = (note: Note): NoteAnswer[] => {
    const to = (key: string, label: string, run: () => void) => ({
      combo: typed ? `alt+${key}` : key,
      label,
      run,
    });
    if (note.kind === "block") {
      const { number: block } = note.block;
      return [to("1", words.putBack, () => send({ kind: "putBackBlock", ...of, block }))];
    }
    const warning = keyOf(note.kind === "lost" ? note.lost : note.warning);
    const keep = () => send({ kind: "keep", ...of, warning, keep: true });
    if (note.kind === "lost") {
      return [
        to("1", words.putBack, () => send({ kind: "putBackFact", ...of, warning })),
        to("3", words.leaveOut, keep),
      ];
    }
    const { right, about: value } = note.warning;
    const row = rowOf(note.warning, sheet.data?.rows ?? []);
    return [
      to("1", words.takeOut, () => send({ kind: "takeOut", ...of, warning })),
      row
        ? to("2", words.correct, () => setAsked({ kind: "correct", row }))
        : to("2", words.fact, () => setAsked({ kind: "add", value, warning })),
      to("3", words.keep, keep),
      ...(right
        ? [to("4", words.write(right), () => send({ kind: "writeRight", ...of, warning }))]
        : []),
    ];
  };
  useNoteKeys(focused ? answersTo(focused) : [], answer.isPending, painted, typed !== undefined);
  if (!able) return undefined;
  return {
    all,
    focused,
    focus: setChosen,
    answersTo,
    busy: answer.isPending,
    dialog: asked && <FactDialog item={item} task={asked} onClose={() => setAsked(undefined)} />,
  };
}

/** The row of the fact sheet that a claim contradicts, if it can be corrected. */
function rowOf({ source, right, grade }: Warning, rows: FactRow[]): FactRow | undefined {
  if (!source || grade !== "contradicts") return undefined;
  const same = rows.filter(
    (row) =>
      row.can.correct && row.source.kind === source.kind && source.text.endsWith(row.source.text),
  );
  return same.find((row) => row.value === right) ?? same[0];
}

const KEYS = ["1", "2", "3", "4"];

/** The answers to the unfolded note by their keys. */
function useNoteKeys(
  answers: NoteAnswer[],
  busy: boolean,
  painted: () => boolean,
  typing: boolean,
): void {
  const names: Record<string, string> = t.review.notes.keys;
  useKeys(
    "dialog",
    KEYS.map((combo) => {
      const answer = answers.find((one) => one.combo.at(-1) === combo);
      return {
        combos: [typing ? `alt+digit${combo}` : combo],
        inFields: typing,
        label: answer?.label ?? names[combo] ?? "",
        run: () => answer?.run(),
        off: !answer || busy,
        ...(typing ? {} : { shown: painted }),
      };
    }),
  );
}
