"""Whom a title stands for."""
