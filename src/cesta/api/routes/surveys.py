"""Surveys: which there are, their documents, what they came to, what people wrote, and links to them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any

from litestar import get, post
from litestar.params import FromPath, FromQuery, JSONBody, QueryParameter

from cesta.api.served import TheServed
from cesta.api.surveys import SurveyLink, make_link
from cesta.surveys.comments import Comments, comments
from cesta.surveys.editing import Checked, check, fields_of, save
from cesta.surveys.listing import Surveys, list_surveys
from cesta.surveys.results import Asked, Results, results

From = Annotated[str | None, QueryParameter(name="from", description="First day, as 2026-03-01; all without it.")]
To = Annotated[str | None, QueryParameter(name="to", description="Last day, included.")]
Segment = Annotated[str | None, QueryParameter(description="Only customers of this segment.")]


@dataclass(frozen=True, slots=True)
class SurveyFields:
    """A survey's document, as surveys/<id>.yaml has it."""

    fields: dict[str, Any]


@dataclass(frozen=True, slots=True)
class SavedSurvey:
    """The survey that was put on the shelf."""

    id: str


@dataclass(frozen=True, slots=True)
class LinkWanted:
    """address: where phones reach the server. place: of a shop, for the code that hangs there."""

    address: str
    place: str | None = None


@get("/api/surveys", sync_to_thread=True)
def surveys(served: TheServed, lang: FromQuery[str] = "en") -> Surveys:
    """Every survey: whether it is open, to how many it was shown, how many answered, its first score."""
    return list_surveys(served.workspace, lang)


@get("/api/surveys/{survey:str}", sync_to_thread=True)
def survey_document(served: TheServed, survey: FromPath[str]) -> SurveyFields:
    """A survey's document."""
    return SurveyFields(fields_of(served.workspace, survey))


@post("/api/surveys/check", sync_to_thread=True, status_code=200)
def check_survey(data: JSONBody[SurveyFields]) -> Checked:
    """What pages would show of a draft, or why it cannot be used."""
    return check(data.fields)


@post("/api/surveys", sync_to_thread=True, status_code=200)
def save_survey(served: TheServed, data: JSONBody[SurveyFields]) -> SavedSurvey:
    """Put a survey on the shelf, or change the one of its id; other questions become a version of their own."""
    return SavedSurvey(save(served.workspace, data.fields))


@get("/api/surveys/{survey:str}/results", sync_to_thread=True)
def survey_results(
    served: TheServed,
    survey: FromPath[str],
    date_from: From = None,
    date_to: To = None,
    segment: Segment = None,
    lang: FromQuery[str] = "en",
) -> Results:
    """What a survey came to: scores with n and interval, shares, parts, response rate, what to be careful about."""
    return results(served.workspace, survey, Asked(date_from, date_to, segment, lang))


@get("/api/surveys/{survey:str}/comments", sync_to_thread=True)
def survey_comments(
    served: TheServed,
    survey: FromPath[str],
    date_from: From = None,
    date_to: To = None,
    segment: Segment = None,
    lang: FromQuery[str] = "en",
) -> Comments:
    """What people wrote in their own words, newest first."""
    return comments(served.workspace, survey, Asked(date_from, date_to, segment, lang))


@post("/api/surveys/{survey:str}/links", sync_to_thread=True, status_code=200)
def create_survey_link(served: TheServed, survey: FromPath[str], data: JSONBody[LinkWanted]) -> SurveyLink:
    """Make a link to a survey. Its address holds a new write key and is shown once."""
    return make_link(served.workspace, survey, data.address, data.place)


ROUTES = (
    surveys,
    survey_document,
    check_survey,
    save_survey,
    survey_results,
    survey_comments,
    create_survey_link,
)
