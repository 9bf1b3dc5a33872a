"""``xraydesk people``: accounts and roles of this desk. A password is asked for or read, never an argument."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from xraydesk.cli_room import add_person, read_password, room_of
from xraydesk.errors import SignInRefused

if TYPE_CHECKING:
    from xraydesk.admin.people import Account, People, Person
    from xraydesk.admin.room import AdminRoom

OK = 0
WORDS = "Accounts of this desk: who may read, see the log as a whole, or train models and put them in use."
_ALONE = "This desk has no accounts: whoever uses this computer's login may do everything."
_ROLES = ("reader", "researcher", "administrator")  # of `store.accounts.Role`, in their order


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--data-dir", type=Path, metavar="DIR", default=argparse.SUPPRESS, help="xraydesk's own files")
    actions = parser.add_subparsers(metavar="ACTION", required=True)

    def add(name: str, words: str, act: Callable[[argparse.Namespace], int]) -> argparse.ArgumentParser:
        made = actions.add_parser(name, parents=[common], help=words, description=words, allow_abbrev=False)
        made.set_defaults(act=act)
        return made

    listing = add("list", "List the accounts.", _list)
    listing.add_argument("--json", action="store_true", help="print JSON")
    make = add("add", "Make an account; the first is the administrator's. The password is asked for, or is the last "
               "line of standard input.", _add)  # fmt: skip
    make.add_argument("name", metavar="NAME")
    make.add_argument("--role", choices=_ROLES, help="reader, where nothing is said; the first is administrator")
    role = add("role", "Give an account another role.", _role)
    role.add_argument("name", metavar="NAME")
    role.add_argument("role", choices=_ROLES)
    password = add("password", "Give an account another password, one's own or as an administrator; a closed account "
                   "is open again.", _password)  # fmt: skip
    password.add_argument("name", metavar="NAME")
    close = add("close", "Close an account; what it said stays in the log.", _close)
    close.add_argument("name", metavar="NAME")
    for action in (make, role, password, close):
        add_person(action)


def run_people(options: argparse.Namespace) -> int:
    """Do what was asked."""
    return int(options.act(options))


def _list(options: argparse.Namespace) -> int:
    from xraydesk.admin.people import People
    from xraydesk.admin.seat import Seat
    from xraydesk.store.database import Database

    if not Seat(options.data_dir).guarded():
        print("[]" if options.json else _ALONE)
        return OK
    with closing(Database.open(options.data_dir)) as database:
        found = People(database).persons()
    print(json.dumps(list(map(_told, found)), indent=2, ensure_ascii=False) if options.json else _table(found))
    return OK


def _add(options: argparse.Namespace) -> int:
    from xraydesk.admin.people import Role

    with room_of(options) as room:
        people = _people(room)
        if people.alone:
            if options.role not in (None, str(Role.ADMINISTRATOR)):
                raise SignInRefused("The first account is an administrator's", remedy="Make that one first")
            made = people.begin(options.name, _new_password())
        else:
            made = people.add(_who(room), options.name, Role(options.role or Role.READER), _new_password())
    print(f"{made.name} has an account; role: {made.role}.")
    return OK


def _role(options: argparse.Namespace) -> int:
    from xraydesk.admin.people import Role

    with room_of(options) as room:
        made = _people(room).change_role(_who(room), options.name, Role(options.role))
    print(f"{made.name} has the role of {made.role}.")
    return OK


def _password(options: argparse.Namespace) -> int:
    with room_of(options) as room:
        made = _people(room).change_password(_who(room), options.name, _new_password())
    print(f"{made.name} has another password.")
    return OK


def _close(options: argparse.Namespace) -> int:
    with room_of(options) as room:
        made = _people(room).close(_who(room), options.name)
    print(f"The account of {made.name} is closed.")
    return OK


def _people(room: AdminRoom) -> People:
    from xraydesk.admin.people import People

    return People(room.database)


def _who(room: AdminRoom) -> Account:
    if room.account is None:
        raise SignInRefused("This desk has no accounts", remedy="Make the first with xraydesk people add NAME")
    return room.account


def _new_password() -> str:
    return read_password("New password: ", "New password again: ")


def _told(person: Person) -> dict[str, object]:
    return {
        "name": person.account.name,
        "role": str(person.account.role),
        "active": person.account.active,
        "since": person.since.isoformat(),
        "last_sign_in": None if person.last is None else person.last.isoformat(),
        "shut_for_seconds": round(person.wait_s),
    }


def _table(found: list[Person]) -> str:
    width = max(len(person.account.name) for person in found)
    return "\n".join(
        f"{person.account.name:<{width}}  {person.account.role:<13}  since {person.since.astimezone():%Y-%m-%d}  "
        f"{'last here ' + format(person.last.astimezone(), '%Y-%m-%d %H:%M') if person.last else 'never here'}"
        f"{'' if person.account.active else '  closed'}"
        for person in found
    )
