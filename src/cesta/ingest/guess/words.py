"""What a column's name says about what is in it, in the languages that shops' systems speak."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from cesta.ingest.files.names import PLAIN


def among(words: str) -> frozenset[str]:
    """The words of a text, to be looked up in."""
    return frozenset(words.split())


# Beginnings of words, without accents; words of up to three letters must be the whole word.
STEMS: dict[str, str] = {
    "customer": (
        "customer client klient zakaznik kunde kunden cliente клиент покупател buyer shopper kupujac kupujic "
        "household consumer odberatel nabywca comprador acheteur subscriber абонент member clen czlonek "
        "loyalty guest gosc patient pacient pacjent пациент passenger student person osoba contact kontakt "
        "card karta карта hospede"
    ),
    "user": (
        "user uzytkownik uzivatel пользовател usuario utilizador benutzer nutzer visitor navstevnik odwiedzaj "
        "посетител besucher uid distinct profile profil player account konto аккаунт subject"
    ),
    "address": "email mail phone telefon телефон msisdn tel",
    "case": "case",
    "session": "session sesja sesji relace сесси sitzung sesion sessao device cookie visit navsteva wizyta визит",
    "author": "author autor автор reviewer recenzent",
    "staff": (
        "employee agent operator resource seller pracownik zamestnanec сотрудник manager cashier kasjer "
        "prodejce sprzedawc prodavac продав driver doctor owner assignee supplier vendor dodavatel dostawca "
        "company store shop sklep prodejn obchod магазин loja filial"
    ),
    "event": (
        "event action activity akce akcja aktivita aktywnosc udalost zdarzeni событи действи активност evento "
        "acao atividade ereignis aktion aktivitat evenement operation operace operacja операци step krok шаг "
        "touchpoint interaction interakce interakcja handling"
    ),
    "kind": "type typ тип kind druh rodzaj вид tipo art",
    "status": "status state stav stan статус состояни estado zustand phase stage",
    "moment": (
        "date time timestamp datetime ts when data datum cas czas дата время врем fecha hora zeit zeitpunkt "
        "at day den dzien день created on dt dat uhrzeit godzina hodina час moment"
    ),
    "planned": (
        "estimated expected planned due limit deadline promise promised target forecast planowan przewidyw "
        "predpoklad planovan ожидаем планов срок valid until expire expires expiry wazn platn previst estimad "
        "geplant voraussichtlich eta"
    ),
    "birth": "birth dob birthday born urodz narozen рожд geburt nasciment nacimient",
    "upkeep": (
        "updated update modified exported imported loaded inserted synced zmien zmen upraven aktualiz обновл "
        "измен atualiz ingested etl snapshot"
    ),
    "id": (
        "id ids no nr number num code kod key uuid guid ref cislo numer номер numero nummer identifier "
        "identyfikator identifikator идентификатор ид hash pk код №"
    ),
    "receipt": (
        "invoice receipt basket order transaction bill cart purchase paragon faktura faktur rachunek "
        "zamowieni transakcj koszyk uctenk objednavk doklad nakup transakc kosik чек заказ счет накладн "
        "транзакц покупк корзин bon beleg bestellung rechnung auftrag pedido compra fatura booking "
        "reservation rezerwac rezervac бронир ticket buchung"
    ),
    "quantity": (
        "quantity qty ilosc sztuk szt mnozstvi pocet ks количеств кол menge anzahl quantidade cantidad units pieces"
    ),
    "price": "price cena ceny цена preis preco precio prix",
    "amount": (
        "amount total value sales revenue sum kwota wartosc suma brutto castka hodnota celkem сумма стоимост "
        "итог betrag summe umsatz valor montant importe paid spend trzba utrata"
    ),
    "page": "page url screen strona strony stranka страниц seite pagina landing",
    "channel": "channel kanal канал source medium utm campaign kampan platform canal zdroj zrodlo источник referrer",
    "product": (
        "product sku item article stock produkt towar zbozi polozka товар artikel produto producto ean upc asin"
    ),
    "category": "category kategori категори categoria department brand dzial oddeleni",
    "rating": "rating score stars ocena hodnoceni оценк bewertung avaliacao recommended nps csat",
    "comment": "comment review content message text komentar opinia recenz отзыв комментар kommentar comentario body",
    "sequence": (
        "order seq sequence sequential position poradi kolejnosc lp порядок порядков hit index nth reihenfolge pos"
    ),
    "lifecycle": "lifecycle transition",
    "cancelled": "cancel storn anul zrus отмен annul",
    "year": "year rok год jahr ano annee",
    "month": "month mesic miesiac месяц monat mes mois",
    "day": "day den dzien день tag dia jour",
    "start": "start begin started od from zaczat zacat rozpocz начал beginn inicio",
    "end": "end finish ended complete completed do to koniec konec zakoncz окончан ende fim fin",
}
# What is said about a person but does not tell her from another.
ABOUT = among(
    "city state country type segment zip postal prefix cohort lifecycle age gender sex status group kind count "
    "since miasto mesto город kraj zeme страна wiek vek возраст plec pohlavi пол typ level tier rating score "
    "first last comment region address street language income size class category channel is has total sum avg "
    "traveller"
)
WHOLE_WORD = 3
PARTS = re.compile(r"[a-z]+|[^\W\d_a-z]+|№", re.IGNORECASE)
HUMPS = re.compile(r"(?<=[a-zа-я])(?=[A-ZА-Я])|(?<=[A-Z])(?=[A-Z][a-z])")
GLUED = re.compile(r"^(user|customer|client|session|order|product|event|visitor|member|account|case)(id|no|name|type)$")


@lru_cache(maxsize=4096)
def words_of(name: str) -> tuple[str, ...]:
    """The words of a name, small letters, without accents.

    >>> words_of("CustomerID"), words_of("Číslo objednávky"), words_of("time:timestamp"), words_of("userid")
    (('customer', 'id'), ('cislo', 'objednavky'), ('time', 'timestamp'), ('user', 'id'))
    """
    split = HUMPS.sub(" ", name).replace("ł", "l").replace("Ł", "L").casefold().replace("й", "\0")
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", split) if not unicodedata.combining(letter))
    words = PARTS.findall(plain.replace("\0", "й"))
    return tuple(part for word in words for part in (_unglued(word)))


@lru_cache(maxsize=4096)
def hints(name: str) -> frozenset[str]:
    """What the name hints at.

    >>> sorted(hints("Data zamówienia")), sorted(hints("идентификатор_клиента"))
    (['moment', 'receipt'], ['customer', 'id'])
    """
    return frozenset(hint for word in words_of(name) for hint in _hints_of(word))


def only(name: str, *wanted: str) -> bool:
    """Whether every word of the name hints at one of these.

    >>> only("customer_unique_id", "customer", "id"), only("order_no", "receipt", "id")
    (False, True)
    """
    words = words_of(name)
    return bool(words) and all(_hints_of(word) & set(wanted) for word in words)


def slug(name: str, gap: str = "_") -> str:
    """A name made fit for an event, a table or a document's id: small letters, digits and one sign between words.

    >>> slug("Zamówienia (2024)"), slug("Заказы"), slug("Bank-Export", "-")
    ('zamowienia_2024', 'zakazy', 'bank-export')
    """
    spread = unicodedata.normalize("NFKD", HUMPS.sub(" ", name).lower().translate(PLAIN)).translate(PLAIN)
    plain = "".join(letter for letter in spread if not unicodedata.combining(letter))
    return re.sub(r"[^a-z0-9]+", gap, plain).strip(gap)


@lru_cache(maxsize=4096)
def _hints_of(word: str) -> frozenset[str]:
    found = set()
    for hint, stems in STEMS.items():
        for stem in stems.split():
            if word == stem or (len(stem) > WHOLE_WORD and word.startswith(stem)):
                found.add(hint)
                break
    return frozenset(found)


def _unglued(word: str) -> tuple[str, ...]:
    glued = GLUED.match(word)
    return glued.groups() if glued else (word,)
