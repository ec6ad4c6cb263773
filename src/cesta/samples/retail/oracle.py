"""The oracle: it knows every parameter of the world and sees every event undisturbed. Nobody can predict better."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cesta.samples.retail import calendar, walk
from cesta.samples.retail.events import Block, Walker, World
from cesta.samples.retail.rulebook import Rules
from cesta.samples.retail.rules import rules
from cesta.samples.retail.segments import SEGMENTS

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Mask = NDArray[np.bool_]

SHARES = np.array([segment.share for segment in SEGMENTS])
LAST_OF_OCCASION = walk.DELIVERY
"""Up to this kind, events move the customer's time on; what comes later happens beside it."""


@dataclass(frozen=True, slots=True)
class Score:
    """How well the oracle does. segment: the share of customers whose segment it names. conversion: the area under the
    ROC curve when it predicts, from all that comes before a cart, which occasions online end with a purchase."""

    customers: int
    occasions: int
    segment: float
    conversion: float


def score(world: World, customers: int = 2000) -> Score:
    """The oracle's score over the first customers of a world."""
    block = Walker(world).block(0, customers)
    known = rules(world.noise, world.plants)
    found = occasions(block)
    weight = before_cart(known, found)
    predicted = of_purchase(known, found, weight)
    bought = found.bought[found.online]
    guess = of_segments(known, found, weight, block).argmax(axis=1)
    return Score(customers, len(bought), float((guess == block.people.segment).mean()), area(predicted, bought))


def of_purchase(known: Rules, found: Occasions, weight: Floats) -> Floats:
    """For each occasion online, from all that came before a cart, the chance that it ends with a purchase."""
    likely = weight[found.online] + np.log(SHARES)[None, :, None]
    chances = np.exp(likely - likely.max(axis=(1, 2), keepdims=True))
    going = chances[:, :, 1].sum(axis=1) / chances.sum(axis=(1, 2))
    return np.asarray(going * _conversion(known, found.last_device[found.online]))


def area(predicted: Floats, happened: Mask) -> float:
    """The chance that one to whom it happened was given a higher number than one to whom it did not; ties count half.

    >>> area(np.array([0.1, 0.4, 0.4, 0.9]), np.array([False, False, True, True]))
    0.875
    """
    _, places, counts = np.unique(predicted, return_inverse=True, return_counts=True)
    ranks = (np.cumsum(counts) - (counts - 1) / 2)[places.reshape(-1)]
    yes = int(happened.sum())
    no = len(happened) - yes
    return float((ranks[happened].sum() - yes * (yes + 1) / 2) / (yes * no))


@dataclass(frozen=True, slots=True)
class Occasions:
    """What happened on each shopping occasion (M of them) up to the cart, and at each event that tells something.

    of: for every event of the walk, its occasion. rows, kind, before, after: every event, its kind, the kinds of its
    neighbours in the same occasion.
    """

    rows: NDArray[np.int32]
    of: Ints
    kind: Ints
    before: Ints
    after: Ints
    owner: Ints
    online: Mask
    bought: Mask
    going: Mask
    last_device: Ints
    begins: Floats
    ends: Floats


def occasions(block: Block) -> Occasions:
    """Occasions of all customers, in order; events outside any (mails) are left out."""
    inside = np.flatnonzero(block.rows[:, walk.MISSION] >= 0)
    rows = block.rows[inside]
    keys, of = np.unique(block.owner[inside] * 1000 + rows[:, walk.MISSION], return_inverse=True)
    order = np.lexsort((block.times[inside], of))
    rows, of, times = rows[order], of.reshape(-1)[order], block.times[inside][order]
    kind = rows[:, walk.KIND].astype(np.int64)
    same = np.diff(of, prepend=-1) == 0
    before = np.where(same, np.roll(kind, 1), -1)
    after = np.where(np.roll(same, -1), np.roll(kind, -1), -1)
    device = np.full(len(keys), -1)
    clicked = rows[:, walk.DEVICE] >= 0
    device[of[clicked]] = rows[clicked, walk.DEVICE]
    days = (times - calendar.START) / walk.DAY
    begins, ends = np.full(len(keys), np.inf), np.zeros(len(keys))
    shops = (kind == walk.VISIT) | (kind == walk.STORE_VISIT)
    np.minimum.at(begins, of[shops], days[shops])
    moves = (kind <= LAST_OF_OCCASION) | (kind == walk.STORE_VISIT) | (kind == walk.STORE_RECEIPT)
    np.maximum.at(ends, of[moves], days[moves])
    return Occasions(
        rows, of, kind, before, after, keys // 1000, _any(of, kind == walk.VISIT, len(keys)),
        _any(of, kind == walk.PURCHASE, len(keys)),
        _any(of, (kind == walk.CHECKOUT) | (kind == walk.STORE_RECEIPT), len(keys)), device, begins, ends,
    )  # fmt: skip


def _any(of: Ints, mask: Mask, count: int) -> Mask:
    found = np.zeros(count, np.bool_)
    found[of[mask]] = True
    return found


def before_cart(known: Rules, found: Occasions) -> Floats:
    """M x S x W: the log likelihood of everything online up to the cart, for each segment, looking or going to buy."""
    total = np.zeros((len(found.online), len(SHARES), 2))

    def tell(mask: Mask, logs: Floats) -> None:
        """Adds, for each event in the mask, its S (or S x W) log likelihoods to its occasion."""
        np.add.at(total, found.of[mask], logs if logs.ndim == 3 else logs[:, :, None])

    rows, kind = found.rows, found.kind
    visit = kind == walk.VISIT
    tell(visit, np.log(_each(known.devices))[:, rows[visit, walk.DEVICE]].T)
    on_phone = visit & (rows[:, walk.DEVICE] == walk.PHONE)
    tell(on_phone, _yes_or_no(known.on_app, rows[on_phone, walk.CHANNEL] == walk.APP))
    tell(visit, np.log(_each(known.source))[:, rows[visit, walk.SOURCE]].T)
    entry = (kind == walk.SEARCH) | (kind == walk.CATEGORY_VIEW)
    tell(entry, np.log(_each(known.category))[:, rows[entry, walk.PRODUCT] // walk.PRODUCTS_EACH].T)
    searched = _yes_or_no(known.search, kind[entry] == walk.SEARCH)
    tell(entry, np.repeat(searched[:, None, :], len(SHARES), axis=1))
    look = (kind == walk.PRODUCT_VIEW) & (found.before != walk.SIZE_GUIDE)
    tell(look, _yes_or_no(known.discounted, rows[look, walk.DISCOUNT] > 0))
    tell(look, _yes_or_no(known.size_guide, found.after[look] == walk.SIZE_GUIDE))
    first = look & ((found.before == walk.SEARCH) | (found.before == walk.CATEGORY_VIEW))
    more = look & ~first
    tell(more, np.repeat(np.log(known.more_views).T[None], int(more.sum()), axis=0))
    tell(first, np.repeat(np.log1p(-known.more_views).T[None], int(first.sum()), axis=0))
    visits = np.bincount(found.of[visit], minlength=len(found.online))[:, None]
    again = np.maximum(visits - 1, 0) * np.log(known.more_visits) + np.log1p(-known.more_visits)
    total += np.where(found.online[:, None], again, 0)[:, :, None]
    intent = np.log(np.stack([1 - known.buys, known.buys], axis=1))
    return np.asarray(total + intent[None])


def _each(cumulative: Floats) -> Floats:
    return np.diff(cumulative, axis=1, prepend=0)


def _yes_or_no(chance: Floats, yes: Mask) -> Floats:
    return np.where(yes[:, None], np.log(chance), np.log1p(-chance))


def _conversion(known: Rules, device: Ints) -> Floats:
    """The chance that one who is going to buy on this device gets there."""
    on = known.special * known.goes_on[1] + (1 - known.special) * known.goes_on[0]
    fails = known.fails[np.maximum(device, 0)]
    paid = (1 - fails) / (1 - fails * known.retries)
    return np.asarray(on * paid * (known.confirms[0] + known.offered * known.takes_chat * known.chat_gain))


def of_segments(known: Rules, found: Occasions, weight: Floats, block: Block) -> Floats:
    """C x S: how likely each customer's whole life is in each segment; what she went for is known by then."""
    total = np.tile(np.log(SHARES), (len(block.people.segment), 1))
    intent = found.going.astype(int)
    chosen = weight[np.arange(len(weight)), :, intent]
    in_store = np.log(np.stack([1 - known.buys, known.buys]))[intent]
    channel = _yes_or_no(known.in_store, ~found.online)
    np.add.at(total, found.owner, np.where(found.online[:, None], chosen, in_store) + channel)
    total += _of_mails(known, block) + _of_times(known, found, len(total))
    return np.asarray(total)


def _of_mails(known: Rules, block: Block) -> Floats:
    """What opening mails says, and sending parcels back."""
    kind = block.rows[:, walk.KIND]
    outside = block.rows[:, walk.MISSION] < 0

    def times(mask: Mask) -> Floats:
        return np.bincount(block.owner[mask], minlength=len(block.people.segment)).astype(float)[:, None]

    opened, sent = times(outside & (kind == walk.MAIL_OPEN)), times(outside & (kind == walk.CAMPAIGN_MAIL))
    back, came = times(kind == walk.RETURN_PARCEL), times(kind == walk.DELIVERY)
    return np.asarray(
        opened * np.log(known.opens) + np.maximum(sent - opened, 0) * np.log1p(-known.opens)
        + back * np.log(known.returns) + np.maximum(came - back, 0) * np.log1p(-known.returns)
    )  # fmt: skip


def _of_times(known: Rules, found: Occasions, customers: int) -> Floats:
    """What the days of occasions say: season, and gaps thinned by it."""
    total = np.zeros((customers, len(SHARES)))
    reach = np.concatenate([np.zeros((len(SHARES), 1)), known.accept.cumsum(axis=1)], axis=1) / known.gap_days[:, None]
    first = np.diff(found.owner, prepend=-1) != 0
    begun = np.minimum(np.where(np.isinf(found.begins), found.ends, found.begins).astype(int), calendar.DAYS - 1)
    ended = np.minimum(found.ends.astype(int), calendar.DAYS)
    wanted = np.log(known.accept[:, begun]).T
    since = np.concatenate([[0], ended[:-1]])
    gap = -(reach[:, np.maximum(begun, since)] - reach[:, since]).T - np.log(known.gap_days)
    usual = -np.log(known.accept.sum(axis=1))
    np.add.at(total, found.owner, wanted + np.where(first[:, None], usual, gap))
    last = np.append(first[1:], True)
    total[found.owner[last]] -= (reach[:, -1:] - reach[:, ended[last]]).T
    return total
