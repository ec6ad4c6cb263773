// A map with numbers for tests: households, coupons by post, and the step at which most of them stop.
import type { Emotion, MapView, Num, Stage, Stop } from '../../api/types';

type Unit = Num['unit'];

export function num(value: number | null, unit: Unit = 'journeys', rest: Partial<Num> = {}): Num {
  const n = unit === 'share' ? 1000 : (value ?? 0);
  return { value, unit, n, of: null, low: null, high: null, evidence: 'measured', too_few: false, behind: null, ...rest };
}

export function rate(k: number, n: number, behind: string | null = null): Num {
  const p = k / n;
  const half = 1.96 * Math.sqrt((p * (1 - p)) / n);
  return num(p, 'share', { n: k, of: n, low: p - half, high: p + half, behind });
}

const guess = (value: number | null): Emotion => ({ value, evidence: 'assumed', n: 0, low: null, high: null, declared: value, texts: 0, sources: [] });

interface StopSketch {
  id: string;
  name: string;
  short: string;
  channel: string;
  reach: number;
  lost?: number;
  open?: number;
  mood: number | null;
  star?: boolean;
  thinks?: string;
  barrier?: [string, string];
}

function stop(s: StopSketch, pointer: string): Stop {
  const base = { tool: null, criticality: s.star ? 'high' : null, motivation: null, before: [] };
  return {
    ...base,
    id: s.id,
    name: s.name,
    short: s.short,
    channel: s.channel,
    moment_of_truth: s.star ?? false,
    thinks: s.thinks ?? null,
    rule: `event = '${s.id}'`,
    reach: num(s.reach, 'journeys', { of: 4302, behind: `${pointer}/reach` }),
    share: rate(s.reach, 4302),
    visits: num(Math.round(s.reach * 1.6), 'events'),
    lost: num(s.lost ?? 0, 'journeys', { of: 4302, behind: `${pointer}/lost` }),
    open: num(s.open ?? 0, 'journeys', { of: 4302, behind: `${pointer}/open` }),
    goal_rate: rate(Math.round(s.reach * 0.15), s.reach),
    goal_rate_without: rate(60, 900),
    emotion: guess(s.mood),
    target_action: s.star ? { text: 'Hands over a coupon', rate: rate(311, 1890), at_least: 0.25 } : null,
    barriers: s.barrier
      ? [
          {
            id: 'b',
            text: s.barrier[0],
            evidence: 'assumed',
            sources: [],
            fixes: [{ id: 'f', text: s.barrier[1], status: 'idea', effort: 2, cost: null, owner: null }],
          },
        ]
      : [],
    next: [{ touchpoint: 'hand', journeys: num(311, 'journeys', { of: s.reach }) }],
    people: num(Math.round(s.reach * 0.4), 'people', { behind: `${pointer}/people` }),
    details: [],
    asked: [],
  };
}

interface StageSketch {
  id: string;
  name: string;
  short: string;
  owner: string | null;
  reached: number;
  next: number | null;
  days: number;
  stops: StopSketch[];
}

function stage(s: StageSketch, i: number): Stage {
  const sum = (of: 'lost' | 'open'): number => s.stops.reduce((all, t) => all + (t[of] ?? 0), 0);
  return {
    id: s.id,
    name: s.name,
    short: s.short,
    customer_goal: 'Save money on what I buy anyway',
    owner: s.owner,
    reached: num(s.reached, 'journeys', { of: 4302, behind: `/stages/${i}/reached` }),
    visited: num(s.reached - 40, 'journeys', { of: 4302 }),
    skipped: num(40, 'journeys', { of: 4302 }),
    lost: num(sum('lost'), 'journeys', { of: 4302, behind: `/stages/${i}/lost` }),
    open: num(sum('open'), 'journeys', { of: 4302, behind: `/stages/${i}/open` }),
    won: num(s.reached - (s.next ?? 0) - sum('lost') - sum('open'), 'journeys', { of: 4302, behind: `/stages/${i}/won` }),
    conversion: s.next === null ? null : rate(s.next, s.reached),
    median_seconds: num(s.days * 86400, 'seconds', { n: s.reached, low: s.days * 80000, high: s.days * 91000 }),
    p90_seconds: num(s.days * 3.4 * 86400, 'seconds', { n: s.reached, low: s.days * 260000, high: s.days * 320000 }),
    split: null,
    touchpoints: s.stops.map((t, j) => stop(t, `/stages/${i}/touchpoints/${j}`)),
    measures: [],
    details: [],
    emotion: guess(null),
  };
}

const STAGES: StageSketch[] = [
  {
    id: 'written', name: 'They write to me', short: 'Letter', owner: 'Marek', reached: 4302, next: 4146, days: 2.1,
    stops: [
      { id: 'booklet', name: 'A booklet made for me', short: 'Booklet', channel: 'mail', reach: 2571, lost: 61, open: 20, mood: 0.5, thinks: 'Is there anything I buy anyway?' },
      { id: 'leaflet', name: 'A leaflet', short: 'Leaflet', channel: 'mail', reach: 1204, lost: 44, open: 4, mood: 0 },
      { id: 'long', name: 'A long campaign', short: 'Long one', channel: 'mail', reach: 702, lost: 24, open: 3, mood: 0.2 },
    ],
  },
  {
    id: 'shop', name: 'I go shopping', short: 'Shop', owner: 'Ewa', reached: 4146, next: 3753, days: 3.4,
    stops: [
      { id: 'quick', name: 'A quick trip', short: 'Quick', channel: 'store', reach: 3122, lost: 121, open: 9, mood: 0.1, thinks: 'I only need milk.' },
      { id: 'usual', name: 'My usual shop', short: 'Usual', channel: 'store', reach: 3590, lost: 130, open: 11, mood: 0.4 },
      { id: 'big', name: 'The big shop', short: 'Big', channel: 'store', reach: 2245, lost: 102, open: 20, mood: -0.2, barrier: ['Coupons lie at home', 'Print them on the receipt'] },
    ],
  },
  {
    id: 'pick', name: 'I pick up what is on offer', short: 'On offer', owner: null, reached: 3753, next: 596, days: 6.2,
    stops: [
      { id: 'grocery', name: 'Groceries on offer', short: 'Groceries', channel: 'store', reach: 3105, lost: 1290, open: 41, mood: 0.3, star: true },
      { id: 'fresh', name: 'Fresh food on offer', short: 'Fresh', channel: 'store', reach: 1880, lost: 642, open: 18, mood: 0.6 },
      { id: 'drug', name: 'Household things on offer', short: 'Household', channel: 'store', reach: 1890, lost: 611, open: 20, mood: -0.8, thinks: 'Where did I put that booklet?', barrier: ['I do not know a coupon exists for it', 'Mark the shelf'] },
      { id: 'rest', name: 'Something else on offer', short: 'Other', channel: 'store', reach: 940, lost: 514, open: 21, mood: 0 },
    ],
  },
  {
    id: 'hand', name: 'I hand over the coupon', short: 'Coupon', owner: 'Petr', reached: 596, next: 372, days: 0.02,
    stops: [{ id: 'first', name: 'My first coupon', short: 'First', channel: 'store', reach: 596, mood: 1.2, star: true, thinks: 'It worked.' }],
  },
  {
    id: 'again', name: 'I use another one', short: 'Again', owner: 'Jana', reached: 372, next: null, days: 9,
    stops: [{ id: 'second', name: 'Another coupon', short: 'Another', channel: 'store', reach: 372, mood: 1.4 }],
  },
];

const MONTHS = [0.09, 0.1, 0.13, 0.12, 0.14, 0.16, 0.15, 0.13, 0.17, 0.14, 0.13, 0.11];

function month(i: number): string {
  return new Date(Date.UTC(2017, i, 1)).toISOString().slice(0, 10);
}

export function sample(changes: Partial<MapView> = {}): MapView {
  return {
    id: 'use-an-offer', title: 'I use an offer that came by post', level: 'L1', state: 'current', status: 'live',
    owner: 'jana', purpose: 'improve experience', scenario: null, trigger: 'A booklet in the letter box', expectations: [],
    reviewed: '2026-10-20', review_due: '2026-11-19', review_late: false,
    lanes: ['touchpoints', 'thinks', 'emotion', 'barriers', 'fixes', 'kpis'],
    persona: { id: 'weekly-shopper', name: 'The weekly shopper', quote: null },
    segment: null,
    segments: [
      { id: 'loyal-shoppers', name: 'Loyal shoppers', description: '100 shop visits or more', people: num(458, 'people') },
      { id: 'deal-seekers', name: 'Deal seekers', description: 'a quarter off in a third of their visits', people: num(371, 'people') },
    ],
    date_from: '2017-01-01', date_to: '2017-12-31', known_from: '2016-11-14', known_to: '2017-12-31', timezone: 'UTC',
    as_of: '2018-01-01T00:00:00Z', generation: 'g', counts: 'journeys',
    journeys: num(4302, 'journeys', { behind: '/journeys' }), people: num(1544, 'people', { behind: '/people' }), open: num(167),
    goal: { name: 'coupon handed over', rate: rate(596, 4302, '/goal/rate'), reached: num(596, 'journeys', { behind: '/goal/reached' }), target: 0.2, previous: rate(70, 611) },
    measures: [],
    stages: STAGES.map(stage),
    returns: [
      { origin: 'pick', target: 'shop', moves: num(9120, 'moves'), journeys: num(2911, 'journeys', { of: 4302, behind: '/returns/0/journeys' }) },
      { origin: 'hand', target: 'shop', moves: num(802, 'moves'), journeys: num(402, 'journeys', { of: 4302, behind: '/returns/1/journeys' }) },
    ],
    insight: {
      code: 'segment_gap', stage: 'pick', touchpoint: 'grocery', leave_share: rate(3057, 3753), left: num(3057, 'journeys', { of: 3753, behind: '/insight/left' }),
      split: { segment: 'loyal-shoppers', name: 'Loyal shoppers', inside: rate(660, 910), outside: rate(2397, 2843), difference: num(-0.118, 'share', { low: -0.15, high: -0.086 }), clear: true },
      gain: num(335, 'journeys', { low: 244, high: 426 }),
    },
    trend: MONTHS.map((p, i) => ({ start: month(i), end: new Date(Date.UTC(2017, i + 1, 0)).toISOString().slice(0, 10), rate: rate(Math.round(p * 360), 360), complete: i < 11 })),
    tray: {
      coverage: rate(151000, 201000), outside: num(50000, 'events', { n: 50000, of: 201000 }),
      events: [
        { event: 'shop_visit', events: num(41200, 'events'), people: num(2310, 'people'), reason: 'outside_journeys' },
        { event: 'first_purchase_in_department', events: num(8800, 'events'), people: num(2469, 'people'), reason: 'no_touchpoint' },
      ],
    },
    problems: [], min_n: 30, rows: [], mood: { valley: 'drug', peak: 'second', end: 'second' },
    ...changes,
  };
}
