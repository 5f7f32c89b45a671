"""Every write of the programme: load with lock, check, decide, write, audit, announce."""
