"""Spans to statistics, meetings, events and topics: statements about the world."""
