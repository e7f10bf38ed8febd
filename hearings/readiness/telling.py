"""A board as other programs read it, the same from the command and from the API."""

from typing import Any

from hearings.readiness.facts import Board, FilledCell, Outlook


def board_told(found: Board) -> dict[str, Any]:
    """A board as JSON types: days in ISO 8601, an owner by name or else by role."""
    return {
        "session": found.session,
        **{outlook.value: found.count(outlook) for outlook in Outlook},
        "hearings": [
            {
                "hearing": row.hearing.id,
                "case_no": row.hearing.case_no,
                "cells": {cell.value: _told(filled) for cell, filled in row.cells.items()},
            }
            for row in found.rows
        ],
    }


def _told(one: FilledCell) -> dict[str, Any]:
    return {
        "state": one.state.value,
        "cause": one.cause,
        "owner": str(one.owner or ""),
        "next_action": one.next_action,
        "last_safe_day": one.last_safe_day.isoformat() if one.last_safe_day else None,
        "page": one.page,
    }
