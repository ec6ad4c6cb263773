// Merges and decisions in words: which ids met, who claimed it, who decided. No DOM.
import type { Decision, KnownId, Merge } from '../../api/identity';
import { count } from '../../state/format';
import { known, t } from '../../words';

/** A kind of id, or another reason why ids were left out; kinds that only the shop knows as they are. */
export function kindSaid(kind: string): string {
  const key = [`identity.kind.${kind}`, `identity.rule.${kind}`].find(known);
  return key ? t(key) : kind.replaceAll('_', ' ');
}

/** "user id ann", "e-mail ann@mail.example". */
export const idSaid = (one: KnownId): string => `${kindSaid(one.kind)} ${one.value}`;

export const idsSaid = (groups: readonly (readonly KnownId[])[]): string => groups.flat().map(idSaid).join(' + ');

export const causeSaid = (merge: Merge): string => t(`identity.how.${merge.how}`, { source: merge.source });

export const decisionSaid = (one: Decision): string =>
  t(`identity.did.${one.kind}`, { who: one.who || t('identity.someone'), ids: idsSaid(one.ids), n: one.back ?? 0 });

/** How many customers have so many ids; many sizes are told together from the sixth on. */
export function sizesSaid(sizes: readonly { ids: number; customers: number }[]): string[] {
  const few = sizes.filter(({ ids }) => ids <= 5).map(({ ids, customers }) => t('identity.sizes.some', { n: ids, customers: count(customers) }));
  const many = sizes.filter(({ ids }) => ids > 5).reduce((sum, { customers }) => sum + customers, 0);
  return many ? [...few, t('identity.sizes.many', { customers: count(many) })] : few;
}
