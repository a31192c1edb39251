import { type ReactNode, useEffect, useState } from "react";
import { describeError, perform, useAnswerNote, useFactSheet } from "@/api";
import type { AnswerKind, FactRow, Proof, Warning } from "@/contract";
import { keyOf, type Note, notesOf } from "@/domain/notes";
import { remember } from "@/flows/steps";
import { t } from "@/strings";
import { useKeys } from "@/ui/keys/useKeys";
import { notifyTrouble } from "@/ui/notify";
import { AnswerAllDialog } from "./facts/AnswerAllDialog";
import { FactDialog } from "./facts/FactDialog";
import type { FactTask } from "./facts/factTask";
import { answerTyped } from "./paper/answerTyped";
import type { Typed } from "./paper/usePaper";
import { useClaimsOfJob } from "./useClaimsOfJob";

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
  /** The same for all drafts of the job that make the claim; none where this draft alone does. */
  answersToAll: (note: Note) => NoteAnswer[];
  /** How many drafts of the job make the claim. */
  drafts: (note: Note) => number;
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
  const [askedOfAll, setAskedOfAll] = useState<{ warning: Warning; kind: AnswerKind }>();
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
  const words = { ...t.review.notes, ...t.noteList };
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
  const drafts = useClaimsOfJob(item, all);
  const answersToAll = (note: Note): NoteAnswer[] => {
    if (typed || note.kind !== "words" || drafts(note) < 2) return [];
    const { warning } = note;
    return forAll.map(([digit, kind]) => ({
      combo: `shift+digit${digit}`,
      label: words.allKeys[digit] ?? "",
      run: () => setAskedOfAll({ warning, kind }),
    }));
  };
  useNoteKeys(focused ? answersTo(focused) : [], answer.isPending, painted, typed !== undefined);
  useAllKeys(focused ? answersToAll(focused) : [], answer.isPending, painted);
  if (!able) return undefined;
  return {
    all,
    focused,
    focus: setChosen,
    answersTo,
    answersToAll,
    drafts,
    busy: answer.isPending,
    dialog: (
      <>
        {asked && <FactDialog item={item} task={asked} onClose={() => setAsked(undefined)} />}
        {askedOfAll && (
          <AnswerAllDialog
            item={item}
            warning={askedOfAll.warning}
            initial={askedOfAll.kind}
            onClose={() => setAskedOfAll(undefined)}
          />
        )}
      </>
    ),
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

/** The answers that can be given in all drafts at once, by the digit of their key. */
const forAll: [string, AnswerKind][] = [
  ["1", "take_out"],
  ["2", "add_fact"],
  ["3", "keep"],
];

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

/** The answers to the unfolded note in all drafts of the job by their keys. */
function useAllKeys(answers: NoteAnswer[], busy: boolean, painted: () => boolean): void {
  useKeys(
    "dialog",
    forAll.map(([digit]) => {
      const combo = `shift+digit${digit}`;
      const answer = answers.find((one) => one.combo === combo);
      return {
        combos: [combo],
        label: t.noteList.allKeys[digit] ?? "",
        run: () => answer?.run(),
        off: !answer || busy,
        shown: painted,
      };
    }),
  );
}
