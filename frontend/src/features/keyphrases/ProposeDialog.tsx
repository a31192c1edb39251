import {
  describeError,
  type KeyphraseScope,
  useProposeEstimate,
  useProposeKeyphrases,
} from "@/api";
import type { ProposeEstimate } from "@/contract";
import { writerName } from "@/domain/writer";
import { money } from "@/lib/format";
import { t } from "@/strings";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { notifyPlain } from "@/ui/notify";
import { Loading } from "@/ui/States";

interface ProposeDialogProps {
  scope: KeyphraseScope;
  /** The places to ask for, by id; none for the first that lack a keyphrase and a model's guess. */
  places?: string[];
  /** How many lack one. */
  lacking: number;
  onClose: () => void;
}

const words = t.keyphrases.proposing;

const FIRST: string[] = [];

/** Says what a model's guesses cost before it is asked. */
export function ProposeDialog({ scope, places = FIRST, lacking, onClose }: ProposeDialogProps) {
  const estimate = useProposeEstimate(scope, places);
  const propose = useProposeKeyphrases(scope, places);
  const known = estimate.data;
  const error = propose.error ?? estimate.error;
  const submit = () =>
    propose.mutate(undefined, {
      onSuccess: ({ proposed, without, usage }) => {
        notifyPlain(words.done(proposed?.length ?? 0, without, money(usage.cost_usd)));
        onClose();
      },
    });
  return (
    <ConfirmDialog
      title={known ? words.title(known.places, writerName(known.writer)) : words.titleUnknown}
      action={known && !known.needs_price ? words.action(known.places) : undefined}
      busy={propose.isPending}
      trouble={error ? describeError(error) : undefined}
      onConfirm={submit}
      onClose={onClose}
    >
      {estimate.isPending && <Loading />}
      {known && <Asking known={known} lacking={lacking} />}
      {propose.isPending && <p role="status">{words.asking}</p>}
    </ConfirmDialog>
  );
}

function Asking({ known, lacking }: { known: ProposeEstimate; lacking: number }) {
  if (known.needs_price) return <p>{known.needs_price.message}</p>;
  const { cost_usd: about, cost_max_usd: most, today_usd: today } = known;
  return (
    <>
      <p>
        {known.priced
          ? words.cost(known.requests, money(about), money(most), money(today))
          : words.unpriced(known.requests)}
      </p>
      <p>{words.text}</p>
      {lacking > known.places && <p>{words.rest(lacking - known.places)}</p>}
    </>
  );
}
