// The shapes of a map with its numbers, under the names this page uses; generated from what the server declares.
import type { components } from '../../api/schema.gen';

type Schemas = components['schemas'];

export type MapView = Schemas['MapView'];
export type Stage = Schemas['StageView'];
export type Stop = Schemas['TouchpointView'];
export type Num = Schemas['Number'];
export type Split = Schemas['Split'];
export type Fix = Schemas['Fix'];
export type Barrier = Schemas['Barrier'];
export type Emotion = Schemas['Emotion'];
export type Evidence = Num['evidence'];
