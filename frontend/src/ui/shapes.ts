import ArrowDown from "lucide-react/icons/arrow-down";
import ArrowUp from "lucide-react/icons/arrow-up";
import ChevronLeft from "lucide-react/icons/chevron-left";
import ChevronRight from "lucide-react/icons/chevron-right";
import ChevronsUpDown from "lucide-react/icons/chevrons-up-down";
import Ellipsis from "lucide-react/icons/ellipsis";
import ExternalLink from "lucide-react/icons/external-link";
import Feather from "lucide-react/icons/feather";
import FileText from "lucide-react/icons/file-text";
import History from "lucide-react/icons/history";
import Image from "lucide-react/icons/image";
import Inbox from "lucide-react/icons/inbox";
import Info from "lucide-react/icons/info";
import Link from "lucide-react/icons/link";
import List from "lucide-react/icons/list";
import ListOrdered from "lucide-react/icons/list-ordered";
import Lock from "lucide-react/icons/lock";
import Monitor from "lucide-react/icons/monitor";
import Moon from "lucide-react/icons/moon";
import Pencil from "lucide-react/icons/pencil";
import Play from "lucide-react/icons/play";
import Plus from "lucide-react/icons/plus";
import Redo from "lucide-react/icons/redo-2";
import RefreshCw from "lucide-react/icons/refresh-cw";
import RotateCw from "lucide-react/icons/rotate-cw";
import Search from "lucide-react/icons/search";
import Settings from "lucide-react/icons/settings-2";
import Shield from "lucide-react/icons/shield";
import Store from "lucide-react/icons/store";
import Sun from "lucide-react/icons/sun";
import Table from "lucide-react/icons/table-2";
import Tag from "lucide-react/icons/tag";
import TextLines from "lucide-react/icons/text-align-start";
import TriangleAlert from "lucide-react/icons/triangle-alert";
import Undo from "lucide-react/icons/undo-2";
import Wifi from "lucide-react/icons/wifi";
import WifiOff from "lucide-react/icons/wifi-off";
import X from "lucide-react/icons/x";
import type { ComponentType, SVGProps } from "react";
import {
  Aside,
  Bars,
  Changed,
  Clock,
  Conflict,
  Contradicts,
  Cross,
  Dash,
  Kept,
  Lost,
  Running,
  Struck,
  Tick,
  Unpublished,
} from "./drawings";

/**
 * Icons by what they mean here. One file each: the package's index has thousands, which the development server and
 * the tests would load.
 */
export const shapes = {
  activity: History,
  aside: Aside,
  bullets: List,
  changed: Changed,
  check: Tick,
  clock: Clock,
  close: X,
  conflict: Conflict,
  contradicts: Contradicts,
  cross: Cross,
  down: ArrowDown,
  edit: Pencil,
  external: ExternalLink,
  image: Image,
  inbox: Inbox,
  info: Info,
  jobs: FileText,
  kept: Kept,
  left: ChevronLeft,
  lines: TextLines,
  link: Link,
  lock: Lock,
  lost: Lost,
  moon: Moon,
  more: Ellipsis,
  numbers: ListOrdered,
  offline: WifiOff,
  online: Wifi,
  pause: Bars,
  play: Play,
  plus: Plus,
  products: Tag,
  quill: Feather,
  redo: Redo,
  retry: RotateCw,
  right: ChevronRight,
  running: Running,
  screen: Monitor,
  search: Search,
  settings: Settings,
  shield: Shield,
  shop: Store,
  struck: Struck,
  sun: Sun,
  switch: ChevronsUpDown,
  sync: RefreshCw,
  table: Table,
  undo: Undo,
  unpublished: Unpublished,
  up: ArrowUp,
  warn: TriangleAlert,
  zero: Dash,
} satisfies Record<string, ComponentType<SVGProps<SVGSVGElement>>>;

export type Shape = keyof typeof shapes;
