import { useState } from "react";
import { Button } from "@/ui/Button";
import { Choice } from "@/ui/Choice";
import { IconButton } from "@/ui/IconButton";
import { Picker } from "@/ui/Picker";
import { SearchField } from "@/ui/SearchField";
import { Segments } from "@/ui/Segments";
import { SelectionBar } from "@/ui/SelectionBar";
import { Tabs } from "@/ui/Tabs";
import { Piece } from "./Piece";

const nothing = () => {};

/** What can be pressed, chosen and typed into. */
export function Controls() {
  const [view, setView] = useState("marks");
  const [filter, setFilter] = useState("all");
  const [text, setText] = useState("");
  return (
    <>
      <Piece name="Button, IconButton">
        <Button kind="primary" combo="mod+shift+p">
          Publish All 111…
        </Button>
        <Button icon="retry">Retry 14</Button>
        <Button kind="quiet" small>
          Clear
        </Button>
        <Button disabled>Save</Button>
        <Button busy>Save</Button>
        <IconButton shape="close" label="Close" onClick={nothing} />
        <IconButton shape="sync" label="Sync now" framed turning onClick={nothing} />
      </Piece>
      <Piece name="Segments, Picker, SearchField">
        <Segments
          label="Show the draft as"
          value={view}
          onChange={setView}
          options={[
            { value: "marks", label: "Marks" },
            { value: "clean", label: "Clean" },
          ]}
        />
        <Picker
          label="Plan"
          value="max"
          onChange={nothing}
          options={[
            { value: "free", label: "Free" },
            { value: "max", label: "Max" },
          ]}
        />
        <SearchField label="Search name or draft" value={text} onChange={setText} />
      </Piece>
      <Piece name="Choice">
        <Choice
          label="Strategy"
          value={view === "clean" ? "publish" : "review"}
          onChange={(value) => setView(value === "publish" ? "clean" : "marks")}
          options={[
            { value: "review", label: "Review before publish", text: "Drafts wait in Galley." },
            { value: "publish", label: "Publish without review", text: "Good drafts go live." },
          ]}
        />
      </Piece>
      <Piece name="Tabs">
        <Tabs
          label="Filters"
          value={filter}
          onChange={setFilter}
          tabs={[
            { key: "all", label: "All", count: 260 },
            { key: "unpublished", label: "Unpublished", count: 119, mark: "unpublished" },
            { key: "conflict", label: "Conflict", count: undefined, mark: "conflict" },
          ]}
        />
      </Piece>
      <Piece name="SelectionBar">
        <SelectionBar title="3 selected" note="Space shows the first">
          <Button kind="primary" small>
            Publish 3…
          </Button>
        </SelectionBar>
      </Piece>
    </>
  );
}
