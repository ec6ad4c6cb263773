"""The walk of one customer through the shop: compiled loops that draw her life, event by event, from the rules."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from cesta.kernels.compiled import compiled
from cesta.samples.retail.rulebook import Rules

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

# All constants that the compiled loops use stand in this file: numba notices no change in another one. Those that are
# handed on are NumPy's integers: of Python's own, each value would be compiled for anew.
_WHOLE: Any = np.arange(32)
KINDS = (
    "visit", "search", "category_view", "product_view", "size_guide", "add_to_cart", "checkout", "support_call",
    "account_check", "delivery_choice", "payment_details", "payment_failed", "order_summary", "support_chat",
    "purchase", "delivery", "return_parcel", "store_visit", "store_receipt", "campaign_mail", "mail_open", "ad_click",
    "survey_answer", "review", "complaint", "loyalty_join",
)  # fmt: skip
(
    VISIT, SEARCH, CATEGORY_VIEW, PRODUCT_VIEW, SIZE_GUIDE, ADD_TO_CART, CHECKOUT, SUPPORT_CALL,
    ACCOUNT_CHECK, DELIVERY_CHOICE, PAYMENT_DETAILS, PAYMENT_FAILED, ORDER_SUMMARY, SUPPORT_CHAT, PURCHASE,
    DELIVERY, RETURN_PARCEL, STORE_VISIT, STORE_RECEIPT, CAMPAIGN_MAIL, MAIL_OPEN, AD_CLICK,
    SURVEY_ANSWER, REVIEW, COMPLAINT, LOYALTY_JOIN,
) = _WHOLE[:26]  # fmt: skip

# What a row says of its event; -1 where it says nothing. `product` stands for its category, too.
FIELDS = (
    "kind", "owner", "mission", "device_id", "channel", "device", "os", "source", "campaign", "product", "price",
    "discount", "amount", "items", "order", "first", "order_kind", "delivery", "method", "chat_offered", "reason",
    "topic", "promised_days", "delivery_days", "late", "stars", "score", "text", "store",
)  # fmt: skip
(
    KIND, OWNER, MISSION, DEVICE_ID, CHANNEL, DEVICE, OS, SOURCE, CAMPAIGN, PRODUCT, PRICE,
    DISCOUNT, AMOUNT, ITEMS, ORDER, FIRST, ORDER_KIND, DELIVERY_WAY, METHOD, CHAT_OFFERED, REASON,
    TOPIC, PROMISED_DAYS, DELIVERY_DAYS, LATE, STARS, SCORE, TEXT, STORE,
) = _WHOLE[:29]  # fmt: skip

NONE: Any = np.int64(-1)
WEB, APP, IN_STORE, EMAIL, CHAT, PHONE_CALL = _WHOLE[:6]
PHONE, DESKTOP, TABLET = range(3)
NEWSLETTER, AD = 2, 3
TOPIC_DELIVERY, TOPIC_SIZE, TOPIC_QUALITY, TOPIC_PRICE, TOPIC_SERVICE, TOPIC_PAYMENT, TOPIC_SPECIAL = _WHOLE[:7]
REASON_LATE = 4

LONGEST = 192
"""No customer has more events than this."""
PRODUCTS_EACH, STORES_EACH, MOODS, TEXT_TOPICS = 10, 4, 5, 5
DAY = 86_400_000_000
HOUR = 3_600_000_000
MILLISECOND = 1_000
MASK = 0xFFFFFFFF

# Where a customer's state stands in `Run.me`.
NOW, PLACE, BEGIN, SEGMENT, NUMBER, MISSION_NOW, THIS_DEVICE, ON_APP, ORDERS, GONE, LANGUAGE, COUNTRY, OS_NOW, CARD = (
    range(14)
)
STATES = 14


class Run(NamedTuple):
    """Where one customer's life is written down. The last row is for what no longer fits."""

    dice: Ints  # 4: xoshiro128+
    me: Ints
    times: Ints
    rows: NDArray[np.int32]


@compiled
def roll(run: Run) -> float:
    """The next number of xoshiro128+ in [0, 1); only shifts and sums that fit into 64 bits."""
    s = run.dice
    total = (s[0] + s[3]) & MASK
    moved = (s[1] << 9) & MASK
    s[2] ^= s[0]
    s[3] ^= s[1]
    s[1] ^= s[2]
    s[0] ^= s[3]
    s[2] ^= moved
    s[3] = ((s[3] << 11) & MASK) | (s[3] >> 21)
    return float(total * 2.0**-32)


@compiled
def pick(run: Run, cumulative: Floats) -> int:
    """A place drawn by cumulative chances."""
    drawn = roll(run)
    place = 0
    while place < len(cumulative) - 1 and cumulative[place] <= drawn:
        place += 1
    return place


@compiled
def waits(run: Run, mean_seconds: float) -> int:
    """A wait drawn from the exponential distribution, in whole milliseconds of microseconds."""
    return int(-np.log(1.0 - roll(run)) * mean_seconds * 1000.0) * MILLISECOND


@compiled
def put(run: Run, kind: int, time: int, channel: int) -> int:
    """Writes an event down and gives its row; beyond the calendar, or one too many, it goes to the spare row."""
    me = run.me
    spare = len(run.times) - 1
    full = me[PLACE] - me[BEGIN] >= LONGEST or me[PLACE] >= spare
    outside = time < 0 or time >= me[STATES]
    row = spare if full or outside else me[PLACE]
    if row < spare:
        me[PLACE] += 1
    run.rows[row, :] = -1
    run.rows[row, KIND] = kind
    run.rows[row, OWNER] = me[NUMBER]
    run.rows[row, MISSION] = me[MISSION_NOW]
    run.rows[row, CHANNEL] = channel
    run.times[row] = time
    return int(row)


@compiled
def click(run: Run, kind: int, mean_seconds: float) -> int:
    """An event on the site or in the app, a moment after the last one."""
    me = run.me
    me[NOW] += 1000 * MILLISECOND + waits(run, mean_seconds)
    row = put(run, kind, me[NOW], APP if me[ON_APP] else WEB)
    run.rows[row, DEVICE] = me[THIS_DEVICE]
    run.rows[row, OS] = me[OS_NOW]
    run.rows[row, DEVICE_ID] = me[NUMBER] * 3 + me[THIS_DEVICE]
    return row


@compiled
def opens_at(run: Run, day: int, hours: Floats) -> None:
    """Goes on to a day, at an hour people come; never back in time."""
    me = run.me
    while True:
        time = day * DAY + pick(run, hours) * HOUR + int(roll(run) * 3_600_000) * MILLISECOND
        day += 1
        if time >= me[NOW]:
            break
    me[NOW] = time


@compiled
def come(rules: Rules, run: Run) -> None:
    """The visit begins: on which device, and what brought her."""
    me = run.me
    segment = me[SEGMENT]
    device = pick(run, rules.devices[segment])
    me[THIS_DEVICE] = device
    me[ON_APP] = int(device == PHONE and roll(run) < rules.on_app[segment])
    # Phones: two of three run the first system; computers: three systems. What a device runs never changes.
    me[OS_NOW] = (me[NUMBER] * 7 + 3) % 3 // 2 if device != DESKTOP else 2 + (me[NUMBER] * 5 + 1) % 4 // 2
    source = pick(run, rules.source[segment])
    campaign = rules.campaign_of_day[min(me[NOW] // DAY, len(rules.campaign_of_day) - 1)]
    if source == NEWSLETTER:
        row = put(run, CAMPAIGN_MAIL, me[NOW] - waits(run, 9000.0) - HOUR // 2, EMAIL)
        run.rows[row, CAMPAIGN] = campaign
        row = put(run, MAIL_OPEN, me[NOW] - waits(run, 60.0) - 30_000 * MILLISECOND, EMAIL)
        run.rows[row, CAMPAIGN] = campaign
    elif source == AD:
        row = click(run, AD_CLICK, 1.0)
        run.rows[row, CAMPAIGN] = campaign
    row = click(run, VISIT, 2.0)
    run.rows[row, SOURCE] = source
    if source in (NEWSLETTER, AD):
        run.rows[row, CAMPAIGN] = campaign


@compiled
def about_product(run: Run, row: int, product: int, price: int, discount: int) -> None:
    run.rows[row, PRODUCT] = product
    if price >= 0:
        run.rows[row, PRICE] = price
        run.rows[row, DISCOUNT] = discount


@compiled
def seen(run: Run, row: int) -> tuple[int, int, int]:
    """The thing that a row is about, its price and discount."""
    return int(run.rows[row, PRODUCT]), int(run.rows[row, PRICE]), int(run.rows[row, DISCOUNT])


@compiled
def look(rules: Rules, run: Run, buys: int) -> int:
    """One visit to the site: she looks at things, maybe at their sizes. Gives the row of the last thing looked at."""
    segment = run.me[SEGMENT]
    come(rules, run)
    category = pick(run, rules.category[segment])
    if roll(run) < rules.search[buys]:
        about_product(run, click(run, SEARCH, 20.0), category * PRODUCTS_EACH, NONE, NONE)
    else:
        about_product(run, click(run, CATEGORY_VIEW, 15.0), category * PRODUCTS_EACH, NONE, NONE)
    while True:
        product = category * PRODUCTS_EACH + int(roll(run) * PRODUCTS_EACH)
        discount = 0
        if roll(run) < rules.discounted[segment]:
            discount = 20 + 10 * int(roll(run) * 4)
        price = rules.price[product] * (100 - discount) // 100
        row = click(run, PRODUCT_VIEW, 45.0)
        about_product(run, row, product, price, discount)
        if roll(run) < rules.size_guide[segment]:
            row = try_sizes(rules, run, row)
        if roll(run) >= rules.more_views[buys, segment]:
            return row


@compiled
def try_sizes(rules: Rules, run: Run, row: int) -> int:
    """To the size guide and back to the thing, and in some categories round and round."""
    product, price, discount = seen(run, row)
    while True:
        about_product(run, click(run, SIZE_GUIDE, 40.0), product, NONE, NONE)
        row = click(run, PRODUCT_VIEW, 30.0)
        about_product(run, row, product, price, discount)
        if roll(run) >= rules.again[product // PRODUCTS_EACH]:
            return row


@compiled
def shop_online(rules: Rules, run: Run) -> None:
    """From the first visit to the parcel, or to nothing."""
    me = run.me
    segment = me[SEGMENT]
    buys = int(roll(run) < rules.buys[segment])
    row = look(rules, run, buys)
    while roll(run) < rules.more_visits[segment]:
        opens_at(run, me[NOW] // DAY + 1 + int(roll(run) * 4), rules.online_hours)
        row = look(rules, run, buys)
    if buys or roll(run) < 0.12:
        product, price, discount = seen(run, row)
        about_product(run, click(run, ADD_TO_CART, 30.0), product, price, discount)
        if buys and check_out(rules, run):
            buy(rules, run, product, price)


@compiled
def check_out(rules: Rules, run: Run) -> bool:
    """From the cart to paid: true when the money went through."""
    me = run.me
    special = int(roll(run) < rules.special)
    run.rows[click(run, CHECKOUT, 60.0), ORDER_KIND] = special
    if roll(run) < rules.calls[special]:
        me[NOW] += waits(run, 300.0)
        row = put(run, SUPPORT_CALL, me[NOW], PHONE_CALL)
        run.rows[row, TOPIC] = TOPIC_SPECIAL if special else TOPIC_PAYMENT
        me[NOW] += waits(run, 240.0)
    if roll(run) >= rules.goes_on[special]:
        return False
    # Checked or not, the way takes as long; only the planted hours are the check's.
    me[NOW] += waits(run, 40.0)
    if roll(run) < rules.checked:
        click(run, ACCOUNT_CHECK, 1.0)
        me[NOW] += waits(run, rules.check_hours * 3600.0)
    else:
        me[NOW] += 1000 * MILLISECOND + waits(run, 1.0)
    run.rows[click(run, DELIVERY_CHOICE, 30.0), DELIVERY_WAY] = int(roll(run) * 3)
    return pay(rules, run)


@compiled
def pay(rules: Rules, run: Run) -> bool:
    """Tries to pay until it works or she has had enough."""
    method = int(roll(run) * 4)
    while True:
        run.rows[click(run, PAYMENT_DETAILS, 40.0), METHOD] = method
        if roll(run) >= rules.fails[run.me[THIS_DEVICE]]:
            return True
        run.rows[click(run, PAYMENT_FAILED, 8.0), METHOD] = method
        if roll(run) >= rules.retries:
            return False


@compiled
def buy(rules: Rules, run: Run, product: int, price: int) -> None:
    """The last look at the order, with or without a chat at hand; then it is bought and on its way."""
    me = run.me
    offered = int(roll(run) < rules.offered)
    run.rows[click(run, ORDER_SUMMARY, 20.0), CHAT_OFFERED] = offered
    chance = rules.confirms[me[SEGMENT]]
    if offered and roll(run) < rules.takes_chat:
        me[NOW] += waits(run, 30.0)
        row = put(run, SUPPORT_CHAT, me[NOW], CHAT)
        run.rows[row, TOPIC] = TOPIC_PAYMENT
        me[NOW] += waits(run, 200.0)
        chance += rules.chat_gain
    if roll(run) >= chance:
        return
    items = 1
    while items < 6 and roll(run) < 0.3:
        items += 1
    row = click(run, PURCHASE, 25.0)
    run.rows[row, AMOUNT] = price * items
    run.rows[row, ITEMS] = items
    run.rows[row, ORDER] = me[ORDERS]
    run.rows[row, FIRST] = int(me[ORDERS] == 0)
    about_product(run, row, product, NONE, NONE)
    me[ORDERS] += 1
    send(rules, run, product)


@compiled
def send(rules: Rules, run: Run, product: int) -> None:
    """The parcel comes, in time or late; a late one spoils the mood, and some never come back."""
    me = run.me
    order = me[ORDERS] - 1
    late = int(roll(run) < rules.late)
    promised = 2 + int(roll(run) * 3)
    days = promised + 2 + int(roll(run) * 5) if late else promised - int(roll(run) * 2)
    if late and roll(run) < 0.25:
        row = put(run, SUPPORT_CHAT, me[NOW] + promised * DAY + waits(run, 40_000.0), CHAT)
        run.rows[row, TOPIC] = TOPIC_DELIVERY
        run.rows[row, ORDER] = order
    arrives = (me[NOW] // DAY + days) * DAY + 9 * HOUR + int(roll(run) * 32_400_000) * MILLISECOND
    row = put(run, DELIVERY, arrives, NONE)
    run.rows[row, ORDER] = order
    run.rows[row, PROMISED_DAYS], run.rows[row, DELIVERY_DAYS], run.rows[row, LATE] = promised, days, late
    about_product(run, row, product, NONE, NONE)
    tell(rules, run, arrives, product, late)
    if roll(run) < rules.returns[me[SEGMENT]]:
        row = put(run, RETURN_PARCEL, arrives + DAY + waits(run, 4.0 * 86_400.0), WEB)
        run.rows[row, ORDER] = order
        run.rows[row, REASON] = REASON_LATE if late and roll(run) < 0.5 else int(roll(run) * 4)
        about_product(run, row, product, NONE, NONE)
    if roll(run) < rules.joins[me[SEGMENT]]:
        join(run, arrives + waits(run, 86_400.0))
    me[NOW] = arrives
    if late and roll(run) < rules.leaves:
        me[GONE] = 1


@compiled
def tell(rules: Rules, run: Run, time: int, product: int, late: int) -> None:
    """What she says of it: a survey answer, a review, a complaint. Her words carry her mood."""
    order = run.me[ORDERS] - 1
    mood = pick(run, rules.mood[late])
    if roll(run) < 0.2:
        row = put(run, SURVEY_ANSWER, time + HOUR + waits(run, 86_400.0), EMAIL)
        run.rows[row, SCORE] = min(10, max(0, 2 * mood + int(roll(run) * 4)))
        run.rows[row, ORDER] = order
    if roll(run) < rules.writes[mood]:
        row = put(run, REVIEW, time + DAY + waits(run, 3.0 * 86_400.0), WEB)
        run.rows[row, STARS] = mood + 1
        run.rows[row, ORDER] = order
        about_product(run, row, product, NONE, NONE)
        say(rules, run, row, mood, TOPIC_DELIVERY if late and roll(run) < 0.7 else int(roll(run) * TEXT_TOPICS))
    if mood == 0 and roll(run) < 0.5:
        row = put(run, COMPLAINT, time + HOUR + waits(run, 86_400.0), EMAIL if roll(run) < 0.6 else PHONE_CALL)
        run.rows[row, ORDER] = order
        say(rules, run, row, mood, TOPIC_DELIVERY if late and roll(run) < 0.8 else int(roll(run) * TEXT_TOPICS))


@compiled
def say(rules: Rules, run: Run, row: int, mood: int, topic: int) -> None:
    """Puts words into the row: their number says language, mood, topic and wording."""
    place = (run.me[LANGUAGE] * MOODS + mood) * TEXT_TOPICS + topic
    run.rows[row, TOPIC] = topic
    run.rows[row, TEXT] = place * rules.text_variants + int(roll(run) * rules.text_variants)


@compiled
def join(run: Run, time: int) -> None:
    if run.me[CARD] == 0:
        run.me[CARD] = 1
        put(run, LOYALTY_JOIN, time, EMAIL)


@compiled
def shop_in_store(rules: Rules, run: Run) -> None:
    """Into a shop, and out with a bag or without."""
    me = run.me
    segment = me[SEGMENT]
    store = me[COUNTRY] * STORES_EACH + (me[NUMBER] + int(roll(run) < 0.2)) % STORES_EACH
    run.rows[put(run, STORE_VISIT, me[NOW], IN_STORE), STORE] = store
    me[NOW] += waits(run, 1500.0) + 120_000 * MILLISECOND
    if roll(run) < rules.buys[segment]:
        product = pick(run, rules.category[segment]) * PRODUCTS_EACH + int(roll(run) * PRODUCTS_EACH)
        discount = 20 + 10 * int(roll(run) * 4) if roll(run) < rules.discounted[segment] else 0
        row = put(run, STORE_RECEIPT, me[NOW], IN_STORE)
        about_product(run, row, product, NONE, NONE)
        items = 1 + int(roll(run) * 3)
        run.rows[row, DISCOUNT], run.rows[row, ITEMS], run.rows[row, STORE] = discount, items, store
        run.rows[row, AMOUNT] = rules.price[product] * (100 - discount) // 100 * items
        if roll(run) < rules.joins[segment]:
            join(run, me[NOW])


@compiled
def want_again(rules: Rules, run: Run, time: float) -> bool:
    """The next time she wants something: gaps thinned by season and weekday. False when the calendar ends before."""
    segment = run.me[SEGMENT]
    days = rules.accept.shape[1]
    while time < days:
        if roll(run) < rules.accept[segment, int(time)]:
            in_store = roll(run) < rules.in_store[segment]
            run.me[MISSION_NOW] += 1
            opens_at(run, int(time), rules.store_hours if in_store else rules.online_hours)
            if in_store:
                shop_in_store(rules, run)
            else:
                shop_online(rules, run)
            return True
        time += -np.log(1.0 - roll(run)) * rules.gap_days[segment]
    return False


@compiled
def send_mails(rules: Rules, run: Run, since: int) -> None:
    """Campaign mails that brought no visit, after she is known to the shop."""
    opens = rules.opens[run.me[SEGMENT]]
    run.me[MISSION_NOW] = -1
    for campaign in range(len(rules.campaign_days)):
        time = rules.campaign_days[campaign] * DAY + 7 * HOUR + int(roll(run) * 10_800_000) * MILLISECOND
        if time > since and roll(run) < 0.35:
            run.rows[put(run, CAMPAIGN_MAIL, time, EMAIL), CAMPAIGN] = campaign
            if roll(run) < opens:
                run.rows[put(run, MAIL_OPEN, time + waits(run, 20_000.0), EMAIL), CAMPAIGN] = campaign


@compiled
def live(rules: Rules, run: Run) -> None:
    """One whole life: a first day somewhere in the calendar, then one want after another."""
    me = run.me
    while me[PLACE] == me[BEGIN]:
        me[NOW], me[ORDERS], me[GONE], me[MISSION_NOW] = 0, 0, 0, -1
        want_again(rules, run, roll(run) * rules.accept.shape[1])
    since = run.times[me[BEGIN]]
    while me[GONE] == 0 and me[PLACE] - me[BEGIN] < LONGEST:
        if not want_again(rules, run, me[NOW] / DAY - np.log(1.0 - roll(run)) * rules.gap_days[me[SEGMENT]]):
            break
    send_mails(rules, run, since)


@compiled
def into_order(times: Ints, order: Ints, low: int, high: int) -> None:
    """Puts one customer's rows in order of time; rows of one moment stay as they are."""
    for place in range(low, high):
        moving = place
        while moving > low and times[order[moving - 1]] > times[place]:
            order[moving] = order[moving - 1]
            moving -= 1
        order[moving] = place


@compiled
def walk(rules: Rules, run: Run, seeds: Ints, people: Ints, order: Ints) -> Ints:
    """Lives of a block of customers into `run`; gives where each one's rows begin.

    `people`: segment, language, country. `seeds`: four numbers of 32 bits each. `order`: for each event, in order of
    customer and time, its row.
    """
    starts = np.zeros(len(seeds) + 1, np.int64)
    me = run.me
    for number in range(len(seeds)):
        for part in range(4):
            run.dice[part] = seeds[number, part]
        low = me[PLACE]
        me[:STATES] = 0
        me[PLACE], me[BEGIN], me[NUMBER], me[MISSION_NOW] = low, low, number, -1
        me[SEGMENT], me[LANGUAGE], me[COUNTRY] = people[number, 0], people[number, 1], people[number, 2]
        live(rules, run)
        into_order(run.times, order, low, me[PLACE])
        starts[number + 1] = me[PLACE]
    return starts


@compiled
def by_field(rows: NDArray[np.int32], order: Ints) -> NDArray[np.int32]:
    """The rows in this order, turned so that each field lies together: a field is what all that follows reads."""
    turned = np.empty((rows.shape[1], len(order)), np.int32)
    for low in range(0, len(order), 256):
        high = min(low + 256, len(order))
        for field in range(rows.shape[1]):
            for place in range(low, high):
                turned[field, place] = rows[order[place], field]
    return turned


def written(customers: int, calendar_days: int) -> Run:
    """Room for the lives of this many customers."""
    room = customers * LONGEST + 1
    me = np.zeros(STATES + 1, np.int64)
    me[STATES] = calendar_days * DAY
    empty: Any = np.empty((room, len(FIELDS)), np.int32)
    return Run(np.zeros(4, np.int64), me, np.empty(room, np.int64), empty)
