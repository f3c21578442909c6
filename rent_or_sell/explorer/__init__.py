"""The explorer: one widget that runs on a page without a kernel and in notebooks with one."""
