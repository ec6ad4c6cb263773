"""A workspace that this process opens; each thing that can be done with it is imported when it is done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from cesta.cli.plain import brought, plain
from cesta.model.errors import CestaError
from cesta.store.lock import own

if TYPE_CHECKING:
    from cesta.api.chosen import Chosen
    from cesta.api.set_aside import Which
    from cesta.ingest.guess.answers import Answers
    from cesta.ingest.progress import Progress
    from cesta.model.event import Value
    from cesta.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Here:
    """A workspace opened by this process."""

    workspace: Workspace

    def follow_rules(self) -> None:
        """Tells stored messages anew if the rules in collection.yaml are other ones; a server does so by itself."""
        from cesta.store.told import told_by

        if not (self.workspace.root / "collection.yaml").is_file() and told_by(self.workspace.log) == ("", True):
            return
        from cesta.ingest.retelling import is_due, retell

        # Whoever owns the workspace sees to it.
        if is_due(self.workspace):
            with suppress(CestaError), own(self.workspace.root, "a command that tells messages anew"):
                retell(self.workspace)

    def ask(self, question: Mapping[str, object]) -> dict[str, object]:
        from cesta.maps.questions import ask

        return ask(self.workspace, question)

    def accept(
        self, events: Sequence[Mapping[str, object] | str], source: str, file: str | None, rows: Sequence[int]
    ) -> dict[str, object]:
        from cesta.ingest.door import accept

        with own(self.workspace.root, "a command that sends events"):
            return plain(accept(self.workspace, events, source, file=file, rows=rows))

    def set_aside(self, which: Which) -> dict[str, object]:
        from cesta.api.set_aside import at_a_glance

        return plain(at_a_glance(self.workspace, which))

    def mend(self, what: str, document: object) -> dict[str, object]:
        from cesta.api.set_aside import act

        with own(self.workspace.root, "a command that mends what was set aside"):
            return plain(act(self.workspace, what, document))

    def guess(self, files: Sequence[Path], answers: Answers, progress: Progress) -> dict[str, object]:
        from cesta.ingest.guess.files import guess_files

        return plain(guess_files(self.workspace, files, answers, progress))

    def load(self, files: Sequence[Path], mapping: Path | str | None, progress: Progress) -> dict[str, object]:
        from cesta.api.set_aside import Which, at_a_glance
        from cesta.ingest.guess.files import load_files

        with own(self.workspace.root, "a command that loads files"):
            loaded = load_files(self.workspace, files, mapping, progress=progress)
        aside = at_a_glance(self.workspace, Which(load=loaded.load_id))
        return brought(loaded, [(group.first.reason, group.rows) for group in aside.groups])

    def loads(self) -> dict[str, object]:
        from cesta.ingest.loads import list_loads

        return {"loads": msgspec.to_builtins(list_loads(self.workspace))}

    def changes(self, load_id: str) -> dict[str, object]:
        from cesta.ingest.changes import changes

        return plain(changes(self.workspace, load_id))

    def unload(self, load_id: str) -> dict[str, object]:
        from cesta.ingest.loads import unload

        with own(self.workspace.root, "a command that takes a load back"):
            return plain(unload(self.workspace, load_id))

    def restore(self, load_id: str) -> dict[str, object]:
        from cesta.ingest.loads import restore

        with own(self.workspace.root, "a command that brings a load back"):
            return plain(restore(self.workspace, load_id))

    def decide(self, load_id: str, decision: str) -> dict[str, object]:
        from cesta.ingest.loads import decide

        with own(self.workspace.root, "a command that decides about a load"):
            return plain(decide(self.workspace, load_id, decision))

    def consent(self) -> dict[str, object]:
        from cesta.privacy.consent import consent

        return plain(consent(self.workspace))

    def hypotheses(self) -> dict[str, object]:
        from cesta.maps.hypotheses import followed

        return plain(followed(self.workspace))

    def consents_of(self, one: str) -> list[dict[str, object]]:
        from cesta.privacy.consent import consents_hers

        return [plain(each) for each in consents_hers(self.workspace, one)]

    def say_consent(self, one: str, said: Mapping[str, object]) -> list[dict[str, object]]:
        from cesta.privacy.consent import Spoken, write_down

        with own(self.workspace.root, "a command that writes a consent down"):
            return [plain(each) for each in write_down(self.workspace, one, msgspec.convert(said, Spoken))]

    def suppress(self, ids: Sequence[str], lift: bool) -> dict[str, object]:
        from cesta.privacy import consent

        with own(self.workspace.root, "a command that suppresses customers"):
            return plain((consent.lift if lift else consent.suppress)(self.workspace, ids))

    def erase(self, ids: Sequence[str], suppress: bool) -> dict[str, object]:
        from cesta.accounts.record import Record
        from cesta.privacy.erasing import erase_everywhere

        with own(self.workspace.root, "a command that erases customers"):
            return plain(erase_everywhere(self.workspace, Record(self.workspace.data), ids, suppress=suppress))

    def retention(self) -> dict[str, object]:
        from cesta.privacy.retention import look
        from cesta.store.job_runs import now

        return plain(look(self.workspace, now()))

    def retire(self) -> dict[str, object]:
        from cesta.privacy.retention import expire
        from cesta.store.job_runs import now

        with own(self.workspace.root, "a command that removes what was kept long enough"):
            return plain(expire(self.workspace, now()))

    def segments(self, at: str | None) -> dict[str, Any]:
        from cesta.segments.listing import list_segments
        from cesta.segments.shelf import moment_of

        return plain(list_segments(self.workspace, moment_of(self.workspace, at)))

    def members(self, segment_id: str, at: str | None) -> dict[str, Any]:
        from cesta.segments.listing import member_list
        from cesta.segments.shelf import moment_of

        return plain(member_list(self.workspace, segment_id, moment_of(self.workspace, at)))

    def why(self, segment_id: str, customer: str, at: str | None) -> dict[str, Any]:
        from cesta.segments.shelf import moment_of
        from cesta.segments.why import why

        return plain(why(self.workspace, segment_id, customer, moment_of(self.workspace, at)))

    def surveys(self, lang: str) -> dict[str, Any]:
        from cesta.surveys.listing import list_surveys

        return plain(list_surveys(self.workspace, lang))

    def survey_results(
        self, survey_id: str, *, date_from: str | None, date_to: str | None, segment: str | None, lang: str
    ) -> dict[str, Any]:
        from cesta.surveys.results import Asked, results

        return plain(results(self.workspace, survey_id, Asked(date_from, date_to, segment, lang)))

    def customers(self, *, search: str | None, one: str | None, after: str | None, limit: int) -> dict[str, Any]:
        from cesta.profiles.listing import customers

        return plain(customers(self.workspace, search=search, one=one, after=after, limit=limit))

    def join(self, table: str, rows: Sequence[tuple[str, Mapping[str, Value]]]) -> dict[str, Any]:
        from cesta.profiles.joining import join

        with own(self.workspace.root, "a command that joins a table"):
            return plain(join(self.workspace, table, rows))

    def person_file(self, one: str) -> bytes:
        from cesta.accounts.record import Record
        from cesta.accounts.roles import A_COMMAND
        from cesta.api.gate import now
        from cesta.profiles.person_file import person_file

        with own(self.workspace.root, "a command that exports a customer"):
            found = person_file(self.workspace, one)
            what = "GET /api/customers/{customer}/file"
            Record(self.workspace.data).note(A_COMMAND, what, now(), customer=found.customer)
        return found.content

    def overview(self) -> dict[str, object]:
        from cesta.api.overview import overview

        return plain(overview(self.workspace, "en"))

    def atlas(self, lang: str) -> list[dict[str, Any]]:
        from cesta.maps.atlas import places
        from cesta.maps.atlas_row import row

        found = [(place, place.map) for place in places(self.workspace, lang)]
        return [
            {**plain(place), "row": None if entry.status == "broken" else plain(row(self.workspace, entry.id, lang))}
            for place, entry in found
        ]

    def map_view(self, map_id: str, chosen: Chosen, lang: str) -> dict[str, object]:
        from cesta.maps.bind import view

        return plain(view(self.workspace, map_id, lang=lang, **chosen.as_arguments()))

    def compared(self, map_id: str, one: Chosen, other: Chosen, lang: str) -> dict[str, object]:
        from cesta.maps.compare import compare, other_side
        from cesta.maps.compose import Picked

        picked = Picked(**one.as_arguments(), language=lang)
        return plain(compare(self.workspace, map_id, picked, other_side(picked, **other.as_arguments())))

    def deviations(self, map_id: str, chosen: Chosen, lang: str) -> dict[str, object]:
        from cesta.maps.compose import Picked
        from cesta.maps.desired_view import desired_beside

        return plain(desired_beside(self.workspace, map_id, Picked(**chosen.as_arguments(), language=lang)).view)

    def barriers(self, map_id: str | None, chosen: Chosen, lang: str) -> dict[str, object]:
        from cesta.maps.barriers.looking import barriers
        from cesta.maps.compose import Picked

        return plain(barriers(self.workspace, map_id, Picked(**chosen.as_arguments(), language=lang)).view)

    def moods(self, map_id: str, part: str | None, chosen: Chosen, lang: str) -> dict[str, object]:
        from cesta.maps.compose import Picked
        from cesta.maps.moods import moods

        return plain(moods(self.workspace, map_id, part, Picked(**chosen.as_arguments(), language=lang)))

    def friction(self, map_id: str, chosen: Chosen) -> dict[str, object]:
        from cesta.maps.compose import Picked
        from cesta.maps.friction import friction

        return plain(friction(self.workspace, map_id, Picked(**chosen.as_arguments())))

    def drivers(self, map_id: str, of: str | None, chosen: Chosen, lang: str) -> dict[str, object]:
        from cesta.maps.compose import Picked
        from cesta.maps.drivers import map_drivers

        return plain(map_drivers(self.workspace, map_id, of, Picked(**chosen.as_arguments(), language=lang)))

    def proposals(self, map_id: str, lang: str) -> dict[str, object]:
        from cesta.maps.drafts import Desk
        from cesta.maps.proposed import proposals

        desk = Desk(self.workspace)
        try:
            draft = desk.draft(map_id)
        finally:
            desk.close()
        return plain(proposals(self.workspace, map_id, lang, draft.text if draft.differs else None))

    def drift(self, map_id: str, lang: str) -> dict[str, object]:
        from cesta.maps.drift import drift

        return plain(drift(self.workspace, map_id, lang))

    def proposal(self, lang: str) -> dict[str, object]:
        from cesta.maps.propose.proposal import propose

        return plain(propose(self.workspace, lang=lang))

    def groups(self) -> dict[str, Any]:
        from cesta.maps.groups import groups

        return plain(groups(self.workspace))

    def adopt(self, number: int, id_: str, name: str, persona: bool) -> dict[str, Any]:
        from cesta.maps.groups import adopt

        with own(self.workspace.root, "a command that keeps a group"):
            return plain(adopt(self.workspace, number, id_, name, with_persona=persona))

    def report(self, segment_id: str, lang: str) -> dict[str, Any]:
        from cesta.maps.report import report

        return plain(report(self.workspace, segment_id, lang))

    def kpis(self, ids: Sequence[str], segment: str | None, dates: tuple[str | None, str | None]) -> dict[str, Any]:
        from cesta.maps.kpis import Wish, kpis

        return plain(kpis(self.workspace, Wish(tuple(ids), segment, *dates)))

    def add_kpis(self) -> dict[str, Any]:
        from cesta.measures.editing import add_missing

        return {"ids": list(add_missing(self.workspace))}

    def alerts(self, tell: bool) -> list[dict[str, Any]]:
        from cesta.alerts.looking import look
        from cesta.store.job_runs import now

        return [plain(seen) for seen in look(self.workspace, now(), quiet=not tell)]

    def alert_history(self) -> list[dict[str, Any]]:
        from cesta.alerts.past import past

        return [plain(one) for one in past(self.workspace)]

    def digest(self, owner: str) -> dict[str, Any]:
        from cesta.alerts.mailing import shown
        from cesta.store.job_runs import now

        return plain(shown(self.workspace, owner, now()))

    def tasks(self, owner: str | None) -> list[dict[str, Any]]:
        from cesta.tasks.book import list_tasks

        return [plain(task) for task in list_tasks(self.workspace, owner=owner)]

    def open_task(self, fields: dict[str, str]) -> dict[str, Any]:
        from cesta.tasks.book import NewTask, open_task

        return plain(open_task(self.workspace, msgspec.convert(fields, NewTask)))

    def change_task(self, task: int, fields: dict[str, str]) -> dict[str, Any]:
        from cesta.tasks.book import TaskChange, change_task

        return plain(change_task(self.workspace, task, msgspec.convert(fields, TaskChange)))

    def keep_place(self, name: str, address: str) -> dict[str, Any]:
        from cesta.notify.places import keep_place, places_of

        keep_place(self.workspace.data, name, address)
        return {"places": sorted(places_of(self.workspace.data))}

    def save_map(self, map_id: str, text: str) -> dict[str, object]:
        from cesta.maps.shelf import save_new

        save_new(self.workspace, map_id, text)
        return {"id": map_id}
