import type { ComponentProps } from "react";
import type { ConfirmDialog } from "@/ui/ConfirmDialog";

type Props = Omit<ComponentProps<typeof ConfirmDialog>, "onConfirm" | "onClose">;

interface Shown {
  /** The button that opens it. */
  ask: string;
  props: Props;
}

/** The questions of the program by kind: one that does, ones that lose something, and one that asks for a word. */
export const dialogs: Shown[] = [
  {
    ask: "Ask…",
    props: {
      title: "Publish 111 descriptions to Quillmoor Home?",
      action: "Publish 111",
      children: (
        <>
          <p>They replace the text on the shop now. 6 in conflict and 8 rejected stay out.</p>
          <p>You can undo this later.</p>
        </>
      ),
    },
  },
  {
    ask: "Leave…",
    props: {
      title: "Leave without saving?",
      action: "Leave without saving",
      dismiss: "Stay here",
      careful: true,
      children: <p>The description of Oak lamp is not saved.</p>,
    },
  },
  {
    ask: "Cancel job…",
    props: {
      title: "Cancel job 12?",
      action: "Cancel job",
      careful: true,
      children: <p>81 items are not written. What is written stays.</p>,
    },
  },
  {
    ask: "Remove…",
    props: { title: "Remove Quillmoor Home?", action: "Remove shop", careful: true },
  },
  {
    ask: "Name…",
    props: {
      title: "Save instructions",
      action: "Save",
      asks: true,
      children: <input aria-label="Name" data-autofocus />,
    },
  },
];
