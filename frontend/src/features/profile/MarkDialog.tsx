import { Modal, TextInput } from "@mantine/core";
import "@/ui/theme/modal.css";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { describeError, useMarkOnShop, useProductHits } from "@/api";
import { type Field, type Profile, rules } from "@/contract";
import { FIELDS } from "@/domain/fields";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { Icon } from "@/ui/Icon";
import { Picker } from "@/ui/Picker";
import { TroubleText } from "@/ui/States";
import dialogs from "./dialogs.module.css";
import classes from "./profile.module.css";

interface MarkDialogProps {
  shop: string;
  saved: Profile;
  onClose: () => void;
}

/** Texts of pictures are too short to learn a voice from. */
const MARKABLE = FIELDS.filter((field) => field !== "alt_text");

/** Finds products and marks a text of theirs as good. */
export function MarkDialog({ shop, saved, onClose }: MarkDialogProps) {
  const words = t.profile.mark;
  const [search, setSearch] = useState("");
  const [asked] = useDebouncedValue(search.trim(), 150);
  const [field, setField] = useState<Field>("description");
  const hits = useProductHits(shop, asked);
  const mark = useMarkOnShop(shop);
  const texts = saved.examples ?? [];
  const full = texts.length >= rules.limits.examples;
  const isMarked = (title: string) => texts.some((x) => x.field === field && x.title === title);
  return (
    <Modal
      opened
      onClose={onClose}
      title={words.title}
      size="36rem"
      zIndex={400}
      withCloseButton={false}
    >
      <p className={classes.none}>{words.text}</p>
      <div className={dialogs.pick}>
        <TextInput
          aria-label={words.search}
          placeholder={words.search}
          data-autofocus
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        <Picker
          label={words.field}
          value={field}
          onChange={setField}
          options={MARKABLE.map((value) => ({ value, label: t.jobs.field(value) }))}
        />
      </div>
      {full && <p role="status">{words.full}</p>}
      {mark.error && <TroubleText trouble={describeError(mark.error)} />}
      {asked.length < 2 && <p className={classes.none}>{words.hint}</p>}
      {hits.data?.length === 0 && <p role="status">{words.none(asked)}</p>}
      <ul className={dialogs.hits} aria-label={t.profile.textColumns.product}>
        {(hits.data ?? []).map((product) => (
          <li key={product.id}>
            <span className={classes.cut}>{product.title}</span>
            {isMarked(product.title) ? (
              <Icon shape="check" tone="ok" small />
            ) : (
              <Button
                kind="quiet"
                small
                label={words.named(product.title)}
                disabled={full || mark.isPending}
                onClick={() => mark.mutate({ field, handle: product.handle })}
              >
                {words.button}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <div className={classes.foot}>
        <span />
        <Button onClick={onClose}>{words.done}</Button>
      </div>
    </Modal>
  );
}
