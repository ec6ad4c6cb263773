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
    """create macro moment(given) as try_cast(trim(given::varchar) as timestamp),
        (given, a) as try_strptime(trim(given::varchar), a),
        (given, a, b) as try_strptime(trim(given::varchar), [a, b]),
        (given, a, b, c) as try_strptime(trim(given::varchar), [a, b, c])""",
)
