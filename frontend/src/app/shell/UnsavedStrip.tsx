import { useMatchRoute, useNavigate } from "@tanstack/react-router";
import { useTypedElsewhere, useUnsavedElsewhere } from "@/api";
import { moment } from "@/lib/format";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { Strip } from "@/ui/Strip";

/** Says what was typed and not saved, such as before a crash, until it is saved or discarded. */
export function UnsavedStrip() {
  return (
    <>
      <DraftStrip />
      <EditorStrip />
    </>
  );
}

/** What was typed in the editor of a product or collection. */
function EditorStrip() {
  const navigate = useNavigate();
  const matches = useMatchRoute();
  const product = matches({ to: "/s/$shop/products/$handle" });
  const collection = matches({ to: "/s/$shop/collections/$handle" });
  // The editor itself offers what was typed in it.
  const typed = useTypedElsewhere().filter(({ shop_id, kind, handle }) => {
    const open = kind === "collection" ? collection : product;
    return !open || open.shop !== shop_id || open.handle !== handle;
  });
  const editors = new Set(typed.map(({ shop_id, id }) => `${shop_id} ${id}`));
  const [last] = typed;
  const words = t.review.paper.unsaved;
  if (!last) return null;
  const params = { shop: last.shop_id, handle: last.handle };
  return (
    <Strip
      shape="edit"
      title={t.ownDrafts.typed.strip(editors.size, last.title)}
      actions={
        <Button
          small
          onClick={() =>
            last.kind === "collection"
              ? navigate({ to: "/s/$shop/collections/$handle", params, search: {} })
              : navigate({ to: "/s/$shop/products/$handle", params, search: {} })
          }
        >
          {words.open}
        </Button>
      }
    >
      {words.stripRest(last.person, moment(last.typed_at))}
    </Strip>
  );
}

/** What was typed into drafts. */
function DraftStrip() {
  const navigate = useNavigate();
  const unsaved = useUnsavedElsewhere();
  const [last] = unsaved;
  const words = t.review.paper.unsaved;
  if (!last) return null;
  const position = Number(last.item_id.split("/")[1]);
  return (
    <Strip
      shape="edit"
      title={words.strip(unsaved.length, last.title)}
      actions={
        <Button
          small
          onClick={() =>
            navigate({
              to: "/s/$shop/jobs/$job/$position",
              params: { shop: last.shop_id, job: last.job_id, position: String(position) },
              search: {},
            })
          }
        >
          {words.open}
        </Button>
      }
    >
      {words.stripRest(last.person, moment(last.typed_at))}
    </Strip>
  );
}
