"""What names of files and folders say, in the naming schemes of well-known sets of radiographs.

A PNG or JPEG has no header. These schemes carry a patient key, which keeps a patient's films together and apart from
others'. Only documented schemes are recognised; any other name says nothing.
"""

from __future__ import annotations

import re
from pathlib import PurePath

from xraydesk.imaging.radiograph import Header

# MURA (Rajpurkar 2017): XR_WRIST/patient00001/study1_positive/image1.png
_MURA_PART = re.compile(r"XR_([A-Z]+)")
_MURA_PATIENT = re.compile(r"patient\d{3,}")
MURA_STUDY = re.compile(r"study\d+(_(positive|negative))?")
# Kermany 2018: person12_bacteria_34.jpeg, IM-0115-0001.jpeg, NORMAL2-IM-0115-0001.jpeg
_KERMANY_PERSON = re.compile(r"(person\d+)_(?:bacteria|virus)_\d+")
_KERMANY_NORMAL = re.compile(r"((?:NORMAL2-)?IM-\d+)(?:-\d+)+")
# Osteoarthritis Initiative knees (Chen 2018): 9000296L.png; seven digits that begin with 9
OAI_KNEE = re.compile(r"(9\d{6})_?([LR])(?:_\d+)?")
# ChestX-ray14 (Wang 2017): 00000013_005.png
_NIH = re.compile(r"(\d{8})_(\d{3})")


def header_from_name(path: PurePath) -> Header:
    """Return a `Header` with patient key, body part and side where the name follows a known scheme."""
    stem = path.stem
    if knee := OAI_KNEE.fullmatch(stem):
        return Header(patient_id=knee[1], laterality=knee[2], body_part="KNEE")
    if known := _KERMANY_PERSON.fullmatch(stem) or _KERMANY_NORMAL.fullmatch(stem):
        return Header(patient_id=known[1])
    if known := _NIH.fullmatch(stem):
        return Header(patient_id=known[1])
    return _mura(path)


def _mura(path: PurePath) -> Header:
    parents = path.parts[-4:-1]
    patient = next((p for p in parents if _MURA_PATIENT.fullmatch(p)), "")
    part = next((m[1] for p in parents if (m := _MURA_PART.fullmatch(p))), "")
    return Header(patient_id=patient, body_part=part) if patient else Header(body_part=part)
