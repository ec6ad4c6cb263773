/** The time bar: dates to pixels and back, the months under it, the line of the goal's rate, and where a handle may stand. */

const DAY = 86_400_000;

/** Days since 1970 of an ISO date (`2017-03-01` or a whole instant); the bar knows days, not hours. */
export const day = (iso: string): number => Math.floor(Date.parse(iso.slice(0, 10) + 'T00:00:00Z') / DAY);

export const isoDay = (d: number): string => new Date(d * DAY).toISOString().slice(0, 10);

export interface Span {
  from: number;
  to: number;
}

export const dayX = (d: number, span: Span, width: number): number =>
  ((d - span.from) / Math.max(1, span.to - span.from)) * width;

export const xDay = (x: number, span: Span, width: number): number =>
  Math.round(span.from + (Math.min(Math.max(x, 0), width) / Math.max(1, width)) * (span.to - span.from));

/** First days of the months inside the span. */
export function months(span: Span): number[] {
  const start = new Date(span.from * DAY);
  const found: number[] = [];
  for (let i = 0; ; i++) {
    const d = Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + i, 1) / DAY;
    if (d > span.to) return found;
    if (d >= span.from) found.push(d);
  }
}

/** The months that carry a name: as many as have room, evenly thinned. */
export function labelled(all: readonly number[], width: number, room = 56): number[] {
  const step = Math.max(1, Math.ceil((all.length * room) / Math.max(1, width)));
  return all.filter((_, i) => i % step === 0);
}

export interface Rate {
  start: string;
  end: string;
  value: number | null;
  low: number | null;
  high: number | null;
}

export interface RateLine {
  d: string;
  band: string;
  points: { x: number; y: number; index: number }[];
}

/** The line of the rate, one point in the middle of each period, broken where there is no value. */
export function rateLine(rates: readonly Rate[], span: Span, width: number, top: number, height: number): RateLine {
  const values = rates.flatMap((r) => (r.value === null ? [] : [r.value, r.low ?? r.value, r.high ?? r.value]));
  const low = Math.min(...values);
  const high = Math.max(...values);
  const Y = (v: number): number => top + height - ((v - low) / Math.max(high - low, 1e-9)) * height;
  const points: RateLine['points'] = [];
  let d = '';
  let above: string[] = [];
  let below: string[] = [];
  let band = '';
  const close = (): void => {
    if (above.length > 1) band += `M${above.join('L')}L${below.reverse().join('L')}Z`;
    above = [];
    below = [];
  };
  rates.forEach((r, index) => {
    if (r.value === null) {
      close();
      return;
    }
    const x = dayX((day(r.start) + day(r.end)) / 2, span, width);
    const joined = index > 0 && rates[index - 1]?.value !== null && points.length > 0;
    d += `${joined ? 'L' : 'M'}${x.toFixed(1)} ${Y(r.value).toFixed(1)}`;
    if (r.low !== null && r.high !== null) {
      above.push(`${x.toFixed(1)} ${Y(r.high).toFixed(1)}`);
      below.push(`${x.toFixed(1)} ${Y(r.low).toFixed(1)}`);
    } else close();
    points.push({ x, y: Y(r.value), index });
  });
  close();
  return { d, band, points };
}

/** Where a handle may go: inside the span and never past the other handle; the period holds at least one day. */
export function moveHandle(which: 'from' | 'to', to: number, period: Span, span: Span): Span {
  if (which === 'from') return { from: Math.min(Math.max(to, span.from), period.to - 1), to: period.to };
  return { from: period.from, to: Math.max(Math.min(to, span.to), period.from + 1) };
}

/** The nearest first of a month within `reach` days, else the day itself: handles like whole months. */
export function snap(d: number, all: readonly number[], reach: number): number {
  const near = all.reduce<number | null>(
    (best, m) => (best === null || Math.abs(m - d) < Math.abs(best - d) ? m : best),
    null,
  );
  return near !== null && Math.abs(near - d) <= reach ? near : d;
}
