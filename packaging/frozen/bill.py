"""The bill of materials: every part of the frozen program with version, licence and origin, as CycloneDX."""

from __future__ import annotations

import json
from collections.abc import Sequence
from importlib import metadata
from pathlib import Path

from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.license import DisjunctiveLicense
from cyclonedx.output import make_outputter
from cyclonedx.schema import OutputFormat, SchemaVersion
from packageurl import PackageURL

from xraydesk.parts import licence

_OF_THE_BUILD = ("serialNumber",)  # drawn at random; two builds of one commit shall not differ by it


def write(found: Sequence[metadata.Distribution], version: str, path: Path) -> Path:
    """Write the bill of what is inside, sorted by name, without the moment at which it was written."""
    program = Component(name="xraydesk", version=version, type=ComponentType.APPLICATION, bom_ref=f"xraydesk@{version}")
    bom = Bom(components=[_component(one) for one in found if one.metadata["Name"] != program.name])
    bom.metadata.component = program
    bom.register_dependency(program, bom.components)
    text = make_outputter(bom, OutputFormat.JSON, SchemaVersion.V1_6).output_as_string()
    content = {key: value for key, value in json.loads(text).items() if key not in _OF_THE_BUILD}
    content["metadata"].pop("timestamp", None)
    path.write_text(json.dumps(content, indent=1, sort_keys=True) + "\n", "utf-8")
    return path


def _component(one: metadata.Distribution) -> Component:
    name, version = one.metadata["Name"], one.version
    return Component(
        name=name,
        version=version,
        type=ComponentType.LIBRARY,
        bom_ref=f"{name}@{version}",
        purl=PackageURL("pypi", name=name.lower(), version=version.partition("+")[0]),
        licenses=[DisjunctiveLicense(name=licence(one.metadata))],
    )
