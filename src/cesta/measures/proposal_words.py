"""What the KPIs of the practice are called, in every language."""

from __future__ import annotations


def _in(en: str, pl: str, cs: str, ru: str) -> dict[str, str]:
    return {"en": en, "pl": pl, "cs": cs, "ru": ru}


NAMES: dict[str, dict[str, str]] = {
    "conversion": _in("Visitors who buy", "Odwiedzający, którzy kupują", "Návštěvníci, kteří koupí",
                      "Посетители, которые покупают"),
    "time-to-purchase": _in("From first contact to purchase", "Od pierwszego kontaktu do zakupu",
                            "Od prvního kontaktu k nákupu", "От первого контакта до покупки"),
    "abandoned-baskets": _in("Abandoned baskets", "Porzucone koszyki", "Opuštěné košíky", "Брошенные корзины"),
    "buyers": _in("Buyers", "Kupujący", "Kupující", "Покупатели"),
    "new-buyers": _in("First-time buyers", "Kupujący po raz pierwszy", "Kupující poprvé", "Купили впервые"),
    "new-customers": _in("New customers", "Nowi klienci", "Noví zákazníci", "Новые клиенты"),
    "retention": _in("Customers who stay", "Klienci, którzy zostają", "Zákazníci, kteří zůstávají",
                     "Клиенты, которые остаются"),
    "churn": _in("Customers who leave", "Klienci, którzy odchodzą", "Zákazníci, kteří odcházejí",
                 "Клиенты, которые уходят"),
    "engagement": _in("Active days of a customer", "Aktywne dni klienta", "Aktivní dny zákazníka",
                      "Активные дни клиента"),
    "relationship": _in("Length of a relationship", "Długość relacji", "Délka vztahu", "Длительность отношений"),
    "repeat-purchase": _in("Buyers who buy again", "Kupujący ponownie", "Kupující opakovaně", "Покупают снова"),
    "between-purchases": _in("Time until the next purchase", "Czas do kolejnego zakupu", "Doba do dalšího nákupu",
                             "Время до следующей покупки"),
    "revenue": _in("Revenue", "Przychód", "Tržby", "Выручка"),
    "average-basket": _in("Average basket", "Średni koszyk", "Průměrný košík", "Средний чек"),
    "clv": _in("Value of a customer so far", "Dotychczasowa wartość klienta", "Dosavadní hodnota zákazníka",
               "Ценность клиента на сегодня"),
    "growth": _in("Growth of revenue", "Wzrost przychodu", "Růst tržeb", "Рост выручки"),
    "smoothness": _in("Smooth ways", "Przejścia bez przeszkód", "Hladké průchody", "Гладкие пути"),
    "good-contacts": _in("Contacts that settle the matter", "Kontakty, które załatwiają sprawę",
                         "Kontakty, které věc vyřeší", "Обращения, которые решают вопрос"),
    "nps": _in("Would recommend us (NPS)", "Poleciliby nas (NPS)", "Doporučili by nás (NPS)",
               "Готовы советовать (NPS)"),
    "csat": _in("Satisfied (CSAT)", "Zadowoleni (CSAT)", "Spokojení (CSAT)", "Довольны (CSAT)"),
}  # fmt: skip
