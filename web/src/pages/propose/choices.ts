// What a person changes about a proposed map, as the server takes it: where a move goes, what a choice is called. No DOM.
import type { Choice, Proposal, ProposedStop } from '../../api/types';

export type Stages = Proposal['stages'];

/** Where a stop stands: the place of its stage and its own place there. */
export function placeOf(stages: Stages, id: string): { stage: number; at: number } | null {
  for (const [stage, { touchpoints }] of stages.entries()) {
    const at = touchpoints.findIndex((stop) => stop.id === id);
    if (at >= 0) return { stage, at };
  }
  return null;
}

/** One place up (−1) or down (1); over the edge of its stage into the next one. Null where there is no way on. */
export function stepped(stages: Stages, id: string, by: 1 | -1): Choice | null {
  const here = placeOf(stages, id);
  if (!here) return null;
  const stage = stages[here.stage]!;
  const inside = here.at + by;
  if (inside >= 0 && inside < stage.touchpoints.length) return { do: 'move', id, to: stage.id, at: inside };
  const next = stages[here.stage + by];
  return next ? { do: 'move', id, to: next.id, at: by > 0 ? 0 : next.touchpoints.length } : null;
}

/** A stage one place to the left (−1) or right (1). */
export function stageStepped(stages: Stages, id: string, by: 1 | -1): Choice | null {
  const here = stages.findIndex((stage) => stage.id === id);
  const at = here + by;
  return here < 0 || at < 0 || at >= stages.length ? null : { do: 'move', id, at };
}

/** A stop let fall on another one, or on a stage, where it comes last. */
export function dropped(stages: Stages, id: string, on: { stage: string; stop?: string }): Choice | null {
  const target = stages.find((stage) => stage.id === on.stage);
  if (!target || id === on.stop) return null;
  const rest = target.touchpoints.filter((stop) => stop.id !== id);
  const at = on.stop === undefined ? rest.length : target.touchpoints.findIndex((stop) => stop.id === on.stop);
  const onMap = placeOf(stages, id) !== null;
  return { do: onMap ? 'move' : 'keep', id, to: target.id, at: Math.max(0, at) };
}

/** An id that neither a stage nor a stop has. */
export function freshId(proposal: Pick<Proposal, 'stages' | 'aside'>): string {
  const taken = new Set([
    ...proposal.stages.flatMap((stage) => [stage.id, ...stage.touchpoints.map((stop) => stop.id)]),
    ...proposal.aside.map((stop) => stop.id),
  ]);
  for (let n = 1; ; n++) if (!taken.has(`stage-${n}`)) return `stage-${n}`;
}

/** A stop into a stage of its own, right after the one it is in. */
export function apart(proposal: Pick<Proposal, 'stages' | 'aside'>, id: string, name: string): Choice[] {
  const here = placeOf(proposal.stages, id);
  const fresh = freshId(proposal);
  const at = here ? here.stage + 1 : proposal.stages.length;
  return [
    { do: 'add_stage', id: fresh, name, at },
    { do: here ? 'move' : 'keep', id, to: fresh, at: 0 },
  ];
}

/** The stop of this id, on the map or beside it. */
export const stopOf = (proposal: Proposal, id: string): ProposedStop | null =>
  [...proposal.stages.flatMap((stage) => stage.touchpoints), ...proposal.aside].find((stop) => stop.id === id) ?? null;
