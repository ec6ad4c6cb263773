// Where the nodes and ribbons of the paths picture stand: columns of one step each, everything on one scale. No DOM.
export interface Link {
  step: number;
  from: string;
  to: string;
  count: number;
  avg_seconds: number | null;
}

export interface Frame {
  width: number;
  height: number;
  /** Width of a node, and the least room between two of them. */
  node: number;
  gap: number;
}

export interface Node {
  id: string;
  step: number;
  name: string;
  x: number;
  y: number;
  height: number;
  value: number;
  /** How many paths end here although there is a next column, and how tall that is. */
  ends: number;
  endHeight: number;
}

export interface Ribbon {
  id: string;
  place: number;
  link: Link;
  source: string;
  target: string;
  thickness: number;
  path: string;
}

export interface Sankey {
  columns: number;
  nodes: Node[];
  ribbons: Ribbon[];
  /** Pixels for one path. */
  scale: number;
}

interface Draft {
  step: number;
  name: string;
  into: number;
  out: number;
}

const idOf = (step: number, name: string): string => `${step}:${name}`;

/** One scale for all columns: the fullest column, with its gaps, fills the height. */
export function sankey(links: readonly Link[], frame: Frame): Sankey {
  const drafts = gather(links);
  const columns = Math.max(0, ...[...drafts.values()].map((draft) => draft.step));
  const scale = scaleOf([...drafts.values()], columns, frame);
  const nodes = place([...drafts.values()], columns, scale, frame);
  return { columns, nodes, ribbons: ribbons(links, nodes, scale, frame), scale };
}

function gather(links: readonly Link[]): Map<string, Draft> {
  const drafts = new Map<string, Draft>();
  const at = (step: number, name: string): Draft => {
    const id = idOf(step, name);
    const draft = drafts.get(id) ?? { step, name, into: 0, out: 0 };
    drafts.set(id, draft);
    return draft;
  };
  for (const { step, from, to, count } of links) {
    at(step, from).out += count;
    at(step + 1, to).into += count;
  }
  return drafts;
}

const valueOf = (draft: Draft): number => Math.max(draft.into, draft.out);

function inColumn(drafts: readonly Draft[], step: number): Draft[] {
  return drafts
    .filter((draft) => draft.step === step)
    .sort((a, b) => valueOf(b) - valueOf(a) || (a.name < b.name ? -1 : 1));
}

function scaleOf(drafts: readonly Draft[], columns: number, frame: Frame): number {
  let scale = Infinity;
  for (let step = 1; step <= columns; step++) {
    const column = inColumn(drafts, step);
    const total = column.reduce((sum, draft) => sum + valueOf(draft), 0);
    const room = Math.max(frame.height - frame.gap * (column.length - 1), frame.height / 4);
    if (total) scale = Math.min(scale, room / total);
  }
  return Number.isFinite(scale) ? scale : 0;
}

function place(drafts: readonly Draft[], columns: number, scale: number, frame: Frame): Node[] {
  const pitch = columns > 1 ? (frame.width - frame.node) / (columns - 1) : 0;
  const nodes: Node[] = [];
  for (let step = 1; step <= columns; step++) {
    let y = 0;
    for (const draft of inColumn(drafts, step)) {
      const value = valueOf(draft);
      const ends = step < columns ? value - draft.out : 0;
      const x = (step - 1) * pitch;
      const height = Math.max(1, value * scale);
      nodes.push({ id: idOf(step, draft.name), step, name: draft.name, x, y, height, value, ends, endHeight: ends * scale });
      y += height + frame.gap;
    }
  }
  return nodes;
}

/** Ribbons leave and arrive in the order of their far ends, so that they cross as little as they must. */
function ribbons(links: readonly Link[], nodes: readonly Node[], scale: number, frame: Frame): Ribbon[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const drawn = links.flatMap((link, index) => {
    const source = byId.get(idOf(link.step, link.from));
    const target = byId.get(idOf(link.step + 1, link.to));
    return source && target ? [{ link, index, source, target, y0: 0, y1: 0 }] : [];
  });
  stack(drawn, 'source', 'target', (item, y) => (item.y0 = y), scale);
  stack(drawn, 'target', 'source', (item, y) => (item.y1 = y), scale);
  return drawn.map(({ link, index, source, target, y0, y1 }) => {
    const thickness = Math.max(0.75, link.count * scale);
    const path = band(source.x + frame.node, y0, target.x, y1, thickness);
    return { id: `${source.id}>${target.id}`, place: index, link, source: source.id, target: target.id, thickness, path };
  });
}

interface Drawn {
  link: Link;
  source: Node;
  target: Node;
}

function stack<T extends Drawn>(
  drawn: readonly T[],
  side: 'source' | 'target',
  far: 'source' | 'target',
  put: (item: T, y: number) => void,
  scale: number,
): void {
  const used = new Map<string, number>();
  for (const item of [...drawn].sort((a, b) => a[far].y - b[far].y)) {
    const from = used.get(item[side].id) ?? 0;
    put(item, item[side].y + from);
    used.set(item[side].id, from + item.link.count * scale);
  }
}

/** A ribbon of even thickness from (x0, y0) to (x1, y1), its ends level. */
export function band(x0: number, y0: number, x1: number, y1: number, thickness: number): string {
  const middle = round((x0 + x1) / 2);
  const [a, b, c, d] = [y0, y1, y1 + thickness, y0 + thickness].map(round);
  const [l, r] = [round(x0), round(x1)];
  return `M${l} ${a}C${middle} ${a} ${middle} ${b} ${r} ${b}V${c}C${middle} ${c} ${middle} ${d} ${l} ${d}Z`;
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** The ribbons that touch a node. */
export function touching(list: readonly Ribbon[], node: string): Set<string> {
  return new Set(list.filter(({ source, target }) => source === node || target === node).map(({ id }) => id));
}
