// Names for what the server sends, as pages use them.
export type Evidence = 'measured' | 'reported' | 'inferred' | 'assumed';
export type Unit = 'journeys' | 'people' | 'events' | 'moves' | 'share' | 'seconds' | 'score';

export interface Num {
  value: number | null;
  unit: Unit;
  n: number;
  of: number | null;
  low: number | null;
  high: number | null;
  evidence: Evidence;
  too_few: boolean;
  behind: string | null;
}

export interface KnownEvent {
  event: string;
  events: number;
  customers: number;
}

export interface SegmentName {
  id: string;
  name: string;
}

export interface Workspace {
  name: string;
  timezone: string;
  currency: string | null;
  languages: string[];
  min_n: number;
  as_of: string | null;
  generation: string;
  customers: number;
  events: KnownEvent[];
  segments?: SegmentName[];
}

export interface MapCard {
  id: string;
  title: string;
  level: string;
  state: string;
  status: string;
  owner: string | null;
  goal: string | null;
  review_late?: boolean;
  problems?: number;
}

export interface DocumentText {
  text: string;
  problems: { code: string; message: string; hint: string | null; line: number | null; level: string }[];
}

export interface BehindItem {
  customer: string;
  started: string;
  ended: string | null;
  outcome: string;
}

export interface Behind {
  items: BehindItem[];
  total: number;
  people: number;
  next: string | null;
}

/** The map with its numbers; the map page knows the rest of its shape. */
export type MapView = any;

export interface Timeline {
  customer: string;
  [key: string]: unknown;
}

export interface Question {
  analysis: string;
  params: Record<string, unknown>;
  about?: boolean;
  behind?: string;
  limit?: number;
  after?: string;
}

export interface About {
  n: number;
  of: number | null;
  low: number | null;
  high: number | null;
  evidence: Evidence;
}

export interface Answer<R> {
  result: R;
  customers: number;
  as_of: string | null;
  warnings: { code: string; value?: string; did_you_mean?: string | null }[];
  took_ms: number;
  about?: Record<string, About>;
}
