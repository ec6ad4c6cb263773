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
export type Hidden = Schemas['Hidden'];
export type Mark = Schemas['Mark'];
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
export type Proposal = Schemas['Proposal'];
export type ProposedStage = Schemas['ProposedStage'];
export type ProposedStop = Schemas['ProposedStop'];
export type Moment = Schemas['Moment'];
export type Choice = Schemas['Choice'];
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

export type LoadView = Schemas['LoadView'];
export type ChangedRows = Schemas['ChangedRows'];
export type ChangedField = Schemas['ChangedField'];
export type Guess = Schemas['Guess'];
export type GuessRole = Schemas['Role'];
export type GuessJourney = Schemas['JourneySeen'];
export type GuessHint = Schemas['Hint'];
export type GuessQuestion = Schemas['Question'];
export type Answers = Partial<Schemas['Answers']>;
export type EventGuess = Schemas['EventGuess'];
export type TableSeen = Schemas['TableSeen'];
