"""Jobs: places that are read again and again, folders, databases and mailboxes, each as its document says."""
