"""The bill of materials: every part of the frozen program with version, licence and origin, as CycloneDX 1.6.

It is the same for the same parts: its serial number is drawn from what it says, its time is SOURCE_DATE_EPOCH.
"""

from __future__ import annotations

import json
import os
import re
import sys
import uuid
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from cyclonedx.exception import MissingOptionalDependencyException
from cyclonedx.model import HashAlgorithm, HashType, Property
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.license import LicenseExpression
from cyclonedx.output import make_outputter
from cyclonedx.schema import OutputFormat, SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from packageurl import PackageURL

from frozen.declared import Inner
from frozen.shipped import Part
from xraydesk.parts import UNSTATED

_SPACE = uuid.uuid5(uuid.NAMESPACE_DNS, "bill-of-materials.xraydesk.org")
_WHEEL = "xraydesk:wheel-sha256"


def write(parts: Sequence[Part], path: Path, pinned: dict[str, str] | None = None) -> Path:
    """Write the bill of what is inside; the build ends where it is no valid CycloneDX.

    Parameters
    ----------
    parts
        The program first.
    path
        The file.
    pinned
        The hashes of the wheels that Python parts were installed from: "name==version" -> sha256.
    """
    components = {part: _component(part, pinned or {}) for part in parts}
    program, *others = components.values()
    bom = Bom(components=others)
    bom.metadata.component = program
    named = {part.name: component for part, component in components.items() if part.kind != "library" or not part.files}
    for part, component in components.items():
        brought = [other for child, other in components.items() if child.parent == part.name and not part.files]
        bom.register_dependency(component, [*brought, *(named[name] for name in part.requires)])
    text = make_outputter(bom, OutputFormat.JSON, SchemaVersion.V1_6).output_as_string()
    path.write_text(_settled(json.loads(text)), "utf-8")
    if wrong := problem(path):
        sys.exit(wrong)
    return path


def problem(path: Path) -> str:
    """Return why a bill is no valid CycloneDX 1.6, or "", also where the library's own check is not installed."""
    try:
        wrong = JsonStrictValidator(SchemaVersion.V1_6).validate_str(path.read_text("utf-8"))
    except MissingOptionalDependencyException:
        print("The bill of materials was not checked: cyclonedx-python-lib is here without json-validation.")
        return ""
    return "" if wrong is None else f"The bill of materials is no valid CycloneDX 1.6: {wrong}"


def _settled(content: dict[str, object]) -> str:
    """Return the text with the same number and time for the same parts."""
    moment = datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH", "1767225600")), UTC)
    about = content["metadata"]
    assert isinstance(about, dict)
    content.pop("serialNumber", None)
    about.pop("timestamp", None)
    content["serialNumber"] = f"urn:uuid:{uuid.uuid5(_SPACE, json.dumps(content, sort_keys=True))}"
    about["timestamp"] = moment.isoformat()
    return json.dumps(content, indent=1, sort_keys=True) + "\n"


def _component(part: Part, pinned: dict[str, str]) -> Component:
    kind, namespace, name = part.purl
    wheel = pinned.get(f"{name}=={part.version.partition('+')[0]}", "") if kind == "pypi" else ""
    notes = {"xraydesk:origin": part.origin, "xraydesk:file": " ".join(part.files), _WHEEL: wheel}
    reference = "@".join(filter(None, (part.name, part.version, *part.files[:1])))
    return Component(
        name=part.name,
        version=part.version or None,
        type=ComponentType(part.kind),
        bom_ref=reference,
        components=[_inner(one, reference) for one in part.inner],
        purl=PackageURL(kind, namespace or None, name, _version(part)) if kind else None,
        licenses=[LicenseExpression(part.licence)],
        hashes=[HashType(alg=HashAlgorithm.SHA_256, content=part.sha256)] if part.sha256 else [],
        properties=[Property(name=key, value=value) for key, value in notes.items() if value],
    )


def _inner(one: Inner, outer: str) -> Component:
    return Component(
        name=one.name,
        version=one.version,
        bom_ref=f"{outer}/{one.purl or one.name}@{one.version}",
        purl=PackageURL.from_string(one.purl) if one.purl else None,
        licenses=[LicenseExpression(one.licence)] if one.licence != UNSTATED else [],
    )


def _version(part: Part) -> str | None:
    return re.sub(r"\+.*", "", part.version) if part.purl[0] == "pypi" else part.version or None
