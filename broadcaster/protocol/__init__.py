"""What crosses the boundary of `air`: the plan it gets, the journal it writes, the words on its socket."""
