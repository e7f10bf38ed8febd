"""LibreOffice profiles: one warm profile for each process, with macros and outside links off."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

_OFF = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Save/Document"><prop oor:name="AutoSave" oor:op="fuse"><value>false</value></prop></item>
</oor:items>
"""  # noqa: E501

_warm: dict[int, Path] = {}


def warm_profile() -> Path:
    """The profile that this process uses again and again."""
    known = _warm.get(os.getpid())
    return known if known is not None and known.is_dir() else fresh_profile()


def fresh_profile() -> Path:
    """A new profile, which from now on is the warm one of this process."""
    process = os.getpid()
    if process in _warm:
        shutil.rmtree(_warm[process], ignore_errors=True)
    profile = Path(tempfile.mkdtemp(prefix="office-profile-"))
    (profile / "user").mkdir()
    (profile / "user" / "registrymodifications.xcu").write_text(_OFF)
    _warm[process] = profile
    return profile


@atexit.register
def _remove() -> None:
    own = _warm.get(os.getpid())
    if own is not None:
        shutil.rmtree(own, ignore_errors=True)
