"""The embedded broker: files in a folder, each written whole or not at all."""

import os
import uuid
from pathlib import Path
from queue import Empty
from time import monotonic
from typing import Any

from kombu.exceptions import ChannelError
from kombu.transport import TRANSPORT_ALIASES, filesystem
from kombu.utils.json import dumps


class Channel(filesystem.Channel):
    """kombu's own writes in place, so that a reader may take an empty file and die of it."""

    def _put(self, queue: str, payload: Any, **_how: Any) -> None:  # type: ignore[override]
        name = f"{round(monotonic() * 1000):015d}_{uuid.uuid4()}"
        Path(self.data_folder_out).mkdir(mode=0o700, parents=True, exist_ok=True)
        draft = Path(self.data_folder_out, f"{name}.draft")
        draft.write_text(dumps(payload))  # type: ignore[no-untyped-call]
        os.rename(draft, draft.with_name(f"{name}.{queue}.msg"))


    def _get(self, queue: str, timeout: float | None = None) -> Any:
        """The next bell. A file that is no message, or a folder that was removed, is no bell and no reason to die."""
        Path(self.data_folder_in).mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            return super()._get(queue)  # type: ignore[no-untyped-call]
        except (ValueError, OSError, ChannelError):
            raise Empty from None


class Transport(filesystem.Transport):
    """``filesystem://`` with our channel."""

    Channel = Channel


def install() -> None:
    """Have every ``filesystem://`` broker of this process use it."""
    TRANSPORT_ALIASES["filesystem"] = f"{__name__}:Transport"
