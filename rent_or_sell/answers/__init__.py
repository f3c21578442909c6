"""Questions asked of any model: what changes its answer, how sure it is, why two cases differ."""
