"""The completion of commands, options and files for bash, written from the program's own parser."""

from __future__ import annotations

import argparse

_SCRIPT = """\
# bash completion for xraydesk
_xraydesk() {{
    local current=${{COMP_WORDS[COMP_CWORD]}} next="" options="" path
    case ${{COMP_WORDS[1]}} in
{cases}
    esac
    if [[ $COMP_CWORD -eq 1 ]]; then next="{commands}" options="{options}"; fi
    if [[ $current == -* ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$options" -- "$current")
        return
    fi
    if [[ $COMP_CWORD -le 2 && -n $next ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$next" -- "$current")
    fi
    compopt -o filenames 2>/dev/null
    while IFS= read -r path; do COMPREPLY+=("$path"); done < <(compgen -f -- "$current")
}}
complete -F _xraydesk xraydesk
"""


def script() -> str:
    """Return the script; its words are those that the parser knows."""
    from xraydesk.cli import build_parser

    parser = build_parser()
    commands = _commands(parser)
    cases = "\n".join(
        f'    {name}) next="{" ".join(_next(made))}" options="{" ".join(_options(made))}" ;;'
        for name, made in sorted(commands.items())
    )
    own = sorted(set(_options(parser, below=False)))
    return _SCRIPT.format(cases=cases, commands=" ".join(sorted(commands)), options=" ".join(own))


def _next(parser: argparse.ArgumentParser) -> list[str]:
    """Return what may stand first after a command: its own commands, or what its first argument can be."""
    return sorted(
        next((map(str, one.choices) for one in parser._actions if one.choices and not one.option_strings), ())
    )


def _commands(parser: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            return dict(action.choices)
    return {}


def _options(parser: argparse.ArgumentParser, *, below: bool = True) -> list[str]:
    found = {text for action in parser._actions for text in action.option_strings if text.startswith("--")}
    if below:
        found.update(*(_options(made) for made in _commands(parser).values()))
    return sorted(found)
