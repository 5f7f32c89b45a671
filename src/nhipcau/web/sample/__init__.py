"""The sample province: texts in our own words from public facts, pictures drawn by code."""
