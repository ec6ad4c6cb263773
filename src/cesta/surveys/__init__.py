"""Surveys of our own: what is asked, where and whom, what was answered, and what that comes to."""
