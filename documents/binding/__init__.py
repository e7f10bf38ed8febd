"""Packets and binders as work: asked for, bound by jobs, opened, and handed out."""

from documents.binding.binders import BINDING, ask_for_binder, ask_for_binding, binder_of
from documents.binding.bundles import bundle_now, inputs_of
from documents.binding.given import PacketFor, packets_for
from documents.binding.handing import hand_out
from documents.binding.issues import issue_packet, issues_of
from documents.binding.opening import opened_binder, opened_changes, opened_filing, opened_issue, opened_packet
from documents.binding.packets import PACKETING, ask_for_packet, ask_for_packets, packet_of, packets_of

__all__ = [
    "BINDING", "PACKETING", "PacketFor", "ask_for_binder", "ask_for_binding", "ask_for_packet", "ask_for_packets",
    "binder_of", "bundle_now", "hand_out", "inputs_of", "issue_packet", "issues_of", "opened_binder", "opened_changes",
    "opened_filing", "opened_issue", "opened_packet", "packet_of", "packets_for", "packets_of",
]  # fmt: skip
