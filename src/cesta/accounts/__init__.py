"""Who may do what in a workspace: people, passwords, sessions, tokens, links, and the record of what they did."""
