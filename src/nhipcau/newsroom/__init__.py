"""Works and their language versions, from draft to correction."""
