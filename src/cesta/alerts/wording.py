"""What an alert says, in the workspace's language."""

from __future__ import annotations

from cesta.alerts.judging import Verdict

SUBJECT = {
    "en": "{workspace}: {name}",
    "pl": "{workspace}: {name}",
    "cs": "{workspace}: {name}",
    "ru": "{workspace}: {name}",
}
WHY = {
    "below": {
        "en": "It is {value}, below {limit}.",
        "pl": "Jest {value}, poniżej {limit}.",
        "cs": "Je {value}, pod {limit}.",
        "ru": "Сейчас {value}, ниже {limit}.",
    },
    "above": {
        "en": "It is {value}, above {limit}.",
        "pl": "Jest {value}, powyżej {limit}.",
        "cs": "Je {value}, nad {limit}.",
        "ru": "Сейчас {value}, выше {limit}.",
    },
    "falls_by": {
        "en": "It fell to {value}, clearly; {limit} was the limit.",
        "pl": "Wyraźnie spadło do {value}; granicą było {limit}.",
        "cs": "Zřetelně kleslo na {value}; hranice byla {limit}.",
        "ru": "Заметно упало до {value}; предел был {limit}.",
    },
    "rises_by": {
        "en": "It rose to {value}, clearly; {limit} was the limit.",
        "pl": "Wyraźnie wzrosło do {value}; granicą było {limit}.",
        "cs": "Zřetelně vzrostlo na {value}; hranice byla {limit}.",
        "ru": "Заметно выросло до {value}; предел был {limit}.",
    },
    "deepens_by": {
        "en": "The mood clearly fell to {value}; {limit} was the limit.",
        "pl": "Nastrój wyraźnie spadł do {value}; granicą było {limit}.",
        "cs": "Nálada zřetelně klesla na {value}; hranice byla {limit}.",
        "ru": "Настроение заметно упало до {value}; предел был {limit}.",
    },
    "unusual": {
        "en": "Yesterday it was {value}; on this weekday it usually stays within {limit}.",
        "pl": "Wczoraj było {value}; w ten dzień tygodnia zwykle mieści się w granicy {limit}.",
        "cs": "Včera to bylo {value}; v tento den v týdnu se obvykle drží meze {limit}.",
        "ru": "Вчера было {value}; в этот день недели обычно не выходит за {limit}.",
    },
}
ONCE = {
    "en": "You hear of it again only once it has been right in between.",
    "pl": "Napiszemy znowu dopiero wtedy, gdy wartość po drodze wróci do normy.",
    "cs": "Znovu napíšeme, až když bude hodnota mezitím v pořádku.",
    "ru": "Снова сообщим, только если показатель за это время придёт в норму.",
}


def words_of(verdict: Verdict, name: str, workspace: str, lang: str) -> tuple[str, str]:
    """Subject and text.

    >>> words_of(Verdict("below", 0.21, 0.25), "Visitors who buy", "Shop", "en")[1].splitlines()[0]
    'Visitors who buy. It is 0.21, below 0.25.'
    """
    lang = lang if lang in SUBJECT else "en"
    said = WHY[verdict.why][lang].format(value=_short(verdict.value), limit=_short(verdict.limit))
    subject = SUBJECT[lang].format(workspace=workspace, name=name)
    return " ".join(subject.split()), f"{name}. {said}\n\n{ONCE[lang]}\n"


def _short(value: float | None) -> str:
    return "–" if value is None else f"{value:.4g}" if abs(value) < 1e4 else f"{value:,.0f}"
