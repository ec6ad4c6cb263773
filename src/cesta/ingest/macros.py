"""SQL that mappings may use to read text: numbers, whole numbers, yes and no, moments, as people write them."""

from __future__ import annotations

YES = "('true', 't', 'yes', 'y', '1', 'tak', 'prawda', 'ano', 'pravda', 'да', 'истина', 'ja', 'oui', 'x')"
NO = "('false', 'f', 'no', 'n', '0', 'nie', 'fałsz', 'ne', 'nepravda', 'нет', 'ложь', 'nein', 'non')"
SPACE = "[\\s\\x{00a0}\\x{202f}\\x{2009}''’]"
BLANK = "[\\s\\x{00a0}\\x{202f}\\x{2009}]*"
# How tables write that there is nothing to read.
NOTHING = f"(?i){BLANK}(null|nan|none|#?n/?a|[-\u2013\u2014]|\\\\n)?{BLANK}"
PLAIN = "-?[0-9]{1,15}([.][0-9]{1,15})?([eE][-+]?[0-9]{1,3})?"
COMMA = "-?[0-9]{1,15},([0-9]{1,2}|[0-9]{4,15})"
BESIDE = "[^0-9+\\-−().,]{0,5}"
AFTER = "[^0-9+\\-−().,]"
# A currency, a sign or bracket, digits with their signs, and the same the other way round.
NUMBER = f"{BESIDE}([-+−(]?){BESIDE}([0-9]+[0-9.,]*|[.,][0-9]+)([-−)]?)[^0-9+\\-−(),]{{0,5}}([-−)]?)"
WHOLE = "-?[0-9]{1,19}"
BY_COMMAS, BY_DOTS = "[0-9]{1,3}(,[0-9]{3})+", "[0-9]{1,3}([.][0-9]{3})+"

SPAN = "[0-9]+([.,][0-9]+)?\\s*(h|hours?|godz|hod|ч|час|m|min|minutes?|мин|s|sec|seconds?|sek|с|сек)[.]?\\s*"
SPANS = " + ".join(
    f"{seconds} * coalesce(try_cast(replace(regexp_extract(lower(given::varchar), '([0-9.,]+)\\s*{unit}', 1),"
    " ',', '.') as double), 0)"
    for seconds, unit in ((3600.0, "[hgч]"), (60.0, "[mм]"), (1.0, "[sс]"))
)
# How lists of calls write that a number was not shown.
HIDDEN = """('', 'anonymous', 'unknown', 'private', 'restricted', 'withheld', 'hidden', 'zastrzeżony', 'zastrzezony',
    'nieznany', 'prywatny', 'ukryty', 'skryté', 'skrytý', 'skryté číslo', 'neznámý', 'neznámé', 'anonym', 'anonymní',
    'скрыт', 'скрытый', 'номер скрыт', 'неизвестный', 'неизвестно', 'аноним')"""
ADDRESS = "[^\\s<>\"'',;]+@[^\\s<>\"'',;]+"

MACROS = (
    # Groups of three lose what stands between them; twice, as a group may begin where another ends. 12,- is 12.
    f"""create macro _closed(written) as regexp_replace(regexp_replace(regexp_replace(trim(written),
        '([0-9])[.,]([-–—−]|--)({BESIDE})$', '\\1\\3'),
        '([0-9]){SPACE}([0-9]{{3}})', '\\1\\2', 'g'), '([0-9]){SPACE}([0-9]{{3}})', '\\1\\2', 'g')""",
    f"""create macro _digits(digits, sign) as case
        when regexp_full_match(digits, '{BY_COMMAS}[.][0-9]*') then replace(digits, ',', '')
        when regexp_full_match(digits, '{BY_DOTS},[0-9]*') then replace(replace(digits, '.', ''), ',', '.')
        when regexp_full_match(digits, '{BY_COMMAS}') and (sign = '.' or digits like '%,%,%')
            then replace(digits, ',', '')
        when regexp_full_match(digits, '{BY_DOTS}') and (sign = ',' or digits like '%.%.%')
            then replace(digits, '.', '')
        when regexp_full_match(digits, '[0-9]*,?[0-9]*') then replace(digits, ',', '.')
        when regexp_full_match(digits, '[0-9]*[.][0-9]*') then digits end""",
    """create macro _signed(parts, sign) as case
        when (parts.before = '(') <> (parts."after" = ')' or parts."end" = ')') then null
        else if(parts.before in ('-', '−', '(') or parts."after" in ('-', '−') or parts."end" in ('-', '−'), -1.0, 1.0)
            * try_cast(_digits(parts.digits, sign) as double) end""",
    # What goes on after a decimal sign without digits was something else: 12,x
    f"""create macro _number(written, sign) as case when regexp_matches(written, '[0-9][.,]{AFTER}+$') then null
        when regexp_full_match(written, '{NUMBER}')
        then _signed(regexp_extract(written, '^{NUMBER}$', ['before', 'digits', 'after', 'end']), sign) end""",
    f"""create macro _dotted(given) as case when regexp_full_match(given, '{PLAIN}')
            then try_cast(given as double)
        when regexp_full_match(given, '{COMMA}') then try_cast(replace(given, ',', '.') as double)
        else _number(_closed(given), '.') end""",
    f"""create macro number(given) as _dotted(given::varchar),
        (given, sign) as case when sign = '.' then _dotted(given::varchar)
            when regexp_full_match(given::varchar, '{WHOLE}') then try_cast(given::varchar as double)
            when regexp_full_match(given::varchar, '{COMMA}')
            then try_cast(replace(given::varchar, ',', '.') as double)
            else _number(_closed(given::varchar), sign) end""",
    f"""create macro whole(given) as case
        when regexp_full_match(given::varchar, '{WHOLE}') then try_cast(given::varchar as bigint)
        else list_transform([number(given)], lambda n: case
            when n = round(n) and abs(n) < 9007199254740992 then n::bigint end)[1] end""",
    f"""create macro flag(given) as case when lower(trim(given::varchar)) in {YES} then true
        when lower(trim(given::varchar)) in {NO} then false end""",
    # Hours, minutes and seconds, with signs or words; a bare number is seconds.
    f"""create macro seconds(given) as case
        when regexp_full_match(trim(given::varchar), '[0-9]+(:[0-9]{{2}}){{1,2}}') then list_reduce(
            list_transform(string_split(trim(given::varchar), ':'), lambda p: p::double), lambda a, b: a * 60 + b)
        when regexp_full_match(lower(trim(given::varchar)), '({SPAN}){{1,3}}') then {SPANS}
        else try_cast(replace(trim(given::varchar), ',', '.') as double) end""",
    # One number whatever it is written with; one without a country is of the country given. Hidden ones stay words.
    f"""create macro _number_of(given, digits, country) as case
        when not regexp_full_match(given, '[+0-9(][0-9 ()./+-]{{4,24}}') then if(lower(given) in {HIDDEN}, null, given)
        when starts_with(digits, '+') then digits
        when starts_with(digits, '00') then '+' || digits[3:]
        when country = '7' and length(digits) = 11 and digits[1] in ('7', '8') then '+7' || digits[2:]
        when country = '7' and length(digits) = 10 then '+7' || digits
        when country <> '' and country <> '7' and length(digits) = 9 then '+' || country || digits
        when country <> '' and starts_with(digits, country) and length(digits) = 9 + length(country) then '+' || digits
        else digits end""",
    """create macro phone(given, country) as _number_of(trim(given::varchar),
        regexp_replace(trim(given::varchar), '[^0-9+]', '', 'g'), country)""",
    # An address in small letters, also out of "Ann <ann@mail.example>"; a number with its country; else as it stands.
    f"""create macro person(given, country) as case
        when given::varchar like '%@%' then coalesce(nullif(regexp_extract(lower(given::varchar), '{ADDRESS}'), ''),
            lower(trim(given::varchar)))
        when regexp_full_match(trim(given::varchar), '[+][0-9 ()./-]{{7,20}}') then phone(given, country)
        else nullif(trim(given::varchar), '') end""",
    """create macro moment(given) as try_cast(trim(given::varchar) as timestamp),
        (given, a) as try_strptime(trim(given::varchar), a),
        (given, a, b) as try_strptime(trim(given::varchar), [a, b]),
        (given, a, b, c) as try_strptime(trim(given::varchar), [a, b, c])""",
)
