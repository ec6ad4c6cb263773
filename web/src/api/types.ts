// Short names for what the server sends; the shapes themselves are generated from its description.
import type { components } from './schema.gen';

type Schemas = components['schemas'];

export type Num = Schemas['Number'];
export type Evidence = Num['evidence'];
export type Unit = Num['unit'];
export type MapView = Schemas['MapView'];
export type Stage = Schemas['StageView'];
export type Stop = Schemas['TouchpointView'];
export type Split = Schemas['Split'];
export type Barrier = Schemas['Barrier'];
export type Fix = Schemas['Fix'];
export type Emotion = Schemas['Emotion'];
export type Workspace = Schemas['Overview'];
export type WorkspaceEntry = Schemas['WorkspaceEntry'];
export type EventKind = Schemas['EventKind'];
export type MapEntry = Schemas['MapEntry'];
export type MapText = Schemas['MapText'];
export type Problem = Schemas['Problem'];
export type Behind = Schemas['Behind'];
export type BehindItem = Schemas['BehindItem'];
export type Outcome = BehindItem['outcome'];
export type Timeline = Schemas['Timeline'];
export type TimelineEvent = Schemas['TimelineEvent'];
export type TimelineJourney = Schemas['TimelineJourney'];
export type TableWanted = Schemas['TableWanted'];
export type Uploaded = Schemas['Uploaded'];
export type Job = Schemas['Job'];
export type Loaded = Schemas['Loaded'];

/** A question of the vocabulary behind `cesta ask`; its parameters depend on the analysis. */
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

export interface Warning {
  code: string;
  value?: string;
  did_you_mean?: string | null;
}

/** An answer's envelope is the same for every analysis, its result is not. */
export interface Answer<R> {
  result: R;
  customers: number;
  as_of: string | null;
  warnings: Warning[];
  took_ms: number;
  about?: Record<string, About>;
}

export interface BehindAnswer {
  customers: string[];
  total: number;
}

export interface LoadView {
  load_id: string;
  source: string;
  name: string;
  files: { name: string; bytes: number; sha256: string; rows: number }[];
  events: number;
  customers: number;
  set_aside: number;
  duplicates: number;
  changed: number;
  decision: 'ask' | 'keep' | 'replace';
  generated: boolean;
  loaded_at: string;
  binned_at: string | null;
}

export interface GuessRole { table: string; columns: string[]; confidence: number; reason: string; alternatives: { column: string; confidence: number; reason: string }[] }
export interface GuessHint { code: string; text: string; table: string | null }
export interface GuessQuestion { code: 'who_column' | 'when_column' | 'date_order'; text: string; table: string; columns: string[]; choices: string[]; option: string }
export interface EventGuess { event: string | null; table: string; who: GuessRole; what: GuessRole | null; when: GuessRole; id: GuessRole | null; time_formats: string[]; assumed: string | null; properties: string[] }
export interface TableSeen { name: string; files: string[]; sheet: string | null; rows: number; use: string; columns: { name: string; kind: string; filled: number; distinct: number }[]; first_rows: (string | null)[][] }
export interface Guess {
  source: string;
  tables: TableSeen[];
  events: EventGuess[];
  mapping: string;
  reused: string | null;
  notes: GuessHint[];
  warnings: GuessHint[];
  questions: GuessQuestion[];
  refused: { code: string; message: string; hint: string } | null;
}
