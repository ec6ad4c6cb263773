/** Effects of drivers in the unit of their outcome, always with a sign, and the names of outcomes. */
import type { DriversView, DriverView } from '../../../api/truth';
import { count, decimal, points, share } from '../../../state/format';
import { known, t } from '../../../words';
import { sourceName } from '../moods';

type Of = Pick<DriversView, 'unit' | 'currency'>;

const signed = (value: number, text: string): string => (value > 0 ? `+${text}` : text);

/** A number in the outcome's unit: NPS points, points of a share, points of a scale, money. */
export function amount(value: number, { unit }: Of): string {
  if (unit === 'share') return points(value);
  if (unit === 'nps') return signed(value, decimal(value, 1));
  if (unit === 'money') return signed(Math.round(value), count(Math.round(value)));
  return signed(value, decimal(value, 2));
}

export const unitOf = ({ unit, currency }: Of): string => (unit === 'money' ? (currency ?? '') : t(unit === 'share' ? 'map.pt' : `beside.drivers.unit.${unit}`));

/** The outcome's mean, without a sign where none is due. */
export function mean(view: DriversView): string {
  if (view.unit === 'share') return share(view.mean, 1);
  if (view.unit === 'money') return `${count(Math.round(view.mean))} ${view.currency ?? ''}`.trim();
  return view.unit === 'nps' ? amount(view.mean, view) : decimal(view.mean, 2);
}

export function outcomeName(of: string): string {
  const key = `beside.drivers.of.${of}`;
  return known(key) ? t(key) : sourceName(of);
}

export const driverName = (one: DriverView): string => (one.friction ? `${one.name}: ${t(`voices.friction.${one.friction}`)}` : one.name);
