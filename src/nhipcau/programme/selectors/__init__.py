"""Every read of the programme that is more than a plain look-up."""
