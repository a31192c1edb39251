import { useState } from "react";
import { describeError, useAddFileShop, useExamineFile } from "@/api";
import type { ProductFile, ShopOverview } from "@/contract";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { useKeys } from "@/ui/keys/useKeys";
import { Page, PageHead } from "@/ui/Page";
import { Empty, ErrorState, Loading, TroubleText } from "@/ui/States";
import { Columns } from "./Columns";
import { chooseProductFile, chosenFile } from "./chosenFile";
import { Findings } from "./Findings";
import { HowRead } from "./HowRead";
import classes from "./opening.module.css";

const words = t.opening;

interface OpeningPageProps {
  onOpened: (shop: ShopOverview) => void;
  onCancel: () => void;
}

/** What a product file is: how it was read, what it holds and what was left out. Nothing is saved until it is opened. */
export function OpeningPage({ onOpened, onCancel }: OpeningPageProps) {
  const [file, setFile] = useState(() => chosenFile()?.file);
  const [name, setName] = useState(() => chosenFile()?.name ?? "");
  const [encoding, setEncoding] = useState("");
  const examined = useExamineFile(file, encoding);
  const add = useAddFileShop();
  const found = examined.data;
  const another = () =>
    chooseProductFile((next) => {
      setFile(next);
      setName("");
      setEncoding("");
      add.reset();
    });
  const ready = file !== undefined && found !== undefined && !examined.isFetching;
  const open = () => {
    if (!ready || add.isPending) return;
    const chosen = found.format.ask ? found.format.encoding : "";
    add.mutate({ file, name: name.trim(), encoding: chosen }, { onSuccess: onOpened });
  };
  useKeys("page", [
    { combos: ["mod+enter"], label: words.title, inFields: true, run: open, off: !ready },
    { combos: ["escape"], label: words.cancel, inFields: true, run: onCancel },
  ]);
  const aside = file && (
    <>
      <span>{file.name}</span>
      <span className={classes.dim}>{words.size(file.size)}</span>
    </>
  );
  return (
    <Page>
      <PageHead title={words.title} aside={aside}>
        <span className={classes.note}>{words.unsaved}</span>
        <Button kind="quiet" onClick={another}>
          {file ? words.another : words.choose}
        </Button>
      </PageHead>
      {!file && <Empty>{words.none}</Empty>}
      {file && examined.isPending && <Loading label={words.reading(file.name)} />}
      {examined.error && <ErrorState trouble={describeError(examined.error)} />}
      {found && (
        <Found
          found={found}
          name={name}
          fallback={withoutEnding(found.name)}
          onName={setName}
          onEncoding={setEncoding}
        />
      )}
      <footer className={classes.foot}>
        <div className={classes.grow}>
          {add.error ? <TroubleText trouble={describeError(add.error)} /> : <p>{words.safe}</p>}
        </div>
        <Button kind="quiet" combo="escape" onClick={onCancel}>
          {words.cancel}
        </Button>
        <Button
          kind="primary"
          combo="mod+enter"
          disabled={!ready}
          busy={add.isPending}
          onClick={open}
        >
          {words.open(found?.products ?? 0)}
        </Button>
      </footer>
    </Page>
  );
}

const withoutEnding = (name: string) => name.replace(/\.[^.]*$/, "");

interface FoundProps {
  found: ProductFile;
  name: string;
  fallback: string;
  onName: (name: string) => void;
  onEncoding: (encoding: string) => void;
}

function Found({ found, ...rest }: FoundProps) {
  return (
    <div className={classes.grid}>
      <HowRead found={found} {...rest} />
      <div className={classes.right}>
        <Columns found={found} />
        <Findings found={found} />
      </div>
    </div>
  );
}
