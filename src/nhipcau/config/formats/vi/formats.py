"""Vietnamese days as offices write them: 04/03/2020, not 04-03-2020."""

SHORT_DATE_FORMAT = "d/m/Y"
SHORT_DATETIME_FORMAT = "H:i d/m/Y"
