"""English days with the month as a word: 03/04 is March to some readers and April to others."""

SHORT_DATE_FORMAT = "j M Y"
SHORT_DATETIME_FORMAT = "j M Y, H:i"
