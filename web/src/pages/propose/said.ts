// A proposal's remarks in words: the moments worth looking at, what keeps it from being better, why a stop is there.
import { count, duration, share } from '../../state/format';
import { t } from '../../words';
import type { Moment, Num, Proposal } from '../../api/types';

export interface Said {
  kind: Moment['kind'];
  head: string;
  body: string;
  /** The stop or stage it is about. */
  at: string;
}

const rate = (number: Num | null): string => (number?.value == null ? '–' : share(number.value, 0));

export function moments(proposal: Proposal): Said[] {
  const stages = new Map(proposal.view.stages.map((stage) => [stage.id, stage.name]));
  const stops = new Map(proposal.view.stages.flatMap((stage) => stage.touchpoints.map((stop) => [stop.id, stop.name])));
  return proposal.moments.map((moment) => {
    const { number } = moment;
    const values = {
      n: number.n,
      count: count(number.n),
      of: count(number.of ?? number.n),
      share: number.unit === 'share' ? rate(number) : share(number.of ? number.n / number.of : 0, 0),
      time: number.unit === 'seconds' ? duration(number.value ?? 0) : '',
      stage: stages.get(moment.stage) ?? moment.stage,
      other: moment.other === null ? '' : (stages.get(moment.other) ?? moment.other),
      stop: moment.touchpoint === null ? '' : (stops.get(moment.touchpoint) ?? moment.touchpoint),
      also: rate(moment.also),
      without: rate(moment.without),
    };
    const compared = moment.kind === 'trouble' && proposal.goal !== null && moment.also?.value != null && moment.without?.value != null;
    const body = moment.kind === 'trouble' && !compared ? 'propose.moment.trouble.met' : `propose.moment.${moment.kind}.body`;
    return { kind: moment.kind, head: t(`propose.moment.${moment.kind}`, values), body: t(body, values), at: moment.touchpoint ?? moment.stage };
  });
}

/** When journeys end, in words. */
export function ends(proposal: Proposal): string {
  const { silence, after } = proposal;
  const finals = proposal.finals.map((name) => t('propose.quoted', { name })).join(', ');
  const said = silence === null ? [] : [t('propose.silence', { time: duration(seconds(silence)) })];
  if (after !== null) said.push(t(silence === null ? 'propose.ends_after' : 'propose.after', { time: duration(seconds(after)) }));
  if (finals) said.push(t('propose.finals', { names: finals }));
  return said.join(', ');
}

const UNITS: Record<string, number> = { s: 1, m: 60, h: 3600, d: 86_400 };

/** "14d" as seconds. */
export function seconds(length: string): number {
  const unit = UNITS[length.slice(-1)];
  return unit === undefined ? 0 : Number(length.slice(0, -1)) * unit;
}
