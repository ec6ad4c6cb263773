"""A digest and a reminder in the reader's language, as the subject and the text of a letter."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Literal

from cesta.alerts.digest import Digest, MapNews
from cesta.maps.kpi_view import Kpi
from cesta.maps.reviews import LateReview
from cesta.measures.number_words import told
from cesta.model.shape import say
from cesta.tasks.book import Task

Word = Literal[
    "week", "month", "moved", "steady", "kpi", "better", "worse", "maps", "rate", "was", "was_clear", "leave",
    "no_goal", "tasks", "no_tasks", "due", "overdue", "late", "nothing", "review", "ask", "how",
]  # fmt: skip
WORDS: Mapping[str, Mapping[Word, str]] = {
    "en": {
        "week": "{workspace}: your week, {first} to {last}",
        "month": "{workspace}: your month, {first} to {last}",
        "moved": "What moved",
        "steady": "None of your KPIs has clearly changed ({n} in all).",
        "kpi": "{name}: {now}, before {before} ({verdict})",
        "better": "better",
        "worse": "worse",
        "maps": "Your maps",
        "rate": "{name}: {now} reach the goal",
        "was": ", before {before}",
        "was_clear": ", before {before}: a clear change",
        "leave": "; most leave at “{stage}”: {share}",
        "no_goal": "{name}: no goal is set",
        "tasks": "What you have to do: {open} open, {overdue} overdue",
        "no_tasks": "Nothing is left for you to do.",
        "due": "{title}, due {day}",
        "overdue": "{title}, overdue since {day}",
        "late": "To be looked over",
        "nothing": "You own no KPI and no map yet.",
        "review": "{name}: is it still true?",
        "ask": "Not reviewed for {waited} days, promised every {promised}: still true?",
        "how": "Look the map over and write today's day into “reviewed”. This reminder comes only once.",
    },
    "pl": {
        "week": "{workspace}: Twój tydzień, {first}–{last}",
        "month": "{workspace}: Twój miesiąc, {first}–{last}",
        "moved": "Co się zmieniło",
        "steady": "Żaden z Twoich KPI wyraźnie się nie zmienił (razem: {n}).",
        "kpi": "{name}: {now}, wcześniej {before} ({verdict})",
        "better": "lepiej",
        "worse": "gorzej",
        "maps": "Twoje mapy",
        "rate": "{name}: {now} osiąga cel",
        "was": ", wcześniej {before}",
        "was_clear": ", wcześniej {before}: wyraźna zmiana",
        "leave": "; najwięcej odchodzi na etapie „{stage}”: {share}",
        "no_goal": "{name}: nie ustalono celu",
        "tasks": "Do zrobienia: otwarte {open}, po terminie {overdue}",
        "no_tasks": "Nie masz nic do zrobienia.",
        "due": "{title}, termin {day}",
        "overdue": "{title}, po terminie od {day}",
        "late": "Do przejrzenia",
        "nothing": "Nie masz jeszcze żadnego KPI ani mapy.",
        "review": "{name}: czy to nadal prawda?",
        "ask": "Dni od ostatniego przeglądu: {waited}, obiecano co {promised}. Czy to nadal prawda?",
        "how": "Przejrzyj mapę i wpisz dzisiejszą datę w polu „reviewed”. To przypomnienie przychodzi tylko raz.",
    },
    "cs": {
        "week": "{workspace}: váš týden, {first} – {last}",
        "month": "{workspace}: váš měsíc, {first} – {last}",
        "moved": "Co se změnilo",
        "steady": "Žádné z vašich KPI se zřetelně nezměnilo (celkem: {n}).",
        "kpi": "{name}: {now}, předtím {before} ({verdict})",
        "better": "lepší",
        "worse": "horší",
        "maps": "Vaše mapy",
        "rate": "{name}: cíle dosáhne {now}",
        "was": ", předtím {before}",
        "was_clear": ", předtím {before}: zřetelná změna",
        "leave": "; nejvíc jich odchází ve fázi „{stage}“: {share}",
        "no_goal": "{name}: cíl není určen",
        "tasks": "Co máte udělat: otevřené {open}, po termínu {overdue}",
        "no_tasks": "Nic na vás nečeká.",
        "due": "{title}, termín {day}",
        "overdue": "{title}, po termínu od {day}",
        "late": "K revizi",
        "nothing": "Zatím nevlastníte žádné KPI ani mapu.",
        "review": "{name}: platí to ještě?",
        "ask": "Dní od poslední revize: {waited}, slíbeno po {promised}. Platí to ještě?",
        "how": "Projděte mapu a do pole „reviewed“ napište dnešní datum. Tato připomínka přijde jen jednou.",
    },
    "ru": {
        "week": "{workspace}: ваша неделя, {first} – {last}",
        "month": "{workspace}: ваш месяц, {first} – {last}",
        "moved": "Что изменилось",
        "steady": "Ни один из ваших KPI заметно не изменился (всего: {n}).",
        "kpi": "{name}: {now}, раньше {before} ({verdict})",
        "better": "лучше",
        "worse": "хуже",
        "maps": "Ваши карты",
        "rate": "{name}: цели достигают {now}",
        "was": ", раньше {before}",
        "was_clear": ", раньше {before}: заметная перемена",
        "leave": "; больше всего уходят на этапе «{stage}»: {share}",
        "no_goal": "{name}: цель не задана",
        "tasks": "Вам нужно сделать: открыто {open}, просрочено {overdue}",
        "no_tasks": "Дел для вас нет.",
        "due": "{title}, срок {day}",
        "overdue": "{title}, просрочено с {day}",
        "late": "Пора пересмотреть",
        "nothing": "У вас пока нет ни одного KPI и ни одной карты.",
        "review": "{name}: это всё ещё верно?",
        "ask": "Дней с последнего пересмотра: {waited}, обещано каждые {promised}. Это всё ещё верно?",
        "how": "Просмотрите карту и запишите сегодняшний день в поле «reviewed». Это напоминание приходит один раз.",
    },
}
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def words_of(found: Digest, workspace: str) -> tuple[str, str]:
    """Subject and text."""
    lang, period = found.reader.language, found.period
    words = WORDS[lang]
    days = {"first": day_said(period.first, lang), "last": day_said(period.last, lang)}
    subject = words["week" if period.every == "week" else "month"].format(workspace=workspace, **days)
    parts = [part for part in (_kpis(found), _maps(found), _tasks(found), _late(found)) if part]
    return " ".join(subject.split()), "\n\n".join("\n".join(part) for part in parts) + "\n"


def reminder(late: LateReview, lang: str, workspace: str) -> tuple[str, str]:
    """Subject and text.

    >>> late = LateReview("buy", "I buy", "jana", dt.date(2026, 1, 1), dt.date(2026, 1, 31), 41, 30)
    >>> reminder(late, "en", "Shop")[1].splitlines()[0]
    'I buy. Not reviewed for 41 days, promised every 30: still true?'
    """
    words, name = WORDS[lang], say(late.title, lang)
    subject = f"{workspace}: {words['review'].format(name=name)}"
    return " ".join(subject.split()), f"{_asked(late, lang)}\n\n{words['how']}\n"


def day_said(day: dt.date, lang: str) -> str:
    """
    >>> [day_said(dt.date(2026, 3, 5), lang) for lang in ("en", "cs", "pl")]
    ['5 Mar 2026', '5. 3. 2026', '05.03.2026']
    """
    if lang == "en":
        return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    return f"{day.day}. {day.month}. {day.year}" if lang == "cs" else day.strftime("%d.%m.%Y")


def _kpis(found: Digest) -> list[str]:
    lang, words = found.reader.language, WORDS[found.reader.language]
    if not found.kpis:
        return [] if found.maps else [words["nothing"]]
    if not found.moved:
        return [words["moved"], f"- {words['steady'].format(n=found.kpis)}"]
    return [words["moved"], *(f"- {_kpi(kpi, lang)}" for kpi in found.moved)]


def _kpi(kpi: Kpi, lang: str) -> str:
    now, before = (told(side.value if side else None, kpi.unit, kpi.currency, lang) for side in (kpi.now, kpi.before))
    verdict = WORDS[lang]["better" if kpi.moved and kpi.moved.better else "worse"]
    return WORDS[lang]["kpi"].format(name=kpi.name, now=now, before=before, verdict=verdict)


def _maps(found: Digest) -> list[str]:
    lang = found.reader.language
    return [WORDS[lang]["maps"], *(f"- {_map(one, lang)}" for one in found.maps)] if found.maps else []


def _map(news: MapNews, lang: str) -> str:
    words = WORDS[lang]
    if news.now is None:
        line = words["no_goal"].format(name=news.title)
    else:
        line = words["rate"].format(name=news.title, now=told(news.now.value, "share", lang=lang))
        if news.before is not None and news.before.value is not None:
            was = told(news.before.value, "share", lang=lang)
            line += words["was_clear" if news.clear else "was"].format(before=was)
    if news.stage is not None and news.leave is not None:
        line += words["leave"].format(stage=news.stage, share=told(news.leave, "share", lang=lang))
    return line


def _tasks(found: Digest) -> list[str]:
    lang, words = found.reader.language, WORDS[found.reader.language]
    if not found.tasks:
        return [words["no_tasks"]]
    overdue = sum(task.overdue for task in found.tasks)
    head = words["tasks"].format(open=len(found.tasks), overdue=overdue)
    return [head, *(f"- {_task(task, lang)}" for task in found.tasks)]


def _task(task: Task, lang: str) -> str:
    if not task.due:
        return task.title
    day = day_said(dt.date.fromisoformat(task.due), lang)
    return WORDS[lang]["overdue" if task.overdue else "due"].format(title=task.title, day=day)


def _late(found: Digest) -> list[str]:
    lang = found.reader.language
    return [WORDS[lang]["late"], *(f"- {_asked(late, lang)}" for late in found.late)] if found.late else []


def _asked(late: LateReview, lang: str) -> str:
    asked = WORDS[lang]["ask"].format(waited=late.waited, promised=late.promised)
    return f"{say(late.title, lang)}. {asked}"
